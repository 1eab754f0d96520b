"""A message as the bytes of an e-mail."""

from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from livingwell.core.clock import now
from livingwell.delivery.models import Message


def mail_bytes(message: Message, sender: str) -> bytes:
    """The message as a mail server takes it: its parts decode to exactly what was previewed, byte for byte."""
    mail = EmailMessage(policy=SMTP if message.to_address.isascii() else SMTPUTF8)
    mail["From"] = sender
    mail["To"] = message.to_address
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = f"<{message.id}@{sender.rpartition('@')[2]}>"
    if message.is_automatic:
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday notice answers it
    _add_words(mail, message)
    for file in message.attachments:
        maintype, _, subtype = file.media_type.partition("/")
        mail.add_attachment(file.content, maintype=maintype, subtype=subtype, filename=file.name)
    return mail.as_bytes()


def _add_words(mail: EmailMessage, message: Message) -> None:
    """As bytes: set as text, the library would end their lines in its own way."""
    utf8 = {"charset": "utf-8"}
    mail.set_content(message.text.encode(), maintype="text", subtype="plain", params=utf8)
    if message.html is not None:
        mail.add_alternative(message.html.encode(), maintype="text", subtype="html", params=utf8)
