"""The templates that every team begins with, in plain kind English. A team that edits one has its own from then on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """A template as it is used: shipped (`number` 0), or a team's own version."""

    key: str
    name: str
    subject: str
    words: str
    text_words: str
    number: int = 0
    is_put_away: bool = False


ANYTHING = Template(
    key="anything",
    name="Anything",
    subject="A message from {me}",
    words="Dear {name},\n\n\n\n{me}",
    text_words="Hi {name}, it’s {me}.",
)
APPOINTMENT = Template(
    key="appointment",
    name="Appointment",
    subject="Our time on {day}",
    words="""\
Dear {name},

Here is our next time to meet:

- {day}
- {time}
- {place}

If this is not good for you, tell us. We will find another time, another place or another way.

You can bring somebody with you.

{me}
{team}""",
    text_words="Hi {name}, it’s {me}. Our next time is {day}, {time}, {place}. If that is not good, we can change it.",
)
MISSED_YOU = Template(
    key="missed-you",
    name="We missed you",
    subject="Sorry we missed each other",
    words="""\
Dear {name},

We hoped to see you and we missed each other. That is all right.

Was it the time, the place, or the way we wrote? Tell us, and we will do it another way.

You can write back when it suits you. There is no rush.

{me}
{team}""",
    text_words="Hi {name}, it’s {me}. Sorry we missed each other. That is all right. Shall we find another time, or "
    "another way? There is no rush to answer.",
)
SUMMARY = Template(
    key="summary",
    name="What we talked about",
    subject="What we talked about",
    words="""\
Dear {name},

On {day} we talked about what could help. This is what we said:

-
-

Is something not right, or not how you see it? Tell us and we will change it.

{me}
{team}""",
    text_words="Hi {name}, it’s {me}. We talked on {day}. In short:",
)

IN_TOUCH = Template(
    key="in-touch",
    name="How are things",
    subject="How are things?",
    words="""\
Dear {name},

How are things?

You can write back when it suits you. There is no rush.

{me}
{team}""",
    text_words="Hi {name}, it’s {me}. How are things? You can answer whenever it suits you. There is no rush.",
)
FIND_A_TIME = Template(
    key="find-a-time",
    name="Find a time to meet",
    subject="When would suit you?",
    words="""\
Dear {name},

I would like to find a time to meet.

When would suit you, and where? By video is fine too, if you like that better.

There is no rush to answer.

{me}
{team}""",
    text_words="Hi {name}, it’s {me}. I would like to find a time to meet. When would suit you, and how? There is no "
    "rush to answer.",
)

SHIPPED = {template.key: template for template in (APPOINTMENT, FIND_A_TIME, MISSED_YOU, IN_TOUCH, SUMMARY, ANYTHING)}
