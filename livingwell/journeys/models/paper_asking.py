"""What the papers of an ending ask of a member on Today."""

GP_MAIL_BACK = "journeys_gp_mail_back"
"""What went to a GP practice was refused or held back, or may not have gone: `by` is the address."""
