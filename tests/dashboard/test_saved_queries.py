"""Queries that people keep."""

from __future__ import annotations

from pathlib import Path

from dashboard import saved_queries
from ingest.home import Home


def test_each_person_has_queries_of_their_own(tmp_path: Path) -> None:
    home = Home(tmp_path)
    saved_queries.keep(home, "王", "低执行", "SELECT 1")
    saved_queries.keep(home, "王", "高分", "SELECT '值'")
    saved_queries.keep(home, "../李", "低执行", "SELECT 3")
    saved_queries.keep(home, "王", "低执行", "SELECT 2")
    assert saved_queries.read(home, "王 ") == {"低执行": "SELECT 2", "高分": "SELECT '值'"}
    assert saved_queries.read(home, "../李") == {"低执行": "SELECT 3"}
    saved_queries.forget(home, "王", "低执行")
    assert list(saved_queries.read(home, "王")) == ["高分"]
    assert {path.parent for path in tmp_path.rglob("*.json")} == {tmp_path / "queries"}


def test_a_damaged_file_is_no_query(tmp_path: Path) -> None:
    home = Home(tmp_path)
    saved_queries.keep(home, "王", "低执行", "SELECT 1")
    for content in ("", "[]", '{"queries": 3}'):
        next(tmp_path.rglob("*.json")).write_text(content, encoding="utf-8")
        assert saved_queries.read(home, "王") == {}
