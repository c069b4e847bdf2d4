"""Grades that are asked for, ticked or stated, and words of grades that state none."""

from __future__ import annotations

import pytest

from ingest.forms.grades import grades
from support.documents import rows, table


def _given(sentence: str) -> list[str]:
    return [grade[1] for grade, _, _ in grades(rows(sentence)) if grade]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("综合评价得分76.2分，绩效评级为“中”。", "中"),
        ("评价得分88分，绩效等级为（良）。", "良"),
        ("评价得分88分，绩效等级【良】。", "良"),
        ("评价得分88分，评定等级为‘良’。", "良"),
        ("评价得分88分，绩效评价等级属于“良”。", "良"),
        ("评价得分88分，绩效评定结果为良。", "良"),
        ("项目综合得分91.5分，为“优”。", "优"),
        ("自评总得分91.5分，属于“优”等次。", "优"),
        ("自评得分91.5分，评价为优。", "优"),
        ("自评得分91.5分，自评为“优秀”。", "优秀"),
        ("自评得分91.5分，为优秀等级。", "优秀"),
        ("自评得分91.5分，达到优秀等次，完成了年初目标。", "优秀"),
        ("综合评分85.4分，属良。", "良"),
        ("总分76.2分，处于中等次。", "中"),
        ("自评总分100分，得分95分（优）。", "优"),
        ("自评得分95分，评价结果为“优”等次。", "优"),
        ("完成率均达到100%，整体绩效自评为优秀；", "优秀"),
        ("我局部门整体支出绩效评价为“良”。", "良"),
        ("自评为优，得分97.4分。", "优"),
        ("本项目得97分，为优。", "优"),
        ("得分96.5，优。", "优"),
        ("项目自评为优秀，98分。", "优秀"),
    ],
)
def test_a_grade_that_a_sentence_states(sentence: str, word: str) -> None:
    assert _given(sentence) == [word]


@pytest.mark.parametrize(
    "sentence",
    [
        "综合得分为90分以上为优，80分以上为良。",
        "自评得分90-100分，为优；80-90分，为良。",
        "自评得分90分，为优；80分，为良；60分，为中。",
        "自评得分达到90分，为优。",
        "综合得分高于90分，评为优秀。",
        "绩效评级分为优、良、中、差。",
        "自评得分91.5分，评价为优质工程。",
        "自评得分91.5分，为优化支出结构打下基础。",
        "自评得分91.5分，为中等职业学校争取资金。",
        "3个项目自评得分95分，为优。",
        "自评结果为“优”的项目9个，“良”的2个。",
        "9个项目绩效自评为优。",
        "村道项目绩效自评为优，桥梁项目绩效自评为良。",
        "整体绩效自评为优化支出结构提供依据。",
        "东乡自评得分95分，为优，西乡自评得分82分，为良。",
    ],
)
def test_words_of_grades_that_state_none(sentence: str) -> None:
    assert _given(sentence) == []


def test_grades_asked_for_and_given() -> None:
    found = grades(
        rows(
            table("评价等次|优□ 良□ 中 □ 差□", "|100-90（含）分为优、90-80（含）分为良"),
            "自评得分为94分，自评等级为优秀。",
            "自评等级：优。",
        )
    )
    assert [grade for grade, _, _ in found] == [None, ("excellent", "优秀"), ("excellent", "优")]


@pytest.mark.parametrize(
    ("printed", "is_asked"),
    [
        (("自评等级|",), True),
        (("自评总分|96|自评等级|",), True),
        (("自评总分||评价等次|",), True),
        (("自评等级||填表人|",), True),
        (("评价结论|",), False),
        (("项目名称|自评得分|自评等级|", "幼林抚育|96|优|"), False),
        (("自评等级|填表说明",), False),
        (("自评等级：|自评得分：96",), True),
        (("评价等次：____|",), True),
    ],
)
def test_a_place_for_a_grade_that_is_blank(printed: tuple[str, ...], is_asked: bool) -> None:
    found = grades(rows(table(*printed)))
    assert [grade for grade, _, _ in found] == ([None] if is_asked else [])


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("自评等级：优□ 良√ 中□ 差□", [("good", "良")]),
        ("自评等级：□优 ☑良 □中 □差", [("good", "良")]),
        ("自评等级：☑优", [("excellent", "优")]),
        ("综合评价等级：优（ ）良（√）中（ ）差（ ）", [("good", "良")]),
        ("自评等级：优 良⃝ 中 差", [("good", "良")]),
        ("自评等级：优□ 良□ 中□ 差□", [None]),
        ("评价等级为优、良、中、差四个等次", []),
        ("自评等级：优", [("excellent", "优")]),
        ("自评等级：", [None]),
        ("评价等级分为四等", []),
    ],
)
def test_a_choice_of_grades_in_a_line(printed: str, given: list[tuple[str, str] | None]) -> None:
    assert [grade for grade, _, _ in grades(rows(printed))] == given
