"""Whether an e-mail address or a phone number could be one. Nothing is looked up and nobody is written to."""

import phonenumbers
from email_validator import EmailNotValidError, validate_email

_REGION = "GB"  # for numbers written without their country


def is_email(text: str) -> bool:
    """Whether it has the form of an e-mail address. Accents are allowed."""
    try:
        validate_email(text, check_deliverability=False, allow_smtputf8=True)
    except EmailNotValidError:
        return False
    return True


def is_phone(text: str) -> bool:
    """Whether it has a possible length. A number kept for fiction, such as 07700 900123, passes."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(text, _REGION))
    except phonenumbers.NumberParseException:
        return False


def number_shown(text: str) -> str:
    """The number as people here write it: 07700 900123, or with its country where that is another one."""
    if not is_phone(text):
        return text
    number = phonenumbers.parse(text, _REGION)
    is_here = number.country_code == phonenumbers.country_code_for_region(_REGION)
    kind = phonenumbers.PhoneNumberFormat.NATIONAL if is_here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, kind)


def normal_number(text: str) -> str:
    """The number as every network writes it (E.164), so that "07700 900123" and "447700900123" are one.

    What is no phone number, such as the name that a company sends from, stays as it is.
    """
    if not is_phone(text):
        return text.strip()
    return phonenumbers.format_number(phonenumbers.parse(text, _REGION), phonenumbers.PhoneNumberFormat.E164)
