"""A passport opened by a link: for whoever has its PIN, until it is stopped, and then nothing at all."""

from datetime import timedelta

import pytest

from livingwell.core import clock
from livingwell.core.actor import Actor, Side
from livingwell.passports.actions import remove_piece, stop_share
from livingwell.passports.queries.shares import shares_of
from tests.factories.identity import make_team, sign_in
from tests.factories.passports import make_piece, make_share
from tests.factories.people import make_own_account, make_person

SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def person(app):
    return make_person(team=make_team())


@pytest.fixture
def account(person):
    return make_own_account(person)


@pytest.fixture
def herself(person, account):
    return Actor(account.id, person.name, side=Side.PERSON)


@pytest.fixture
def shared(person, herself):
    return make_share(person, herself)


@pytest.fixture
def visitor(app):
    return app.test_client()


def address(made):
    return f"/shared/{made.token}"


def send_pin(visitor, made, pin):
    return visitor.post(address(made), data={"pin": pin}, headers={"User-Agent": SAFARI})


def wrong(made):
    return "000000" if made.pin != "000000" else "000001"


def opened(visitor, made):
    assert send_pin(visitor, made, made.pin).status_code == 303
    return visitor.get(address(made))


def tries(person):
    return [(each.is_right, each.browser) for each in shares_of(person.id)[0].openings]


def test_the_link_alone_asks_for_the_pin_and_says_nothing_of_whose_it_is(visitor, shared):
    answer = visitor.get(address(shared))
    asked = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Type the PIN" in asked
    assert "Amara" not in asked
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_with_the_pin_it_opens_and_says_who_shared_it(visitor, shared):
    answer = opened(visitor, shared)
    shown = answer.get_data(as_text=True)
    assert "Amara shared this with you. It is not a medical record." in shown
    assert "Write to me. Please never phone." in shown
    assert "Amara" not in shown[shown.index("<title>") : shown.index("</title>")]
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_a_pin_may_be_typed_with_spaces(visitor, shared):
    assert send_pin(visitor, shared, f" {shared.pin[:3]} {shared.pin[3:]} ").status_code == 303


def test_the_person_sees_each_opening_and_each_wrong_pin(visitor, client, person, account, shared):
    send_pin(visitor, shared, wrong(shared))
    opened(visitor, shared)
    assert tries(person) == [(False, "Safari, iPhone"), (True, "Safari, iPhone")]
    sign_in(client, account)
    shown = client.get("/my/passport/links").get_data(as_text=True)
    assert "With: Safari, iPhone." in shown
    assert "A wrong PIN" in shown


def test_who_looked_says_that_it_was_by_the_link(visitor, client, account, shared):
    opened(visitor, shared)
    sign_in(client, account)
    shown = client.get("/my/who-looked").get_data(as_text=True)
    assert "Someone with a link from you" in shown
    assert "Opened your passport at" in shown
    assert "by the service" not in shown


def test_a_scanner_that_looks_at_the_link_counts_as_no_opening(visitor, person, shared):
    for method in ("GET", "HEAD", "OPTIONS"):
        visitor.open(address(shared), method=method)
    assert tries(person) == []


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "pin", "١٢٣٤٥٦"])
def test_what_no_pin_can_be_is_no_try(visitor, person, shared, typed):
    assert send_pin(visitor, shared, typed).status_code == 422
    assert tries(person) == []


def test_stopped_over_and_made_up_links_answer_the_very_same(app, person, herself, count_statements):
    stopped, over = make_share(person, herself), make_share(person, herself)
    stop_share(person.id, stopped.id, herself)
    later = clock.now() + timedelta(days=8)
    seen = []
    for token in (stopped.token, over.token, "made-up", "a" * 43):
        with clock.fixed(later), count_statements() as statements:
            answer = app.test_client().get(f"/shared/{token}")
        seen.append((answer.status_code, answer.data, sorted(answer.headers.items()), len(statements)))
    assert seen[0][0] == 404
    assert all(each == seen[0] for each in seen)


