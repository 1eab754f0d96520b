"""Real workers in processes of their own, killed at random: the bench at its smallest."""

from bench.sending import sent


def test_killed_workers_lose_nothing_and_send_nothing_twice(database_kind: str, empty_database: str) -> None:
    run = sent(database_kind, empty_database, workers=2, messages=60, kills=3)

    assert (run.lost, run.twice) == (0, 0)
    assert run.unsure <= run.kills
