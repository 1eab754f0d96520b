"""What kind of browser is asking: enough for the person to know their nurse's phone, too little to follow anybody."""

BROWSERS = (
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR", "Opera"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""A mark and a name, in the order to ask: each says that it is also those after it."""

MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def kind_of_browser(told: str) -> str:
    """By what it says of itself, which may be anything: names from our own lists, or nothing.

    >>> kind_of_browser("Mozilla/5.0 (iPhone; CPU iPhone OS 15_0) Version/15.0 Mobile Safari/604.1")
    'Safari, iPhone'
    """
    kinds = (next((name for mark, name in known if mark in told), "") for known in (BROWSERS, MACHINES))
    return ", ".join(filter(None, kinds))
