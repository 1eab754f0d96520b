"""What contacts ask of a member on Today."""

OUTCOME_OF_APPOINTMENT = "contacts_outcome_of_appointment"
REMINDER_TO_GIVE = "contacts_reminder_to_give"
CHECK_TO_ANSWER = "contacts_check_to_answer"
