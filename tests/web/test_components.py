"""Each component, filled with the longest and strangest, is valid HTML and escapes what people write."""

import re
from datetime import date
from types import SimpleNamespace as Thing
from typing import Any

import html5lib
import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from livingwell.config import ROOT
from livingwell.core.marked import marked
from livingwell.web import fields

WORDS = '"It’s <b>hers</b>"\n& Siân’s'
RATINGS = [
    Thing(on=date(2026, 4, 21), value=1),
    Thing(on=date(2026, 5, 12), value=10),
    Thing(on=date(2026, 6, 4), value=5),
]
GOAL = Thing(
    id="g1", number=1, whose=WORDS, is_own_words=True, title=WORDS, why=WORDS, facts=[("Now", WORDS), ("Not said", "")],
    ratings=RATINGS, name="Amara", change="Up 4", now=5, first=1,
)  # fmt: skip
PERSON = Thing(
    name=WORDS, preferred_name=WORDS, recorded_name=WORDS, born_on=date(1996, 8, 6), age=29, nhs_number="9991234567",
    pronouns="she/her", death="",
)  # fmt: skip
REACH = Thing(
    best=WORDS, why_none=WORDS, nevers=[WORDS], told=WORDS, adjustments=[WORDS], adjustment_count=7, is_asked=False,
    needs_someone=True, ask_href="/ask", all_href="/all", adjustments_href="/adjustments",
)  # fmt: skip
BADGE = Thing(kind="yes", heading=WORDS, quote=WORDS, how=WORDS)
ANSWER = Thing(by=WORDS, words=WORDS)

CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "agreement": ("{% call agreement(badge) %}<p>after</p>{% endcall %}", {"badge": BADGE}),
    "button_link": ("{{ button_link(words, '/a', 'secondary', words) }}", {}),
    "challenge": (
        "{{ challenge(item) }}",
        {
            "item": Thing(
                id=1, raised_by=WORDS, when="10am", words=WORDS, is_open=True, answers=[ANSWER], closed_note=WORDS
            )
        },
    ),
    "chart": (
        "{{ chart('a', words, words, ratings) }}{{ chart('b', words, words, ratings[:1]) }}",
        {"ratings": RATINGS},
    ),
    "contribution": (
        "{{ contribution(view) }}",
        {"view": Thing(id=1, kind="lived", perspective=WORDS, by=WORDS, words=WORDS)},
    ),
    "decision": (
        "{{ decision(item) }}",
        {"item": Thing(id=1, what=WORDS, who=WORDS, by=WORDS, changes=WORDS, why=WORDS, warning=WORDS)},
    ),
    "commented": ("{{ commented(lines, words, words) }}", {"lines": [Thing(words=WORDS, source=WORDS)]}),
    "empty": ("{{ empty(words, words, '/a') }}", {}),
    "facts": ("{{ facts([(words, words), ('None', ''), ('Long', words, true)]) }}", {}),
    "follow_through": (
        "<ul>{{ follow_through(done) }}{{ follow_through(waiting) }}</ul>",
        {
            "done": Thing(id=1, what=WORDS, who_and_by=WORDS, kind="done", outcome=WORDS, why=WORDS),
            "waiting": Thing(id=2, what=WORDS, who_and_by=WORDS, kind="", outcome="", why=""),
        },
    ),
    "goal_card": ("{% call goal_card(goal) %}<p>steps</p>{% endcall %}", {"goal": GOAL}),
    "icon": ("{% for kind in ('done', 'not_done', 'open', 'half', 'never') %}{{ icon(kind) }}{% endfor %}", {}),
    "list_do": (
        "{{ list_do(rows) }}",
        {
            "rows": [
                Thing(
                    title=WORDS, href="/a", kind="open", lead=WORDS, why=WORDS, action=WORDS, action_href="/b",
                    aside=WORDS,
                ),
                Thing(title=WORDS, href="", kind="", lead="", why=WORDS, action="", action_href="", aside=""),
            ]
        },
    ),
    "marked": ("{{ marked(blocks, 'plain') }}", {"blocks": marked(f"{WORDS}\n- **{WORDS}**")}),
    "mini_chart": ("{{ mini_chart('a', words, words, ratings) }}", {"ratings": RATINGS}),
    "mini_goal": ("<ul>{{ mini_goal(goal) }}</ul>", {"goal": GOAL}),
    "pagination": (
        "{{ pagination(pages) }}",
        {"pages": Thing(number=2, count=3, previous_href="/a?page=1&b", next_href="/a?page=3&b", shown=WORDS)},
    ),
    "press": ("{{ press(words, '/a', 'link', {'version': words}, words) }}", {}),
    "saved": ("{{ saved('10:42am') }}{{ saved(page=true) }}", {}),
    "state": ("{{ state('half', words) }}", {}),
    "reach": ("{{ reach_key(reach, words) }}{{ reach_support(reach, words) }}", {"reach": REACH}),
    "steps": (
        "{{ steps(rows, words) }}",
        {
            "rows": [
                Thing(
                    what=WORDS, obstacle=WORDS, who=WORDS, by=WORDS, kind="half", status=WORDS, confidence=WORDS,
                    place=WORDS, actions=[(WORDS, "/a"), ("Suggest", "/b")],
                )
            ]
        },
    ),
    "suggestion": (
        "{{ suggestion(item) }}",
        {
            "item": Thing(
                id=1, by=WORDS, about=WORDS, is_persons=True, told=WORDS,
                pieces=[("same", WORDS), ("added", WORDS), ("removed", WORDS)],
            )
        },
    ),
    "top": (
        "{% call top(person, prefix='Plan: ', note=words, href='/a', reach=reach,"
        " matters=words, matters_source=words, support=((words, words),), safety_plan_url='/s', links=((words, '/l'),),"
        " stick=true) %}<p>bar</p>{% endcall %}",
        {"person": PERSON, "reach": REACH},
    ),
    "who_sees": ("{{ who_sees(words) }}", {}),
    "words": ("{{ words_(words, words, words) }}{% call words_(none, label=words) %}<p>parts</p>{% endcall %}", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_component(in_request: Flask, name: str) -> None:
    call, context = CALLS[name]
    given_name = {"words": "words as words_", "reach": "reach_key, reach_support"}.get(name, name)
    source = f'{{% from "components/{name}.html" import {given_name} %}}{call}'
    written = in_request.jinja_env.from_string(source).render(words=WORDS, **context)
    html5lib.HTMLParser(strict=True).parse(
        f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{written}</body></html>"
    )
    assert "<b>" not in written
    ids = re.findall(r'\sid="([^"]*)"', written)
    assert len(ids) == len(set(ids))
    assert not re.search(r"\sstyle=|\son[a-z]+=", written)


def test_every_component_is_tried() -> None:
    there = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    # Some need a form: below, and in the tests of drafts. The picture needs its presenter: in the tests of contacts.
    assert there - set(CALLS) == {"pick", "draft", "typed", "engagement"}


class Outcome(Form):
    outcome = fields.RadioField("What happened", choices=[("done", "Done"), ("no", "Not")], required="Choose one")


def test_pick_is_a_radio_field(in_request: Flask) -> None:
    form = Outcome(MultiDict())
    form.validate()
    source = '{% from "components/pick.html" import pick %}{{ pick(form.outcome) }}'
    written = in_request.jinja_env.from_string(source).render(form=form)
    assert 'id="outcome"' in written
    assert 'aria-describedby="outcome-error"' in written
