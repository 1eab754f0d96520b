"""What a carer tells us, and what they ask of us."""

from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.adjustments.models import Way
from livingwell.carers.commands import Tell
from livingwell.carers.models import Carer, MayPersonSee
from livingwell.carers.models.carer import EMAIL, PHONE
from livingwell.core.text import LINE
from livingwell.portal.forms.own import OwnForm, OwnVersionedForm
from livingwell.web.fields import CheckboxesField, EmailField, RadioField, SelectField, TelephoneField, WordsField

MAY_SEE = [
    (MayPersonSee.YES.value, _("Yes")),
    (MayPersonSee.NO.value, _("No")),
    (MayPersonSee.ASK_FIRST.value, _("Ask me first")),
]
WAYS = [
    (Way.TEXT.value, _("Text")),
    (Way.EMAIL.value, _("E-mail")),
    (Way.LETTER.value, _("Letter")),
    (Way.PHONE.value, _("Phone")),
]


class WriteToUsForm(OwnForm):
    """What the carer wants to tell us, and who may see it."""

    words = WordsField(_("Your words"), required=_("Write what you want to tell us"), rows=6)
    may_see = RadioField(_("May the person you help see this?"), choices=MAY_SEE, required=_("Choose who may see this"))

    def command(self) -> Tell:
        return Tell(self.words.data, MayPersonSee(self.may_see.data))


class WhoMaySeeForm(OwnForm):
    """The carer's say on something that they told us before."""

    may_see = RadioField(_("May the person you help see this?"), choices=MAY_SEE, required=_("Choose who may see this"))

    def chosen(self) -> MayPersonSee:
        return MayPersonSee(self.may_see.data)


class ReachMeForm(OwnVersionedForm):
    """How to reach the carer."""

    phone = TelephoneField(_("Your phone number"), max_length=PHONE)
    email = EmailField(_("Your e-mail address"), max_length=EMAIL)
    best_way = SelectField(_("The best way"), choices=[("", _("Any way")), *WAYS])
    nevers = CheckboxesField(_("Never use"), choices=WAYS)
    way_words = WordsField(_("Anything else about it"), max_length=LINE, rows=2)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.best_way.data and self.best_way.data in (self.nevers.data or ()):
            self.best_way.errors = [*self.best_way.errors, _("You said never to use this way. Choose another")]
            return False
        return is_valid

    def wanted(self) -> dict[str, Any]:
        """What of the carer's wishes this form asks."""
        return {
            "phone": self.phone.data or "",
            "email": self.email.data or "",
            "best_way": Way(self.best_way.data) if self.best_way.data else None,
            "nevers": tuple(Way(each) for each in self.nevers.data or ()),
            "way_words": self.way_words.data or "",
        }


class WhatINeedForm(OwnVersionedForm):
    """What the carer needs from us."""

    adjustments = WordsField(_("Your words"), rows=4)

    def wanted(self) -> dict[str, Any]:
        """What of the carer's wishes this form asks."""
        return {"adjustments": self.adjustments.data or ""}


def typed_of(carer: Carer) -> dict[str, Any]:
    """What stands, by the names of the fields."""
    names = ("row_version", "phone", "email", "way_words", "adjustments")
    return {name: getattr(carer, name) for name in names} | {
        "best_way": carer.best_way.value if carer.best_way else "",
        "nevers": [way.value for way in carer.nevers],
    }
