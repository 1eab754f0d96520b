"""People whose support is under way, and whom today's meeting talks about."""

from datetime import date

from livingwell.careplans.models import Answer, ConsequenceArea, GoalState, HowSaid, LifeArea, StepState
from livingwell.demo.story import (
    AnswerStory,
    ConsequenceStory,
    GoalStory,
    PersonStory,
    SafetyStory,
    StepStory,
    SuggestionStory,
)

AMARA = PersonStory(
    "Amara",
    "Osei",
    date(1997, 3, 14),
    "9994027344",
    referred_days_ago=96,
    referred_by="GP",
    referral_reason="Does not leave the flat most weeks. Autistic. Turned down by two services.",
    pronouns="she/her",
    mobile="07700 900493",
    postcode="M7 1AA",
    support_note="Autistic; written info please. Prefers text - does not answer calls",
    accepted_days_ago=90,
    started_days_ago=84,
    key_worker="Priya Mistry",
    peer="Jo Brennan",
    matters=(
        "I want to get to the library and back and have some of the day left. I am not avoiding you. "
        "I can’t do the phone. If you write, I will write back."
    ),
    good_at="I notice things. I finish what I start. I am kind to people who are having a bad day, because I know.",
    where_next="After this I’d like the library group. Not a service. People who read.",
    needs=(
        "To go out without it costing the whole day",
        "Rest to count on",
        "Something to do besides appointments",
    ),
    goals=(
        GoalStory(
            "Get the tram into town and back on my own, once a week",
            "The library is in town. It is the one place I feel like myself.",
            LifeArea.OUT,
            9,
            ratings=((51, 1), (30, 2), (14, 4), (7, 5)),
            steps=(
                StepStory("Walk to the stop and watch two trams go by", "person", -30, status=StepState.DONE),
                StepStory(
                    "Ride two stops with Jo, headphones on",
                    "Jo Brennan",
                    -7,
                    then="She can get off whenever she likes",
                    confidence=7,
                    status=StepState.DONE,
                ),
                StepStory(
                    "Ride one stop alone on a quiet tram, with Jo at the next stop",
                    "person",
                    7,
                    barrier="The tram is full",
                    then="Let it go. Jo will wait",
                    confidence=6,
                ),
            ),
        ),
        GoalStory(
            "Sleep so that mornings are possible",
            "If I sleep I can choose what the day is for.",
            LifeArea.HEALTH,
            7,
            whose="ours",
            ratings=((51, 3), (30, 3), (14, 2), (7, 3)),
            steps=(
                StepStory(
                    "Write down bedtime, waking and what happened that day",
                    "person",
                    19,
                    barrier="Missing a day",
                    then="Leave it blank, no catching up",
                    confidence=8,
                    status=StepState.UNDER_WAY,
                ),
                StepStory(
                    "No appointments before midday, and no reminder calls",
                    "Priya Mistry",
                    1,
                    barrier="The reminder system rings by itself",
                    then="Ruth asks the supplier to take her number out",
                ),
            ),
        ),
        GoalStory(
            "Work that doesn’t need me to answer a phone",
            "I was good at my job until they moved me to the front desk.",
            LifeArea.WORK,
            6,
            ratings=((44, 2), (14, 3), (7, 4)),
            steps=(
                StepStory(
                    "Spend an hour at the print workshop on a quiet day",
                    "Tom Adeyemi",
                    21,
                    barrier="Too loud",
                    then="Leave by the side door and text Tom after",
                    confidence=7,
                ),
            ),
        ),
    ),
    consequences=(
        ConsequenceStory(
            ConsequenceArea.TRAVEL,
            "The travel pass form asks for a letter that names autism. It would make the tram free after 9:30am.",
            "Jo Brennan",
            7,
            "Yes, if I read the letter first.",
        ),
        ConsequenceStory(
            ConsequenceArea.WORK,
            "Telling an employer about autism is her choice. Help at work can be asked for either way.",
            "Tom Adeyemi",
        ),
    ),
    suggestions=(
        SuggestionStory(
            "Jo Brennan",
            "Ride one stop alone on a quiet tram, with Jo at the next stop, then a free day after it",
            "We count the trip and not the two days after it.",
            goal=0,
            step=2,
        ),
    ),
    answer=AnswerStory(
        Answer.YES, 39, "Yes. This is mine. Please keep the word library in it.", HowSaid.BY_TEXT, "Jo Brennan"
    ),
    changed_after_answer=(
        StepStory(
            "Ask for a free travel pass, if the letter can use Amara’s own words",
            "Callum Reid",
            14,
            then="She reads the letter before it goes",
        ),
    ),
    safety=SafetyStory(
        triggers="A phone that rings without warning. Two changes of plan in one day.",
        early_signs="I stop reading. I answer with one word.",
        what_helps="The dark room, the heavy blanket, an hour with nobody asking anything.",
        what_should_happen="Text me once: “No need to answer. Jo will text at 4pm.” Then text at 4pm.",
        who_to_contact="My sister Efua, by text. Not my mum.",
        advance_wishes="If I have to be somewhere safe, I want my headphones and the lights low.",
        agreed_days_ago=32,
    ),
    review_in_days=21,
)

