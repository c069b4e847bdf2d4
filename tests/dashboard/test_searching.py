"""Words, their spellings, and where they are marked."""

from __future__ import annotations

import duckdb
import pytest

from dashboard.searching import MOST_WORDS, Words, excerpt, marked


def holds(text: str, typed: str) -> bool:
    """What the database says of the condition."""
    words = Words.of(typed)
    [(found,)] = duckdb.execute(f"SELECT {words.condition('$text')}", {"text": text} | words.parameters()).fetchall()
    return bool(found)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("优化营商环境专项经费", "营商环境", True),
        ("优化营商环境专项经费", "经费 环境", True),
        ("优化营商环境专项经费", "环境\u3000奖励", False),
        ("“e办通”采购经费", "E办通", True),
        ("“E办通”采购经费", "e办通", True),
        ("“Ｅ办通”采购经费", "e办通", False),
        ("会议（培训）费", "会议(培训)", True),
        ("会议(培训)费", "会议（培训）", True),
        ("完成率100%", "100%", True),
        ("完成率1000", "100%", False),
        ("a_b", "a%b", False),
        ("it'; DROP TABLE x", "'; DROP", True),
    ],
)
def test_every_word_must_be_there_in_some_spelling(text: str, typed: str, found: bool) -> None:
    assert holds(text, typed) is found


def test_what_is_typed_is_cut_into_words() -> None:
    assert not Words.of("  \u3000 ")
    assert len(Words.of("资金 资金").spellings) == 1
    assert len(Words.of(" ".join("一二三四五六七八九")).spellings) == MOST_WORDS


def test_what_was_typed_is_no_part_of_the_sql() -> None:
    assert "x" not in Words.of("x'x").condition("text").replace("text", "")


def test_marks_stand_where_the_words_are() -> None:
    assert marked("资金到位，资金使用合规", Words.of("资金 使用")) == [
        ("资金", True),
        ("到位，", False),
        ("资金使用", True),
        ("合规", False),
    ]
    assert marked("没有这个词", Words.of("资金")) == [("没有这个词", False)]


def test_an_excerpt_leaves_out_what_is_far_from_the_words() -> None:
    text = "前" * 100 + "资金" + "中" * 100 + "资金" + "后" * 100
    runs = excerpt(text, Words.of("资金"))
    assert [piece for piece, is_marked in runs if is_marked] == ["资金", "资金"]
    before, between, after = (piece for piece, is_marked in runs if not is_marked)
    assert before == "…" + "前" * 36 and after == "后" * 36 + "…"
    assert between == "中" * 36 + "…" + "中" * 36
    assert excerpt("短文里的资金", Words.of("资金")) == [("短文里的", False), ("资金", True)]
