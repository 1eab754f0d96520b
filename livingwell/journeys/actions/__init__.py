"""What is done on a journey. Each is one commit and one audit entry; `journeys.commands` has what they are told."""

from livingwell.journeys.actions.choosing import choose, put_options_in_order
from livingwell.journeys.actions.hoping import add_hope, reword_hope, take_hope_out
from livingwell.journeys.actions.looking import add_option, drop_option
from livingwell.journeys.actions.pointing import add_point, reword_point, take_point_out, talk_point_through

__all__ = [
    "add_hope",
    "add_option",
    "add_point",
    "choose",
    "drop_option",
    "put_options_in_order",
    "reword_hope",
    "reword_point",
    "take_hope_out",
    "take_point_out",
    "talk_point_through",
]
