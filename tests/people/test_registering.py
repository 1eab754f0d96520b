"""Somebody new comes on record once, and whoever may be known is asked about first."""

from datetime import date
from typing import Any

import pytest
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.actions.registering import refer_again, register_person
from livingwell.people.commands import Details, Referral, RegisterPerson
from livingwell.people.models import Episode, KnownElsewhere, Person
from livingwell.people.models.searching import folded_parts
from livingwell.people.queries.reach import person_within_reach
from tests.factories.people import make_person
from tests.harness.forms import form_with
from tests.people.conftest import Member

PATH = "/people/new"


def typed(team: Team, **changes: str) -> dict[str, str]:
    return {
        "preferred_name": "Amara",
        "family_name": "Osei",
        "born_on-day": "14",
        "born_on-month": "3",
        "born_on-year": "1997",
        "nhs_number": "999 000 0018",
        "mobile": "07700 900982",
        "email": "jörg@exämple.org",
        "team_id": str(team.id),
        "referred_on-day": "1",
        "referred_on-month": "6",
        "referred_on-year": "2026",
        "source": "GP",
        "source_name": "Dr Helen Marsh",
        "reason": "Too well for one team,\nnot well enough for another",
        **changes,
    }


def post(member: Member, fields: Any) -> TestResponse:
    return member.client.post(PATH, data=fields)


def people() -> list[Person]:
    db.session.expire_all()
    return list(db.session.scalars(db.select(Person).order_by(Person.created_at)))


def answered(member: Member, response: TestResponse, decision: str) -> TestResponse:
    """Send the page that asks again, with an answer."""
    form = form_with(response.get_data(as_text=True), PATH, "asked_about")
    return post(member, form.filled(decision=decision))


def test_somebody_new_comes_on_record_with_a_referral(member: Member, team: Team) -> None:
    response = post(member, typed(team))
    (person,) = people()
    assert response.status_code == 303
    assert response.location.endswith(f"/people/{person.id}")
    assert (person.given_name, person.nhs_number, person.email) == ("Amara", "9990000018", "jörg@exämple.org")
    page = member.sees(f"/people/{person.id}")
    for words in ("GP: Dr Helen Marsh", "Too well for one team", "1 June 2026", "07700 900982"):
        assert words in page


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("preferred_name", "", "Enter the name that they like to be called"),
        ("family_name", " ", "Enter the family name"),
        ("nhs_number", "999 000 0019", "NHS number must have 10 digits"),
        ("nhs_number", "12", "NHS number must have 10 digits"),
        ("mobile", "12", "phone number of a possible length"),
        ("email", "amara@", "e-mail address in the right form"),
        ("born_on-day", "31", ""),
        ("born_on-year", "2099", "Date of birth must be today or in the past"),
        ("born_on-year", "1701", "Date of birth must be"),
        ("referred_on-year", "2099", "Date of referral must be today or in the past"),
        ("team_id", "00000000-0000-0000-0000-000000000000", "Choose from what is offered"),
        ("source", "Nobody", "Choose from what is offered"),
        ("postcode", "M" * 21, "Postcode must be 20 characters or fewer"),
    ],
)
def test_what_is_wrong_is_told_with_the_text_kept(
    member: Member, team: Team, field: str, wrong: str, told: str
) -> None:
    month = {"born_on-month": "2"} if field == "born_on-day" else {}
    response = post(member, typed(team, **month, **{field: wrong}))
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert told in page
    assert "not well enough for another" in page
    assert people() == []


def test_a_member_registers_for_their_own_teams_only(member: Member, other_team: Team) -> None:
    command = RegisterPerson(
        Details("Amara", "Amara", "Osei", date(1997, 3, 14)), Referral(other_team.id, today(), "GP")
    )
    with pytest.raises(Forbidden):
        register_person(command, member.actor)


def test_a_double_click_registers_once(member: Member, team: Team) -> None:
    form = form_with(member.sees(PATH), PATH, "preferred_name")
    first, second = (post(member, form.filled(**typed(team))) for _time in range(2))
    assert len(people()) == 1
    assert first.location == second.location


@pytest.mark.parametrize(
    "changes",
    [
        {"preferred_name": "Somebody", "family_name": "Else", "born_on-year": "1950"},
        {"nhs_number": "", "preferred_name": "Amarah"},
        {"nhs_number": "", "family_name": "Osie"},
        {"nhs_number": "", "preferred_name": "Osei", "family_name": "Amara"},
    ],
)
def test_somebody_alike_is_shown_before_saving(member: Member, team: Team, changes: dict[str, str]) -> None:
    known = make_person("Amara", "Osei", team=team, nhs_number="9990000018")
    response = post(member, typed(team, **changes))
    page = response.get_data(as_text=True)
    assert "They may be on record already" in page
    assert f"/people/{known.id}" in page
    assert "not well enough for another" in page
    assert len(people()) == 1
    entry = db.session.scalars(db.select(AuditEntry).where(AuditEntry.verb == "show_possible_matches")).one()
    assert entry.detail["shown"] == [str(known.id)]


