"""Every string that the person's side can say, collected for translators."""

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from tools import environment

MAPPING = environment.ROOT / "babel.cfg"
TEMPLATE = environment.ROOT / "translations" / "messages.pot"
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "lazy_ngettext": (1, 2)}


def collected():
    """What stands in the code and in the templates now."""
    catalog = Catalog(project="Living Well", charset="utf-8", fuzzy=False)
    with MAPPING.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(environment.ROOT, methods, options, KEYWORDS, comment_tags=("Translators:",))
    for path, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(message, locations=[(path, None)], auto_comments=comments, context=context)
    return catalog


def collect():
    """Write the template that translators begin with."""
    catalog = collected()
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, catalog, width=100, omit_header=True, sort_by_file=True)
    print(f"{len(catalog)} strings in {TEMPLATE.relative_to(environment.ROOT)}")


if __name__ == "__main__":
    collect()
