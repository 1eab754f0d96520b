"""What holding back asks of a member on Today."""

HOLD_TO_AGREE = "careplans_hold_to_agree"
"""Somebody asks to hold a line back: `by` who, `words` why. A second member says yes or no."""
HOLD_TO_LOOK_AT = "careplans_hold_to_look_at"
"""The day to look again has come: `by` who asked, `words` why."""