SIAN = PersonStory(
    "Siân",
    "Pryce",
    date(1985, 9, 2),
    "9994040510",
    referred_days_ago=70,
    referred_by="Primary care mental health",
    referral_reason="Low mood after years of coping. Asking about an ADHD assessment.",
    pronouns="she/her",
    email="siân.pryce@example.com",
    accepted_days_ago=63,
    started_days_ago=56,
    key_worker="Sana Iqbal",
    peer="Jo Brennan",
    matters="I want to know what a diagnosis changes before anyone writes it down. I drive for a living.",
    good_at="I can hold ten things in my head when it matters. I make people laugh.",
    where_next="Back to full shifts, with someone who knows how I work.",
    needs=("To decide about an assessment with all the facts", "Days that don’t run out before she does"),
    goals=(
        GoalStory(
            "Decide about the assessment myself, with nobody rushing me",
            "Once it is written down I can’t unwrite it.",
            LifeArea.HEALTH,
            10,
            ratings=((49, 2), (21, 3), (8, 4)),
            steps=(
                StepStory(
                    "Read what the licensing agency and two insurers say, side by side",
                    "Sana Iqbal",
                    3,
                    barrier="The forms are long",
                    then="Jo reads them with her, one page a time",
                    confidence=5,
                    status=StepState.UNDER_WAY,
                ),
            ),
        ),
        GoalStory(
            "One evening a week with no catching up",
            "My daughter says I’m always halfway out of the room.",
            LifeArea.PEOPLE,
            8,
            ratings=((49, 1), (21, 4), (8, 5)),
            steps=(StepStory("Wednesday evening, phone in the drawer", "person", 5, confidence=7),),
        ),
    ),
    consequences=(
        ConsequenceStory(
            ConsequenceArea.INSURANCE,
            "Travel insurers ask about conditions and about waiting for tests. A named diagnosis can raise the price; "
            "not telling them can undo the cover.",
            "Sana Iqbal",
            8,
            "I’ll ask for two quotes before I decide.",
        ),
        ConsequenceStory(
            ConsequenceArea.DRIVING,
            "A driver tells the licensing agency when a condition affects driving. A name alone need not be told.",
            "Callum Reid",
        ),
        ConsequenceStory(
            ConsequenceArea.TRAVEL,
            "Some countries need a doctor’s letter, and a limit on days, for the medicines that are used.",
            "Jo Brennan",
        ),
    ),
    answer=AnswerStory(Answer.YES, 40, "Yes. It says I decide, so yes.", HowSaid.IN_PERSON, "Sana Iqbal"),
    review_in_days=9,
)

MALIK = PersonStory(
    "Malik",
    "Rahman",
    date(1979, 12, 5),
    "9994066854",
    referred_days_ago=82,
    referred_by="Housing",
    referral_reason="Low mood, not sleeping, behind with the rent. Lives with his mother.",
    pronouns="he/him",
    mobile="07700 900171",
    accepted_days_ago=75,
    started_days_ago=68,
    key_worker="Priya Mistry",
    matters="Mum has to be all right first. Then I can think about me.",
    good_at="I cook for six from nothing. I know every nurse on ward 4 by name.",
    needs=("Sleep while his mum is safe at night", "Somebody to ask when she is worse"),
    goals=(
        GoalStory(
            "A night’s sleep twice a week without listening for Mum",
            "I get up four times. I’m no use to her like this.",
            LifeArea.PEOPLE,
            9,
            ratings=((54, 1), (26, 2), (9, 2)),
            steps=(
                StepStory(
                    "Ask about a night sitter, and what it costs",
                    "Ade Bankole",
                    6,
                    barrier="He won’t call it help for himself",
                    then="Ask what would help his mum’s nights",
                    confidence=4,
                ),
            ),
        ),
        GoalStory(
            "Friday prayers again, with my brother at home",
            "It is the only hour that is mine.",
            LifeArea.ENJOYMENT,
            8,
            ratings=((54, 2), (26, 4), (9, 6)),
            steps=(StepStory("Ask Yusuf to come at 12:30 on Fridays", "person", -20, status=StepState.DONE),),
        ),
    ),
    consequences=(
        ConsequenceStory(
            ConsequenceArea.BENEFITS,
            "Looking after somebody 35 hours a week can bring an allowance, and can change what his mum is paid.",
            "Ade Bankole",
        ),
    ),
    answer=AnswerStory(Answer.YES, 52, "Yes, if Mum doesn’t have to sign anything.", HowSaid.IN_PERSON, "Priya Mistry"),
    review_in_days=0,
)