@pytest.mark.parametrize(
    "changes",
    [
        {"nhs_number": "", "born_on-day": "15"},
        {"nhs_number": "", "preferred_name": "Lee", "family_name": "Carr"},
    ],
)
def test_somebody_not_alike_is_not_asked_about(member: Member, team: Team, changes: dict[str, str]) -> None:
    make_person("Amara", "Osei", team=team, nhs_number="9990000018")
    assert post(member, typed(team, **changes)).status_code == 303


def test_two_people_may_share_a_name_and_a_birthday(member: Member, team: Team) -> None:
    make_person("Amara", "Osei", team=team)
    response = answered(member, post(member, typed(team, nhs_number="")), "somebody-else")
    assert response.status_code == 303
    assert len(people()) == 2


def test_the_same_person_gets_a_second_episode(member: Member, team: Team, app: Any) -> None:
    known = make_person("Amara", "Osei", team=team)
    db.session.scalars(db.select(Episode)).one()
    response = answered(member, post(member, typed(team)), f"same-{known.id}")
    assert response.status_code == 409
    assert "Your team has a referral for this person already" in response.get_data(as_text=True)
    assert len(people()) == 1


def test_no_answer_is_asked_for_again(member: Member, team: Team) -> None:
    make_person("Amara", "Osei", team=team)
    response = answered(member, post(member, typed(team)), "")
    assert response.status_code == 422
    assert "Choose who it is" in response.get_data(as_text=True)
    assert len(people()) == 1


def test_an_answer_about_other_people_is_not_taken(member: Member, team: Team) -> None:
    """Whoever changes the name after the question is asked about the new one."""
    make_person("Amara", "Osei", team=team)
    asked = post(member, typed(team))
    form = form_with(asked.get_data(as_text=True), PATH, "asked_about")
    make_person("Amarah", "Osei", team=team)
    response = post(member, form.filled(decision="somebody-else"))
    assert "They may be on record already" in response.get_data(as_text=True)
    assert len(people()) == 2


class TestKnownToAnotherTeam:
    """Of somebody out of reach nothing is shown, and their team's lead says whether it is they."""

    def ask(self, member: Member, team: Team) -> KnownElsewhere:
        response = answered(member, post(member, typed(team)), "ask")
        assert response.location.endswith("/people/known")
        return db.session.scalars(db.select(KnownElsewhere)).one()

    def test_nothing_of_the_person_is_shown(
        self, member: Member, other_lead: Member, team: Team, other_team: Team
    ) -> None:
        known = make_person("Amaru", "Osei", given_name="Zebedee", team=other_team, nhs_number="9990000018")
        page = post(member, typed(team)).get_data(as_text=True)
        assert "They may be known to another team. Mo Iqbal (Harbour) can say" in page
        for secret in (str(known.id), "Amaru", "Zebedee"):
            assert secret not in page

    def test_the_lead_confirms_and_the_same_person_gets_a_second_episode(
        self, member: Member, other_lead: Member, team: Team, other_team: Team
    ) -> None:
        known = make_person("Amara", "Osei", team=other_team, nhs_number="9990000018")
        request = self.ask(member, team)
        assert "No answer yet" in member.sees("/people/known")
        assert str(known.id) not in member.sees("/people/known")
        assert "Priya Mistry, Irwell, asked on" in other_lead.sees("/people/known")
        other_lead.client.post(f"/people/known/{request.id}/answer", data={"answer": "same"})
        assert len(people()) == 1
        assert person_within_reach(member.actor, known.id)
        assert f"/people/{known.id}" in member.sees("/people/known")
        assert "not well enough for another" in member.sees(f"/people/{known.id}")

    def test_the_lead_declines_and_the_team_registers_without_typing_again(
        self, member: Member, other_lead: Member, team: Team, other_team: Team
    ) -> None:
        known = make_person("Amara", "Osei", team=other_team, nhs_number="9990000018")
        request = self.ask(member, team)
        other_lead.client.post(f"/people/known/{request.id}/answer", data={"answer": "else"})
        page = member.sees("/people/known")
        assert "it is somebody else. Register them as a new person" in page
        assert str(known.id) not in page
        form = form_with(member.sees(f"/people/new?asked={request.id}"), PATH, "preferred_name")
        assert form.fields["preferred_name"] == "Amara"
        assert form.fields["source_name"] == "Dr Helen Marsh"
        response = answered(member, post(member, form.fields), "somebody-else")
        assert response.status_code == 303
        assert len(people()) == 2

    def test_only_that_lead_answers_and_once(
        self, member: Member, lead: Member, other_lead: Member, team: Team, other_team: Team
    ) -> None:
        make_person("Amara", "Osei", team=other_team, nhs_number="9990000018")
        request = self.ask(member, team)
        address, same = f"/people/known/{request.id}/answer", {"answer": "same"}
        assert member.client.post(address, data=same).status_code == 403
        assert lead.client.post(address, data=same).status_code == 404
        assert other_lead.client.post(address, data=same).status_code == 303
        assert other_lead.client.post(address, data=same).status_code == 409

    def test_a_lead_who_sees_whom_it_is_about_has_read_their_record(
        self, member: Member, other_lead: Member, team: Team, other_team: Team
    ) -> None:
        known = make_person("Amara", "Osei", team=other_team, nhs_number="9990000018")
        self.ask(member, team)
        other_lead.sees("/people/known")
        entry = db.session.scalars(db.select(AuditEntry).where(AuditEntry.verb == "list_known")).one()
        assert entry.detail["shown"] == [str(known.id)]


