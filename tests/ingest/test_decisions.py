"""The reviewers' log: appended, never rewritten, read strictly."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from ingest import decisions
from ingest.decisions import Action, Decision, Invalid
from ingest.home import Home


def decision(number: int = 1, action: Action = Action.accept, **said: str) -> Decision:
    texts = {"reviewer": "复核员", "reason": "已核对原始凭证"} | said
    return Decision(
        f"finding{number}", f"fault{number}", "weight_sum", action, texts["reviewer"],
        dt.datetime(2025, 6, 1, 8, 30), texts["reason"], "98", None,
    )  # fmt: skip


def test_what_is_added_is_read_in_order(home: Home) -> None:
    decisions.add(home, [decision(1), decision(2, Action.dismiss)])
    decisions.add(home, [decision(3, Action.comment, reason="第一行\n第二行\u2028，“引号”")])
    assert decisions.read(home) == [
        decision(1),
        decision(2, Action.dismiss),
        decision(3, Action.comment, reason="第一行\n第二行\u2028，“引号”"),
    ]


def test_a_home_without_a_log_has_no_decisions(home: Home) -> None:
    assert decisions.read(home) == []


def test_many_at_once_lose_nothing(home: Home) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: decisions.add(home, [decision(number), decision(number)]), range(50)))
    found = [entry.finding_id for entry in decisions.read(home)]
    assert sorted(found) == sorted(2 * [f"finding{number}" for number in range(50)])
    assert found[::2] == found[1::2], "the lines of one call stand together"


@pytest.mark.parametrize(("action", "said"), [("accept", {"reviewer": " "}), ("dismiss", {"reason": ""})])
def test_a_decision_says_who_and_why(action: str, said: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        decision(1, Action(action), **said)


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"finding_id": "f"}', None], ids=["text", "list", "missing", "wrong action"]
)
def test_a_damaged_line_is_named(home: Home, line: str | None) -> None:
    decisions.add(home, [decision()])
    damaged = line or home.decisions.read_text(encoding="utf-8").strip().replace("accept", "agree")
    with home.decisions.open("a", encoding="utf-8") as log:
        log.write(damaged + "\n")
    with pytest.raises(Invalid, match=r"decisions\.jsonl, line 2"):
        decisions.read(home)


def test_the_table_holds_the_log(home: Home) -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA raw")
        decisions.store(connection, [decision(1), decision(2, Action.reopen, reason="")])
        decisions.store(connection, [decision(1), decision(2, Action.reopen, reason="")])
        rows = connection.sql("SELECT decision_no, finding_id, action, reason, expected FROM raw.review_decisions")
        assert rows.fetchall() == [
            (1, "finding1", "accept", "已核对原始凭证", None),
            (2, "finding2", "reopen", "", None),
        ]
