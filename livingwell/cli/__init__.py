"""The command line: `livingwell create-admin`, `livingwell upgrade`, and what other modules of this package add.

A new command is a module here with a function under `@click.command()` and `@in_the_app`, and a line in `COMMANDS`.
"""

import click

from livingwell.cli.check_audit import check_audit
from livingwell.cli.create_admin import create_admin
from livingwell.cli.demo import demo
from livingwell.cli.import_caseload import import_caseload
from livingwell.cli.import_services import import_services
from livingwell.cli.make_migration import make_migration
from livingwell.cli.set_crisis_wording import set_crisis_wording
from livingwell.cli.tidy import tidy
from livingwell.cli.upgrade import upgrade
from livingwell.cli.worker import worker

COMMANDS: tuple[click.Command, ...] = (
    check_audit,
    create_admin,
    demo,
    import_caseload,
    import_services,
    make_migration,
    set_crisis_wording,
    tidy,
    upgrade,
    worker,
)


@click.group()
def main() -> None:
    """Living Well, from the command line."""


for command in COMMANDS:
    main.add_command(command)
