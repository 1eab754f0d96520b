"""How somebody made sure that an entry is right, each in one press."""

HOW = {
    "rang": "I rang them",
    "went": "I went there",
    "wrote": "I wrote and they answered",
    "website": "I read their website",
}
KEPT = {
    "rang": "Rang them",
    "went": "Went there",
    "wrote": "Wrote, and they answered",
    "website": "Read their website",
}
