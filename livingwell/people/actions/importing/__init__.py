"""Bringing a caseload in from a file that another record exported.

`reading` takes the file apart, `judging` says of each row whether it can come in, `receiving` keeps what is
waiting, `sorting` compares it with the record, `stepping` brings it in some hundred rows at a time, and
`deciding` is what a person does with a row that may be somebody known.
"""
