"""The command line: `livingwell create-admin`, `livingwell upgrade`, and what other modules of this package add.

A new command is a module here with a function under `@click.command()` and `@in_the_app`, and a line in `COMMANDS`.
"""

import click

from livingwell.cli.create_admin import create_admin
from livingwell.cli.import_caseload import import_caseload
from livingwell.cli.upgrade import upgrade

COMMANDS: tuple[click.Command, ...] = (create_admin, import_caseload, upgrade)


@click.group()
def main() -> None:
    """Living Well, from the command line."""


for command in COMMANDS:
    main.add_command(command)
