"""What a browser complains about: broken scripts, and what the page's security policy refused."""

from playwright.sync_api import BrowserContext, ConsoleMessage

# Chromium reports every answer of this kind as an error, also the ones that the page means to give.
MEANT = "Failed to load resource: the server responded with a status of 4"


def collect(context: BrowserContext, complaints: list[str]) -> None:
    """Add to the list whatever a page of this browser complains about from now on."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(MEANT):
            complaints.append(message.text)

    context.on("console", on_console)
    context.on("weberror", lambda error: complaints.append(error.error.message))
