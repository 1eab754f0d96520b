"""Who can see what of the person's record, in sentences."""

from collections.abc import Iterable, Sequence
from datetime import date

from flask import url_for

from livingwell.core.actor import Right
from livingwell.core.clock import in_london
from livingwell.identity.models import Account, Membership, Profession, Team
from livingwell.passports.models import PassportShare
from livingwell.portal.dates import long_date
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight


def team_sights(teams: Sequence[Team], members: Sequence[Membership]) -> list[Sight]:
    """Each team with its members: all of them see the whole record."""
    return [
        Sight(
            who=team.name,
            what=_whole_record(),
            why=_("This team works with you. These are the people in it:"),
            names=_names(team, members),
        )
        for team in teams
    ]


def past_team_sights(teams: Iterable[tuple[Team, date, date]], members: Sequence[Membership]) -> list[Sight]:
    """Each team whose support has ended, while its members still see the whole record."""
    return [
        Sight(
            who=team.name,
            what=_whole_record(),
            why=_(
                "This team worked with you until %(ended)s. They can see your record until %(last)s. These are the "
                "people in it:",
                ended=long_date(ended_on),
                last=long_date(last),
            ),
            names=_names(team, members),
        )
        for team, ended_on, last in teams
    ]


def named_sight(accounts: Iterable[Account]) -> Sight:
    """A limited record: only these."""
    return Sight(
        who=_("Only some people in your team"),
        what=_whole_record(),
        why=_("Your record is kept to these people:"),
        names=tuple(_name(each) for each in accounts),
    )


def link_sights(shares: Iterable[PassportShare]) -> list[Sight]:
    """Each link that still opens the passport."""
    return [
        Sight(
            who=each.for_whom or _("Whoever has your link"),
            what=_("Your passport."),
            why=_("You made a link. It works until %(day)s.", day=long_date(in_london(each.ends_at).date())),
            action=_("Stop a link"),
            href=url_for("portal.list_shares"),
        )
        for each in shares
        if each.is_open
    ]


def _names(team: Team, members: Sequence[Membership]) -> tuple[str, ...]:
    return tuple(_member(each) for each in members if each.team_id == team.id)


def _whole_record() -> str:
    return _("They can see your whole record, but not the goals that you keep to yourself.")


def _name(account: Account) -> str:
    calling = calling_words(account.profession and account.profession.value)
    return _("%(name)s, %(calling)s", name=account.name, calling=calling)


def _member(membership: Membership) -> str:
    account = membership.account
    is_said = account.profession is Profession.TEAM_LEAD or membership.right is not Right.TEAM_LEAD
    return _name(account) if is_said else _("%(name)s (leads the team)", name=_name(account))
