"""Reading feeds of services.

`address`, `connection` and `fetching` get bytes from a server without being led to a private place; `letters`,
`outline`, `json_rows`, `pages` and `csv_rows` take them apart; `hsds`, `columns`, `kinds`, `places` and `plain` say
what a row means; `staging` sets it aside, and `going_live` makes a whole reading live at once.
"""
