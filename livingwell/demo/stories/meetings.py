"""Three past meetings with what came of them, and today's, with eight people, ready to run."""

from livingwell.demo.story import DecisionStory, DiscussionStory, MeetingStory, ViewStory, Whose
from livingwell.discussions.models import Outcome, Reason

THREE_WEEKS_AGO = MeetingStory(
    3,
    "Ruth Okafor",
    absent=("Dev Lal",),
    discussions=(
        DiscussionStory(
            "Amara Osei",
            "Jo Brennan",
            Reason.REVIEW,
            "What would make the tram possible, and a day left afterwards?",
            line_about="The tram.",
            line_words="I’m sending words. Jo can speak for me.",
            views=(
                ViewStory("Jo Brennan", "I’d like to ride with somebody, not be told how. Two stops.", Whose.PERSONS),
                ViewStory(
                    "Jo Brennan",
                    "The first trip is the one that decides. Go at her pace, and stop there.",
                ),
                ViewStory("Callum Reid", "The 1:40pm tram is half empty. I would start with that one."),
            ),
            decisions=(
                DecisionStory(
                    "Ride two stops with Jo, headphones on",
                    "Her own next step",
                    "Jo Brennan",
                    14,
                    Outcome.DONE,
                    "Rode at 1:40pm. Amara chose to stay on for a third stop.",
                ),
                DecisionStory(
                    "Offer Amara afternoon appointments only",
                    "Mornings cost her the day",
                    "Priya Mistry",
                    7,
                    Outcome.DONE,
                    "1pm, small room, lamp on. Kept for her every second Tuesday.",
                ),
            ),
            told="Hi Amara, it’s Jo. We’ll ride two stops together when you choose. No mornings from now on.",
            told_by="Jo Brennan",
            told_how="text",
        ),
        DiscussionStory(
            "Peter Lyle",
            "Priya Mistry",
            Reason.STUCK,
            "How do we help Peter keep his flat and decide for himself what goes?",
            not_asked_because="Our letter went out too late for an answer. Priya writes earlier next time.",
            views=(
                ViewStory(
                    "Jo Brennan",
                    "Nobody throws away what still works. Ask him which shelf, not whether.",
                ),
                ViewStory("Mel Hart", "He mended my watch. He is not a man who can’t decide."),
            ),
            decisions=(
                DecisionStory(
                    "Sort one shelf a week with Mel; he decides",
                    "He has never lost a thing he chose",
                    "Mel Hart",
                    14,
                    Outcome.PARTLY,
                    "Two shelves in three weeks. Mel was ill for one.",
                ),
            ),
            told="Dear Peter, one shelf a week with Mel, and you decide. Yours, Priya",
            told_by="Priya Mistry",
            told_how="letter",
        ),
    ),
)

TWO_WEEKS_AGO = MeetingStory(
    2,
    "Ruth Okafor",
    discussions=(
        DiscussionStory(
            "Leila Haddad",
            "Mel Hart",
            Reason.TURN_AWAY,
            "The referral says she does not engage. Do we turn it away?",
            not_asked_because="We rang, and nobody wrote. Dev wrote during the meeting; she answered in four minutes.",
            views=(
                ViewStory(
                    "Dev Lal",
                    "We kept phoning somebody who can’t pick up a phone. That isn’t her not engaging, that’s us.",
                    is_challenge=True,
                    answer="You’re right. We rang six times against what her GP wrote. Nobody is turned away today.",
                    answered_by="Ruth Okafor",
                    settled="Yes. And I’d like us to look at who else we only ring.",
                ),
                ViewStory("Mel Hart", "Her text is clear and warm. I’d like to work with her."),
            ),
            decisions=(
                DecisionStory(
                    "Accept Leila, and write to her only",
                    "She answers in writing, at once",
                    "Mel Hart",
                    2,
                    Outcome.DONE,
                    "Wrote the same day. First visit was on the Thursday after, by the back door, as she asked.",
                ),
                DecisionStory(
                    "List everybody we have only ever rung",
                    "It could be happening to others",
                    "Ruth Okafor",
                    10,
                ),
            ),
            told="Hello Leila, I’m sorry we kept ringing. We’d like to work with you, in writing. Mel",
            told_by="Mel Hart",
            told_how="text",
        ),
        DiscussionStory(
            "Siân Pryce",
            "Sana Iqbal",
            Reason.REVIEW,
            "What does Siân need to know before she decides about an assessment?",
            line_about="Insurance, and my licence.",
            line_not_about="My daughter’s school.",
            line_words="I want to know what it changes before anyone writes it down.",
            views=(
                ViewStory("Sana Iqbal", "I want to know what it changes before anyone writes it down.", Whose.PERSONS),
                ViewStory("Jo Brennan", "Being told it’s good news doesn’t help. Show her the forms."),
                ViewStory("Callum Reid", "Driving is her job. The rule is about effects, not names."),
            ),
            decisions=(
                DecisionStory(
                    "Put what two insurers and the licensing agency say side by side, in plain words",
                    "She asked for facts, not opinions",
                    "Sana Iqbal",
                    17,
                ),
            ),
            told="Siân, we’re putting the rules side by side for you. No hurry, and nothing gets written meanwhile.",
            told_by="Sana Iqbal",
            told_how="e-mail",
        ),
    ),
)