def test_they_answer_the_very_same_to_a_pin_too(app, person, herself, count_statements):
    stopped = make_share(person, herself)
    stop_share(person.id, stopped.id, herself)
    seen = []
    for token, pin in ((stopped.token, stopped.pin), (stopped.token, "1"), ("made-up", "123456")):
        with count_statements() as statements:
            answer = app.test_client().post(f"/shared/{token}", data={"pin": pin})
        seen.append((answer.status_code, answer.data, len(statements)))
    assert seen[0][0] == 404
    assert all(each == seen[0] for each in seen)
    assert tries(person) == []


def test_stopping_closes_what_is_open_with_its_pictures(visitor, person, herself, shared):
    piece = make_piece(person, herself)
    assert opened(visitor, shared).status_code == 200
    picture = f"{address(shared)}/files/{piece.id}/large"
    assert visitor.get(picture).status_code == 200
    stop_share(person.id, shared.id, herself)
    gone = visitor.get(address(shared))
    assert gone.status_code == 404
    assert visitor.get(picture).data == gone.data


def test_a_picture_needs_the_pin_and_leaves_with_the_passport(visitor, person, herself, shared):
    piece = make_piece(person, herself)
    picture = f"{address(shared)}/files/{piece.id}/large"
    assert visitor.get(picture).status_code == 404
    opened(visitor, shared)
    assert visitor.get(picture).headers["Content-Type"] == "image/jpeg"
    remove_piece(person.id, piece.id, herself)
    assert visitor.get(picture).status_code == 404


def test_it_stays_open_for_half_an_hour_in_that_browser_alone(app, visitor, shared):
    opened(visitor, shared)
    with clock.fixed(clock.now() + timedelta(minutes=29)):
        assert "Write to me" in visitor.get(address(shared)).get_data(as_text=True)
    with clock.fixed(clock.now() + timedelta(minutes=31)):
        assert "Type the PIN" in visitor.get(address(shared)).get_data(as_text=True)
    assert "Type the PIN" in app.test_client().get(address(shared)).get_data(as_text=True)


def test_what_the_browser_carries_fits_no_other_link_and_cannot_be_altered(visitor, person, herself, shared):
    other = make_share(person, herself)
    opened(visitor, shared)
    carried = visitor.get_cookie("opened", path=address(shared)).value
    visitor.set_cookie("opened", carried, path=address(other))
    assert "Type the PIN" in visitor.get(address(other)).get_data(as_text=True)
    visitor.set_cookie("opened", carried[:-2] + "xx", path=address(shared))
    assert "Type the PIN" in visitor.get(address(shared)).get_data(as_text=True)


def test_closing_it_forgets_it_in_this_browser(visitor, shared):
    opened(visitor, shared)
    visitor.post(f"{address(shared)}/closing")
    assert "Type the PIN" in visitor.get(address(shared)).get_data(as_text=True)


def test_five_wrong_pins_stop_it_and_the_fifth_says_so_no_other_way_than_a_stopped_link(app, visitor, shared):
    answers = [send_pin(visitor, shared, wrong(shared)) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 404]
    assert visitor.get(address(shared)).data == app.test_client().get("/shared/made-up").data
    assert send_pin(visitor, shared, shared.pin).status_code == 404


def test_all_pins_are_not_to_be_guessed_in_ten_thousand_tries(visitor, shared):
    """After the fifth, whatever is tried asks the database for the link and for nothing more."""
    for _number in range(5):
        send_pin(visitor, shared, wrong(shared))
    assert {send_pin(visitor, shared, f"{number:06}").status_code for number in range(50)} == {404}


def test_the_person_is_shown_the_pin_once(client, account, person, herself):
    make_share(person, herself)
    sign_in(client, account)
    form = {"lasting": "day", "for_whom": "the library", "submission": "0b39bb6a-6a3a-4c6b-8f37-1f6cf4d5a3ab"}
    made = client.post("/my/passport/links/new", data=form)
    assert made.status_code == 200
    assert 'class="pin"' in made.get_data(as_text=True)
    again = client.post("/my/passport/links/new", data=form)
    assert again.status_code == 303
    assert len(shares_of(person.id)) == 2
    listed = client.get("/my/passport/links").get_data(as_text=True)
    assert "/shared/" not in listed


def test_stopping_it_on_the_page(client, account, person, shared):
    sign_in(client, account)
    assert client.post(f"/my/passport/links/{shared.id}/stop").status_code == 303
    assert shares_of(person.id)[0].stop is not None
