"""Which role may do which kind of thing: one table, asked everywhere (ARCHITECTURE: the first question)."""

from enum import StrEnum

from livingwell.core.actor import Actor, Right, Side
from livingwell.core.errors import Forbidden


class Role(StrEnum):
    """A right that an account holds: in a team, for the whole installation, or over what is its own."""

    MEMBER = "member"
    TEAM_LEAD = "team_lead"
    ACCOUNT_ADMINISTRATOR = "account_administrator"
    PERSON = "person"
    CARER = "carer"


class Permission(StrEnum):
    """A kind of thing that may be done."""

    SEE_TEAM = "see_team"
    SEE_PEOPLE = "see_people"
    REGISTER_PEOPLE = "register_people"
    CHANGE_PEOPLE = "change_people"
    ALLOCATE = "allocate"
    SEE_PLANS = "see_plans"
    CHANGE_PLANS = "change_plans"
    SEE_MEETINGS = "see_meetings"
    RUN_MEETINGS = "run_meetings"
    DISCUSS = "discuss"
    ACCEPT_REFERRALS = "accept_referrals"
    IMPORT_CASELOAD = "import_caseload"
    LIMIT_RECORDS = "limit_records"
    CONFIRM_KNOWN_PEOPLE = "confirm_known_people"
    MARK_LIVED_EXPERIENCE = "mark_lived_experience"
    INTRODUCE_TEAM = "introduce_team"
    SEE_CONTACTS = "see_contacts"
    LOG_CONTACTS = "log_contacts"
    CHANGE_TEMPLATES = "change_templates"
    SEE_DIRECTORY = "see_directory"
    CHANGE_DIRECTORY = "change_directory"
    IMPORT_DIRECTORY = "import_directory"
    END_SUPPORT = "end_support"
    OVERRIDE_ENDING = "override_ending"
    MANAGE_ACCOUNTS = "manage_accounts"
    TAKE_PART = "take_part"
    SEE_AS_CARER = "see_as_carer"


_MEMBER = frozenset(
    {
        Permission.SEE_TEAM,
        Permission.SEE_PEOPLE,
        Permission.REGISTER_PEOPLE,
        Permission.CHANGE_PEOPLE,
        Permission.ALLOCATE,
        Permission.SEE_PLANS,
        Permission.CHANGE_PLANS,
        Permission.SEE_MEETINGS,
        Permission.RUN_MEETINGS,
        Permission.DISCUSS,
        Permission.SEE_CONTACTS,
        Permission.LOG_CONTACTS,
        Permission.CHANGE_TEMPLATES,
        Permission.SEE_DIRECTORY,
        Permission.CHANGE_DIRECTORY,
        Permission.END_SUPPORT,
    }
)

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.MEMBER: _MEMBER,
    Role.TEAM_LEAD: _MEMBER
    | {
        Permission.ACCEPT_REFERRALS,
        Permission.IMPORT_CASELOAD,
        Permission.LIMIT_RECORDS,
        Permission.CONFIRM_KNOWN_PEOPLE,
        Permission.MARK_LIVED_EXPERIENCE,
        Permission.INTRODUCE_TEAM,
        Permission.IMPORT_DIRECTORY,
        Permission.OVERRIDE_ENDING,
    },
    Role.ACCOUNT_ADMINISTRATOR: frozenset({Permission.MANAGE_ACCOUNTS, Permission.IMPORT_DIRECTORY}),
    Role.PERSON: frozenset({Permission.TAKE_PART}),
    Role.CARER: frozenset({Permission.SEE_AS_CARER}),
}


def roles_of(actor: Actor) -> frozenset[Role]:
    """Every role the actor holds somewhere. On the person's side and a carer's there is one, and nothing adds to it."""
    if actor.side is not Side.TEAM:
        return frozenset({Role.PERSON if actor.side is Side.PERSON else Role.CARER})
    held = {Role.TEAM_LEAD if right is Right.TEAM_LEAD else Role.MEMBER for right in actor.rights.values()}
    if actor.is_account_administrator:
        held.add(Role.ACCOUNT_ADMINISTRATOR)
    return frozenset(held)


def may(actor: Actor, permission: Permission) -> bool:
    """Whether any of the actor's roles allows it. Whether the person is within reach is another question."""
    return any(permission in ALLOWED[role] for role in roles_of(actor))


def require(actor: Actor, permission: Permission) -> None:
    """Raise Forbidden unless a role of the actor allows it."""
    if not may(actor, permission):
        raise Forbidden("Your account can’t do this. Ask your team lead if you need to.")
