"""The menu leads only to what this installation has."""

from flask import Flask

from livingwell.web import navigation


def page() -> str:
    return ""


def test_the_menu_leaves_out_what_is_not_there() -> None:
    app = Flask("bare")
    app.add_url_rule("/people", "people.list_people", page)
    app.add_url_rule("/sign-out", "identity.sign_out", page)
    menu = navigation.init_app(app)
    menu.add("People", "people.list_people", "people")
    menu.add("Reports", "reports.show_reports", "reports")
    with app.test_request_context():
        shell = menu.signed_in(
            organisation="Irwell", team_name="Irwell team", user_name="Jo", idle_seconds=900, warning_seconds=120
        )
    assert shell.nav == (navigation.Link("People", "/people", "people"),)
    assert shell.sign_out_url == "/sign-out"
    assert shell.search_url == ""
