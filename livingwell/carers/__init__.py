"""Carers: who helps the person, what each may know, what they tell us, and what they are offered themselves."""