def test_a_second_referral_changes_nothing_on_record(member: Member, team: Team, other_team: Team) -> None:
    person = make_person("Amara", "Osei", team=team)
    with pytest.raises(Conflict):
        refer_again(person.id, Referral(team.id, today(), "GP"), member.actor)
    with pytest.raises(Forbidden):
        refer_again(person.id, Referral(other_team.id, today(), "GP"), member.actor)


def test_details_are_corrected_and_the_new_name_is_found(member: Member, team: Team) -> None:
    person = make_person("Amara", "Osei", team=team)
    path = f"/people/{person.id}/details"
    form = form_with(member.sees(path), path, "preferred_name")
    response = member.client.post(path, data=form.filled(preferred_name="Ama", family_name="Mensah"))
    assert response.status_code == 303
    page = member.sees(f"/people/{person.id}")
    assert "Ama Mensah" in page
    assert "Amara Mensah" in page  # the name on record
    assert "Priya Mistry changed Ama’s details: family name, preferred name" in page
    found = member.client.post("/people/search", data={"term": "osei"}).get_data(as_text=True)
    assert "Nobody found" in found


def test_two_who_correct_the_same_record_see_both(member: Member, lead: Member, team: Team) -> None:
    person = make_person("Amara", "Osei", team=team)
    path = f"/people/{person.id}/details"
    mine, theirs = (form_with(each.sees(path), path, "preferred_name") for each in (member, lead))
    lead.client.post(path, data=theirs.filled(mobile="07700 900111"))
    response = member.client.post(path, data=mine.filled(mobile="07700 900222"))
    page = response.get_data(as_text=True)
    assert response.status_code == 409
    assert "Ruth Okafor saved it" in page
    assert "07700 900111" in page
    assert "07700 900222" in page


def test_a_form_about_one_person_is_not_saved_to_another(member: Member, team: Team) -> None:
    one, other = make_person("Amara", "Osei", team=team), make_person("Lee", "Carr", team=team)
    path = f"/people/{one.id}/details"
    form = form_with(member.sees(path), path, "preferred_name")
    response = member.client.post(f"/people/{other.id}/details", data=form.filled(preferred_name="Ama"))
    assert response.status_code == 409
    assert "This form was about another person" in response.get_data(as_text=True)
    assert {person.preferred_name for person in people()} == {"Amara", "Lee"}


def test_a_shared_number_is_checked(member: Member, team: Team) -> None:
    person = make_person("Amara", "Osei", team=team, nhs_number="9990000018", number_to_check="number shared: check")
    assert "number shared: check" in member.sees(f"/people/{person.id}")
    path = f"/people/{person.id}/details"
    form = form_with(member.sees(path), path, "preferred_name")
    member.client.post(path, data=form.filled(is_number_checked="y"))
    assert "number shared: check" not in member.sees(f"/people/{person.id}")


def test_every_part_of_a_name_is_kept_folded() -> None:
    assert folded_parts("Siân", "O’Neill-Jones") == {"sian", "o", "neill", "jones", "oneilljones"}
    assert folded_parts("李", "Łucja", "--") == {"李", "lucja"}
