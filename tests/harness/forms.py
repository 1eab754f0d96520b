"""The forms of a page, as a browser without scripts would send them."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.datastructures import MultiDict

FIELDS = {"input", "textarea", "select"}
WRITTEN = {"text", "email", "tel", "search", "number", "url"}
NEVER_SENT = {"submit", "button", "reset", "image", "file"}


@dataclass(frozen=True)
class PageForm:
    """A form that writes: where it goes, and what it would send untouched. `buttons` are its other ways out.

    `names` are all its fields, chosen or not; `written` are those that somebody types into and sees.
    """

    action: str
    fields: MultiDict[str, str]
    buttons: dict[str, str]
    names: tuple[str, ...]
    written: frozenset[str]

    def filled(self, **typed: str) -> MultiDict[str, str]:
        """What is sent after typing."""
        sent = MultiDict(self.fields)
        for name, value in typed.items():
            sent[name] = value
        return sent


def forms_in(page: str, path: str) -> list[PageForm]:
    """Every form of the page that writes, in order."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    writing = [form for form in tree.iter("form") if form.get("method", "get").lower() == "post"]
    return [_form(form, path) for form in writing]


def form_with(page: str, path: str, field: str) -> PageForm:
    """The one form of the page that has the field."""
    [form] = [form for form in forms_in(page, path) if field in form.fields]
    return form


def _form(form: Element, path: str) -> PageForm:
    fields = [element for element in form.iter() if element.tag in FIELDS and element.get("name")]
    return PageForm(
        action=form.get("action") or path,
        fields=MultiDict(_fields(form)),
        buttons=dict(_buttons(form)),
        names=tuple(dict.fromkeys(element.get("name", "") for element in fields)),
        written=frozenset(element.get("name", "") for element in fields if _is_written(element)),
    )


def _is_written(field: Element) -> bool:
    return field.tag == "textarea" or (field.tag == "input" and field.get("type", "text") in WRITTEN)


def _fields(form: Element) -> Iterator[tuple[str, str]]:
    for element in form.iter():
        name, kind = element.get("name"), element.get("type", "text").lower()
        if not name or kind in NEVER_SENT:
            continue
        if element.tag == "textarea":
            yield name, "".join(element.itertext())
        elif element.tag == "select":
            yield name, _selected(element)
        elif element.tag == "input" and (kind not in ("radio", "checkbox") or "checked" in element.attrib):
            yield name, element.get("value", "")


def _selected(select: Element) -> str:
    options = list(select.iter("option"))
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    return chosen[0].get("value", "") if chosen else ""


def _buttons(form: Element) -> Iterator[tuple[str, str]]:
    for button in form.iter("button"):
        if button.get("formaction"):
            yield "".join(button.itertext()).strip(), button.get("formaction", "")
