"""Names for people who don't exist, as a trust in Salford might have them; many begin alike, as names do."""

import random
from collections.abc import Iterator

GIVEN = """
Amina Andrew Angela Anita Aisha Ben Beth Chen Chidi Claire Daniel David Deborah Ellen Emeka Fatima Farah Gareth Grace
Hannah Hassan Helen Ibrahim Imran Isaac Jack James Jamila Jean John Joseph Kamal Karen Kiran Lauren Leila Liam Lucy
Łukasz Małgorzata Margaret Maria Mark Martin Mary Maryam Matthew Mohammed Nadia Naomi Olu Omar Patrick Paul Peter
Rachel Ravi Rebecca Robert Rosa Sam Sarah Simon Siobhán Sophie Stephen Susan Tariq Thomas Tomasz Victoria Wei Yusuf Zoë
""".split()

FAMILY = """
Abdi Adams Ahmed Akhtar Ali Allen Anderson Bailey Baker Begum Brown Carter Chowdhury Clark Cooper Davies Desai Edwards
Evans Farrell Green Hall Harris Hill Hughes Hussain Iqbal Jackson Johnson Jones Kaur Kelly Khan King Kowalski Lee Lewis
Macdonald Malik Marsh Martin Mason Matthews Mbeki Miller Mitchell Moore Morgan Morris Murphy Nowak O’Brien O’Neill Okoro
Parker Patel Phillips Roberts Robinson Scott Shah Singh Smith Taylor Thomas Thompson Turner Walker Ward Watson White
Williams Wilson Wood Wright Yilmaz Young
""".split()


def names() -> Iterator[tuple[str, str]]:
    """Given and family names, for ever, and the same ones each time."""
    choice = random.Random(20_261_121).choice  # noqa: S311  names, not secrets
    while True:
        yield choice(GIVEN), choice(FAMILY)
