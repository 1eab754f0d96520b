"""Where next, in a sentence on the plan's page."""

from livingwell.careplans.onward import OnwardLine


def onward_line_of(hopes: int, options: int) -> OnwardLine:
    """Where next has not been talked about yet. Or: 2 hopes, and 3 things looked at together.

    >>> onward_line_of(1, 0).words
    '1 hope is written down.'
    """
    if not hopes and not options:
        return OnwardLine("Where next has not been talked about yet.", is_open=True)
    written = "1 hope is written down" if hopes == 1 else f"{hopes} hopes are written down"
    looked_at = "1 thing is looked at" if options == 1 else f"{options} things are looked at"
    parts = [written] * bool(hopes) + [looked_at] * bool(options)
    return OnwardLine(f"{', '.join(parts)}.", is_open=False)
