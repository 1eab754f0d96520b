"""The languages that people told us, as a document names them."""

# By the names that staff use (the first word, folded to lower case), to BCP 47.
_TAGS = {
    "arabic": "ar",
    "bengali": "bn",
    "cantonese": "zh-Hant",
    "dari": "prs",
    "farsi": "fa",
    "french": "fr",
    "gujarati": "gu",
    "hebrew": "he",
    "hindi": "hi",
    "italian": "it",
    "kurdish": "ckb",
    "lithuanian": "lt",
    "mandarin": "zh-Hans",
    "pashto": "ps",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "punjabi": "pa",
    "romanian": "ro",
    "slovak": "sk",
    "somali": "so",
    "spanish": "es",
    "tamil": "ta",
    "tigrinya": "ti",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "vietnamese": "vi",
    "welsh": "cy",
    "yiddish": "yi",
}
_RIGHT_TO_LEFT = {"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"}


def tag_of(language: str) -> str:
    """The language's tag; English where none was told, and "und" for one that we don't know.

    >>> tag_of(""), tag_of("Urdu"), tag_of("Klingon")
    ('en-GB', 'ur', 'und')
    """
    words = language.lower().split()
    if not words or words[0] == "english":
        return "en-GB"
    return _TAGS.get(words[0].strip("(,;"), "und")


def direction_of(language: str) -> str:
    """Which way it is written."""
    return "rtl" if tag_of(language) in _RIGHT_TO_LEFT else "ltr"


def is_english(language: str) -> bool:
    return tag_of(language) == "en-GB"