LORNA = PersonStory(
    "Lorna",
    "Keane",
    date(1968, 5, 21),
    "9994080024",
    referred_days_ago=200,
    referred_by="CMHT",
    referral_reason="Recently discharged from a ward. Needs a routine and people around her.",
    pronouns="she/her",
    mobile="07700 900612",
    accepted_days_ago=195,
    started_days_ago=188,
    key_worker="Mel Hart",
    peer="Dev Lal",
    matters="I want to be somewhere people are glad I came. I’d like someone at the door on day one.",
    good_at="I cook. I remember birthdays. I can talk to anybody once I’m through the door.",
    where_next="The recovery college, then a morning a week at the community kitchen.",
    needs=("A week with something in it", "People who aren’t paid to be there"),
    goals=(
        GoalStory(
            "Start the cooking course at the recovery college",
            "I used to run a kitchen. I want to stand in one again.",
            LifeArea.WORK,
            9,
            ratings=((160, 1), (110, 3), (60, 4), (6, 7)),
            steps=(
                StepStory("Look round the college with Dev", "Dev Lal", -25, status=StepState.DONE, confidence=8),
                StepStory(
                    "First class, with someone at the door",
                    "person",
                    11,
                    barrier="The bus stops short of it",
                    then="Mel meets her at the stop",
                    confidence=7,
                ),
            ),
        ),
        GoalStory(
            "Volunteer one morning a week at the community kitchen",
            "They need hands and I have two.",
            LifeArea.OTHER,
            8,
            ratings=((110, 0), (60, 2), (6, 5)),
            steps=(StepStory("Tea with the woman who runs it", "Tom Adeyemi", 18, confidence=6),),
        ),
        GoalStory(
            "Ring my sister on Sundays",
            "She never stopped ringing me.",
            LifeArea.PEOPLE,
            7,
            status=GoalState.REACHED,
            ratings=((160, 2), (60, 7), (20, 10)),
        ),
    ),
    consequences=(
        ConsequenceStory(
            ConsequenceArea.BENEFITS,
            "Up to 16 hours of volunteering need not change her payment, but the job centre should be told first.",
            "Tom Adeyemi",
            20,
            "Tom can write it with me. I’ll post it.",
        ),
    ),
    answer=AnswerStory(Answer.YES, 30, "Yes. I’m ready.", HowSaid.IN_PERSON, "Mel Hart"),
    safety=SafetyStory(
        triggers="Two nights without sleep. Anniversaries in November.",
        early_signs="I stop cooking. I keep the curtains shut.",
        what_helps="Dev’s dog. The radio. My sister’s voice.",
        what_should_happen="Ring my sister, then the team. I want to be asked what I need before anything is decided.",
        who_to_contact="My sister Bernie. The team in the day.",
        agreed_days_ago=45,
    ),
    review_in_days=0,
)

KWAME = PersonStory(
    "Kwame",
    "Boateng",
    date(1991, 1, 30),
    "9994093193",
    referred_days_ago=61,
    referred_by="A&E liaison",
    referral_reason="Seen three times in a month after drinking. Voices are quieter now.",
    pronouns="he/him",
    support_note="Contact via sister (consent given)",
    accepted_days_ago=56,
    started_days_ago=49,
    key_worker="Tom Adeyemi",
    peer="Dev Lal",
    matters="Don’t send me a page of words. Say it, or draw it. I’m not stupid.",
    good_at="Anything with an engine.",
    needs=("Letters that he can read", "Somebody he trusts in the room"),
    goals=(
        GoalStory(
            "Fix bikes with people who don’t ask questions",
            "My hands know what to do even when my head doesn’t.",
            LifeArea.WORK,
            9,
            ratings=((35, 2), (12, 4)),
            steps=(
                StepStory(
                    "Meet the man who runs the bike shed, with Dev",
                    "Dev Lal",
                    2,
                    barrier="A form at the door",
                    then="Dev fills it in while he talks",
                    confidence=8,
                ),
            ),
        ),
    ),
    answer=AnswerStory(
        Answer.COULD_NOT_ASK,
        12,
        "We sent a letter. He can’t read small print and didn’t say. Dev will talk it through with pictures.",
        HowSaid.BY_LETTER,
        "Tom Adeyemi",
        ask_again_in_days=3,
    ),
    review_in_days=12,
)

PEOPLE = (AMARA, SIAN, MALIK, LORNA, KWAME)
