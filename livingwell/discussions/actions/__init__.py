"""What a team does in and around its meetings: each with its audit entry."""
