"""`livingwell set-crisis-wording`: what people can do if things get too much, before the first page is served."""

from pathlib import Path

import click

from livingwell.cli.running import THE_COMMAND_LINE, in_the_app
from livingwell.identity.actions.crisis_wording import begin_crisis_wording


@click.command("set-crisis-wording")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@in_the_app
def set_crisis_wording(file: Path) -> None:
    """Put the words of a text file on every page of the person's side.

    A line that begins with "-" is a point of a list; **these words** stand out.
    """
    try:
        words = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise click.ClickException("This is no text file in UTF-8. Save it as plain text and try again.") from None
    wording = begin_crisis_wording(words, THE_COMMAND_LINE)
    click.echo(f"Version {wording.number} stands on every page of the person’s side. Change it under Accounts.")
