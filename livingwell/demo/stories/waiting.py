"""People who wait: just referred, accepted and not yet discussed, or nearly turned away."""

from datetime import date

from livingwell.careplans.models import LifeArea
from livingwell.demo.story import GoalStory, PersonStory, StepStory

LEILA = PersonStory(
    "Leila",
    "Haddad",
    date(1993, 9, 27),
    "9994251236",
    referred_days_ago=54,
    referred_by="CMHT",
    referral_reason="Anxiety leaving the house. Referral says: did not engage, six calls not answered.",
    pronouns="she/her",
    mobile="07700 900166",
    support_note="Anxious on phone, text OK",
    address="17 Garden Row, Salford",
    postcode="M7 9XX",
    accepted_days_ago=13,
    started_days_ago=9,
    key_worker="Mel Hart",
    peer="Dev Lal",
    matters="I was there every time it rang. I watched it. I can’t pick it up. I answered your text in four minutes.",
    good_at="I write. I’m funny on paper.",
    needs=("To be written to",),
    goals=(
        GoalStory(
            "Sit in the garden for the length of a song",
            "It’s four steps from the door and I’ve not done it since spring.",
            LifeArea.OUT,
            9,
            ratings=((6, 1),),
            steps=(StepStory("Choose the song", "person", 3, confidence=9),),
        ),
    ),
    review_in_days=30,
)

DENISE = PersonStory(
    "Denise",
    "Hallam",
    date(1971, 7, 7),
    "9994264400",
    referred_days_ago=9,
    referred_by="GP",
    referral_reason="Anxiety leaving the house since a burglary. Has a dog that she won’t leave.",
    pronouns="she/her",
    support_note="Large print (24pt)",
    address="41 Kettle Street, Salford",
    postcode="M5 9XX",
    accepted_days_ago=6,
    key_worker="Mel Hart",
)

FATIMA = PersonStory(
    "Fatima",
    "Noor",
    date(1959, 12, 24),
    "9994290746",
    referred_days_ago=16,
    referred_by="Primary care mental health",
    referral_reason="Fell between talking therapies and CMHT; declined by both.",
    pronouns="she/her",
    accepted_days_ago=13,
)

NIAMH = PersonStory(
    "Niamh",
    "O’Neill",
    date(1999, 8, 30),
    "9994303910",
    referred_days_ago=24,
    referred_by="Self",
    referral_reason="Burnout, newly told she has ADHD. Wants volunteering.",
    pronouns="she/her",
    email="niamh.oneill@example.com",
    accepted_days_ago=20,
)

JOSEPH = PersonStory(
    "Joseph",
    "Mbeki",
    date(1966, 3, 22),
    "9994317083",
    referred_days_ago=21,
    referred_by="VCSE partner",
    referral_reason="Voices under control. Wants to be useful again.",
    pronouns="he/him",
    support_note="Text day before appt",
    accepted_days_ago=17,
)

BARTEK = PersonStory(
    "Bartek",
    "Zieliński",
    date(1980, 4, 2),
    "9994343424",
    referred_days_ago=5,
    referred_by="A&E liaison",
    referral_reason="Drinking since the divorce. Asks for a man to talk to.",
    language="Polish",
    interpreter="Polish",
    support_note="Polish interpreter",
)

ROSA = PersonStory(
    "Rosa",
    "Delgado",
    date(1977, 11, 11),
    "9994356593",
    referred_days_ago=12,
    referred_by="Housing",
    referral_reason="Hoarding, at risk of eviction.",
    support_note="Home visits only at present",
)

OWEN = PersonStory(
    "Owen",
    "Tully",
    date(2000, 1, 19),
    "9994369768",
    referred_days_ago=3,
    referred_by="Self",
    referral_reason="“I’ve filled this in four times. Low mood, no job, I sit in my room.”",
    pronouns="he/him",
)

PEOPLE = (LEILA, DENISE, FATIMA, NIAMH, JOSEPH, BARTEK, ROSA, OWEN)
