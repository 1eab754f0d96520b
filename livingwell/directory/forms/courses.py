"""A course of a service."""

from wtforms import Field, ValidationError

from livingwell.core.text import LINE, LONG
from livingwell.directory.commands import CourseDetails, EditCourse
from livingwell.directory.forms.entry import EntryForm
from livingwell.web.fields import NHSDateField, NumberField, TextField, WordsField

MOST_PLACES = 1000


class CourseForm(EntryForm):
    """What it is, when, where, and whether there is room."""

    title = TextField("What the course is called", required="Enter what the course is called")
    summary = WordsField("What it is, in plain words", max_length=LONG)
    starts_on = NHSDateField("First day", required="Enter the first day", description="For example, 3 5 2026")
    ends_on = NHSDateField("Last day", description="Leave empty where it is one day")
    times = TextField("Times", description="For example, Tuesdays, 10am to midday", max_length=LINE)
    place = TextField("Where", description="Leave empty where it is at the address of {name}", max_length=LINE)
    places_left = NumberField(
        "Places left today",
        low=0,
        high=MOST_PLACES,
        description="Leave empty if you don’t know. The page says that it was so today",
    )
    how_to_book = WordsField("How to book", max_length=LINE)

    def validate_ends_on(self, field: Field) -> None:
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError("The last day must be on the first day or later")

    def details(self) -> CourseDetails:
        """What was typed."""
        return CourseDetails(
            title=self.title.data,
            summary=self.summary.data or "",
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            times=self.times.data or "",
            place=self.place.data or "",
            how_to_book=self.how_to_book.data or "",
            places_left=self.places_left.data,
        )

    def command(self) -> EditCourse:
        return EditCourse(self.details(), self.version())
