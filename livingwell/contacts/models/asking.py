"""What contacts ask of a member on Today."""

OUTCOME_OF_APPOINTMENT = "contacts_outcome_of_appointment"
REMINDER_TO_GIVE = "contacts_reminder_to_give"
CHECK_TO_ANSWER = "contacts_check_to_answer"
REPLY_TO_READ = "contacts_reply_to_read"
MESSAGE_TO_DECIDE = "contacts_message_to_decide"
"""A message was refused or held back, or may not have gone: `by` is where it stands, `words` what to do."""