LAST_WEEK = MeetingStory(
    1,
    "Priya Mistry",
    absent=("Tom Adeyemi",),
    discussions=(
        DiscussionStory(
            "Amara Osei",
            "Jo Brennan",
            Reason.REVIEW,
            "What undid last week, and what do we do about it?",
            line_about="The call on Monday.",
            line_not_about="My mum.",
            line_words="I’m sending words. Jo can speak for me.",
            views=(
                ViewStory(
                    "Jo Brennan",
                    "The phone rang on Monday. I thought something had happened to someone. I lost two days.",
                    Whose.PERSONS,
                ),
                ViewStory(
                    "Jo Brennan",
                    "We wrote down never phone, and we still ring her. Are we keeping our side of this plan?",
                    is_challenge=True,
                ),
                ViewStory("Priya Mistry", "Her sleep rating has stayed at 3. The bad nights come after calls."),
            ),
            decisions=(
                DecisionStory(
                    "Turn off automatic reminder calls for Amara",
                    "One call cost her two days",
                    "Ruth Okafor",
                    3,
                    Outcome.NOT_DONE,
                    "Asked the same day. The supplier needs 10 days, and it rang her again on Monday.",
                ),
                DecisionStory(
                    "Ask if the travel pass letter can use Amara’s own words",
                    "She wants to read it first",
                    "Callum Reid",
                    7,
                ),
            ),
            told="Hi Amara, it’s Jo. You were right about the phone. Ruth is getting your number taken out. Sorry.",
            told_by="Jo Brennan",
            told_how="text",
        ),
        DiscussionStory(
            "Kwame Boateng",
            "Tom Adeyemi",
            Reason.STUCK,
            "How do we write so that Kwame can read it?",
            not_asked_because="We only had his address. His sister will ask him.",
            views=(
                ViewStory("Dev Lal", "I hid it for years. Say it out loud and nobody has to be ashamed."),
                ViewStory("Priya Mistry", "We don’t know which tablets he takes. The GP will."),
            ),
            decisions=(
                DecisionStory(
                    "Ask the GP which tablets Kwame is taking", "Nobody has asked him or them", "Priya Mistry", 4
                ),
                DecisionStory(
                    "Talk the plan through with Kwame, with pictures", "He can’t read small print", "Dev Lal", 10
                ),
            ),
            told="Dev told him, sitting on the wall outside the bike shed.",
            told_by="Dev Lal",
            told_how="visit",
        ),
        DiscussionStory(
            "Lorna Keane",
            "Mel Hart",
            Reason.REVIEW,
            "What is left before the course starts?",
            line_words="I’m ready. I’d like someone at the door on day one.",
            views=(
                ViewStory("Mel Hart", "I’m ready. I’d like someone at the door on day one.", Whose.PERSONS),
                ViewStory("Dev Lal", "The second week is the hard one. Ask her what she wants on that day."),
            ),
            no_change_because="The plan holds. She starts in ten days and wants it left as it is.",
            told="Lorna, the plan stays as it is. Somebody will be at the door. Mel",
            told_by="Mel Hart",
            told_how="phone",
        ),
    ),
)

TODAY = MeetingStory(
    0,
    "Ruth Okafor",
    discussions=(
        DiscussionStory(
            "Denise Hallam",
            "Mel Hart",
            Reason.NEW,
            "What would make a first visit feel safe for Denise and her dog?",
            minutes=15,
            line_words="Two people at most please. Biscuit barks at uniforms.",
        ),
        DiscussionStory(
            "Kwame Boateng",
            "Tom Adeyemi",
            Reason.STUCK,
            "Who does Kwame trust, and how do we write so that he can read it?",
            minutes=20,
            not_asked_because="Tom will say so, and tell him after.",
        ),
        DiscussionStory(
            "Amara Osei",
            "Jo Brennan",
            Reason.REVIEW,
            "What would let Amara take the tram without Jo in three weeks? Is anything we do making it harder?",
            minutes=12,
            line_about="The call on Monday.",
            line_not_about="My mum.",
            line_words="I’m sending words. Jo can speak for me.",
        ),
        DiscussionStory(
            "Siân Pryce",
            "Sana Iqbal",
            Reason.STUCK,
            "What does Siân need to know about insurance and travel before she decides about an assessment?",
            minutes=12,
            line_words="I want to know what it changes before anyone writes it down.",
        ),
        DiscussionStory(
            "Malik Rahman",
            "Priya Mistry",
            Reason.REVIEW,
            "How do we offer Malik help for himself, in words he would use?",
            minutes=8,
        ),
        DiscussionStory(
            "Lorna Keane",
            "Mel Hart",
            Reason.REVIEW,
            "Who walks with Lorna to her first class?",
            minutes=8,
            line_words="I’m ready. I’d like someone at the door on day one.",
        ),
        DiscussionStory(
            "Tomasz Wolski",
            "Ruth Okafor",
            Reason.OTHER,
            "Which three questions could we send Tomasz in Polish?",
            minutes=8,
            not_asked_because="No interpreter was booked.",
        ),
        DiscussionStory(
            "Fatima Noor",
            "Callum Reid",
            Reason.NEW,
            "What did Fatima ask for that we have not answered?",
            minutes=5,
        ),
    ),
)

MEETINGS = (THREE_WEEKS_AGO, TWO_WEEKS_AGO, LAST_WEEK, TODAY)
