"""How to reach the person: asked beside them, on a phone, beginning with what they told us before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from livingwell.adjustments.commands import MOST, RecordPreferences, ReminderSaid, TimeSaid, WaySaid
from livingwell.adjustments.forms.adding import ALL_WAYS_TO_KNOW
from livingwell.adjustments.labels import BACKGROUNDS, BEFORE, DAYS, NOTICE, SAYING_WHO, STANDINGS, WAYS
from livingwell.adjustments.models import (
    Background,
    ContactPreferences,
    HowWeKnow,
    SayingWho,
    Standing,
    TimeStanding,
    Way,
)
from livingwell.core.clock import in_london, london_instant, today
from livingwell.core.text import LINE, SHORT
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import (
    CheckboxesField,
    NHSDateField,
    NotInFuture,
    RadioField,
    SelectField,
    TextField,
    WordsField,
    YesField,
)
from livingwell.web.times import TimeField

SPANS = {"good": TimeStanding.GOOD, "not": TimeStanding.NOT}
FORMATS = {
    "is_plain": "Plain, short sentences",
    "is_bulleted": "Bullet points",
    "is_easy_read": "Easy Read layout",
    "is_audio_ready": "Ready to be read aloud by a machine",
}
REMINDING = (Way.TEXT, Way.EMAIL, Way.LETTER, Way.PHONE, Way.THROUGH_SOMEONE)
ALIKE = ("how_we_know", "words", "comes_from", "and_then", "through_whom", "language")
"""What the form and the columns call by the same name, and hold alike."""


class PreferencesForm(VersionedForm):
    """Everything about reaching the person. Only when they told us, and how we know, must be said.

    Made by `preferences_form`, which adds the fields of each way, time and reminder.
    """

    words = WordsField("What {name} said, in their words", max_length=LINE, rows=2)
    comes_from = TextField("Who should it come from?", description="For example: Jo or Priya", max_length=SHORT)
    and_then = TextField("What then?", description="For example: then wait a day", max_length=SHORT)
    through_whom = TextField("Through whom, and how?", description="For example: Efua, by text", max_length=SHORT)
    asked_to_stop = YesField("{name} asks us to stop contacting them. All that waits to go out is cancelled")
    notice_hours = SelectField("How much notice?", choices=NOTICE)
    saying_who = RadioField(
        "May we say who we are to whoever answers?", choices=[(each.value, said) for each, said in SAYING_WHO.items()]
    )
    may_show_health = YesField("A subject line or the first words of a text may show that it is about their health")
    formats = CheckboxesField("How written things should be", choices=list(FORMATS.items()))
    font_points = SelectField(
        "Size of letters", choices=[("", "Usual"), ("20", "20 point"), ("24", "24 point"), ("28", "28 point")]
    )
    background = SelectField("Background", choices=[(each.value, said) for each, said in BACKGROUNDS.items()])
    language = TextField("Language to write in, if not English", max_length=SHORT)
    told_on = NHSDateField(
        "When did they tell us?", required="Enter the day they told us", default=today, validators=[NotInFuture()]
    )
    how_we_know = SelectField("How do we know?", choices=ALL_WAYS_TO_KNOW, required="Say how we know")

    stands: ContactPreferences | None = None

    def way_fields(self) -> Iterator[tuple[Way, Any, Any]]:
        """Each way, with where it stands and why."""
        yield from ((way, self[f"{way.value}_standing"], self[f"{way.value}_why"]) for way in Way)

    def span_fields(self, kind: str) -> list[dict[str, Any]]:
        """The rows of good times or of times that are not, each with its fields."""
        parts = ("days", "starts", "ends", "why")
        return [{part: self[f"{kind}_{row}_{part}"] for part in parts} for row in range(1, MOST + 1)]

    def has_spans(self, kind: str) -> bool:
        """Whether a row of this kind says something, or is wrong."""
        return any(field.data or field.errors for row in self.span_fields(kind) for field in row.values())

    def reminder_fields(self) -> list[tuple[Any, Any]]:
        return [(self[f"reminder_{row}_hours"], self[f"reminder_{row}_way"]) for row in range(1, MOST + 1)]

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        checks = (self._ways_make_sense(), self._spans_make_sense(), self._reminders_make_sense())
        return is_valid and all(checks)

    def command(self) -> RecordPreferences:
        chosen = self.formats.data or []
        return RecordPreferences(
            ways=self._ways(),
            times=tuple(self._times()),
            reminders=tuple(self._reminders()),
            told_at=self._told_at(),
            how_we_know=HowWeKnow(self.how_we_know.data),
            notice_hours=int(self.notice_hours.data) if self.notice_hours.data else None,
            saying_who=SayingWho(self.saying_who.data or SayingWho.NOT_ASKED),
            asked_to_stop=self.asked_to_stop.data,
            may_show_health=self.may_show_health.data,
            font_points=int(self.font_points.data) if self.font_points.data else None,
            background=Background(self.background.data or Background.WHITE),
            replaces=self.version(),
            words=self.words.data or "",
            comes_from=self.comes_from.data or "",
            and_then=self.and_then.data or "",
            through_whom=self.through_whom.data or "",
            language=self.language.data or "",
            is_plain="is_plain" in chosen,
            is_bulleted="is_bulleted" in chosen,
            is_easy_read="is_easy_read" in chosen,
            is_audio_ready="is_audio_ready" in chosen,
        )

    def _ways(self) -> tuple[WaySaid, ...]:
        """The best first; of ways that stand alike, in the order of the form."""
        said = [
            WaySaid(way, Standing(standing.data), why.data or "")
            for way, standing, why in self.way_fields()
            if standing.data
        ]
        order = list(Standing)
        return tuple(sorted(said, key=lambda each: order.index(each.standing)))

    def _times(self) -> Iterator[TimeSaid]:
        for kind, standing in SPANS.items():
            for row in self.span_fields(kind):
                if any(row[part].data for part in ("days", "starts", "ends")):
                    days = "".join(sorted(row["days"].data or []))
                    yield TimeSaid(standing, days, row["starts"].data, row["ends"].data, row["why"].data or "")

    def _reminders(self) -> Iterator[ReminderSaid]:
        for hours, way in self.reminder_fields():
            if hours.data and way.data:
                yield ReminderSaid(int(hours.data), Way(way.data))

    def _told_at(self) -> datetime | None:
        """Now for today. What was said on an earlier day holds from its beginning, but after what stood then."""
        day = self.told_on.data
        if day is None or day == today():
            return None
        stood = self.stands.told_at if self.stands else None
        return stood if stood and in_london(stood).date() == day else london_instant(day, 0)

    def _ways_make_sense(self) -> bool:
        for _way, standing, why in self.way_fields():
            if why.data and not standing.data and not standing.errors:
                standing.errors = [f"{standing.label.text}: say which it is"]
        through = self["through_someone_standing"]
        if through.data in (Standing.BEST, Standing.FINE, Standing.ONLY_IF_URGENT):
            self.ask_for("through_whom", "Say through whom, and how")
        fields = [self.through_whom, *(standing for _way, standing, _why in self.way_fields())]
        return not any(field.errors for field in fields)

    def _spans_make_sense(self) -> bool:
        rows = [row for kind in SPANS for row in self.span_fields(kind)]
        for row in rows:
            starts, ends = row["starts"], row["ends"]
            if starts.data and ends.data and starts.data >= ends.data:
                ends.errors = [f"{ends.label.text} must be after it starts. Write a time over midnight as two"]
            elif row["why"].data and not (row["days"].data or starts.data or ends.data or starts.errors or ends.errors):
                starts.errors = [f"{starts.label.text}: say which days or times this is about"]
        return not any(field.errors for row in rows for field in row.values())

    def _reminders_make_sense(self) -> bool:
        never = {
            way
            for way, standing, _why in self.way_fields()
            if standing.data in (Standing.NOT_WANTED, Standing.NOT_SAFE)
        }
        for hours, way in self.reminder_fields():
            if bool(hours.data) != bool(way.data):
                (way if hours.data else hours).errors = ["Say how long before, and how"]
            elif way.data in never:
                way.errors = [
                    f"{self.name} said never by {WAYS[Way(way.data)].lower()}. Choose another way for the reminder"
                ]
            elif way.data and self.asked_to_stop.data:
                hours.errors = [f"{self.name} asks us to stop, so that no reminder goes out. Take it out"]
        return not any(field.errors for pair in self.reminder_fields() for field in pair)


def _fields() -> dict[str, Any]:
    """The fields of each way, time and reminder."""
    standings = [("", "Not said"), *((each.value, said) for each, said in STANDINGS.items())]
    made: dict[str, Any] = {}
    for way in Way:
        made[f"{way.value}_standing"] = SelectField(WAYS[way], choices=standings)
        made[f"{way.value}_why"] = TextField(f"Why, in {{name}}’s words ({WAYS[way].lower()})", max_length=LINE)
    for row in range(1, MOST + 1):
        for kind, label in (("good", "Good time"), ("not", "Not a good time")):
            made[f"{kind}_{row}_days"] = CheckboxesField(f"{label} {row}: days", choices=DAYS)
            made[f"{kind}_{row}_starts"] = TimeField(f"{label} {row}: from")
            made[f"{kind}_{row}_ends"] = TimeField(f"{label} {row}: until")
            made[f"{kind}_{row}_why"] = TextField(f"{label} {row}: why", max_length=LINE)
        reminding = [("", "Choose"), *((way.value, WAYS[way]) for way in REMINDING)]
        made[f"reminder_{row}_hours"] = SelectField(f"Reminder {row}: how long before", choices=BEFORE)
        made[f"reminder_{row}_way"] = SelectField(f"Reminder {row}: how", choices=reminding)
    return made


_Form = type("_Form", (PreferencesForm,), _fields())


def preferences_form(stands: ContactPreferences | None, version: int, name: str, language: str = "") -> PreferencesForm:
    """The form, beginning with what stands, or with the language that is on record already."""
    given = dict(_given(stands)) if stands else {"language": language}
    form: PreferencesForm = _Form(name=name, row_version=version, data=given)
    form.stands = stands
    _keep_choices(form, given)
    return form


def _given(stands: ContactPreferences) -> Iterator[tuple[str, Any]]:
    """What stands, by the names of the fields. When they told us is asked anew."""
    yield from (
        (name, getattr(stands, name))
        for name in (*ALIKE, "saying_who", "background", "may_show_health", "asked_to_stop")
    )
    yield "notice_hours", "" if stands.notice_hours is None else str(stands.notice_hours)
    yield "font_points", str(stands.font_points or "")
    yield "formats", [name for name in FORMATS if getattr(stands, name)]
    for each in stands.ways:
        yield f"{each.way.value}_standing", each.standing.value
        yield f"{each.way.value}_why", each.why
    for kind, standing in SPANS.items():
        for row, span in enumerate((each for each in stands.times if each.standing is standing), 1):
            yield f"{kind}_{row}_days", list(span.weekdays)
            yield f"{kind}_{row}_starts", span.starts
            yield f"{kind}_{row}_ends", span.ends
            yield f"{kind}_{row}_why", span.why
    for row, reminder in enumerate(stands.reminders, 1):
        yield f"reminder_{row}_hours", str(reminder.hours_before)
        yield f"reminder_{row}_way", reminder.way.value


def _keep_choices(form: PreferencesForm, given: dict[str, Any]) -> None:
    """Offer also what stands and the form would not offer by itself, so that saving changes nothing unasked."""
    for field in (form.notice_hours, *(hours for hours, _way in form.reminder_fields())):
        stands = given.get(field.name) or ""
        choices = [(each.value, each.label) for each in field.choices]
        if stands not in dict(choices):
            field.offer([*choices, (stands, f"{stands} hours")])
