import pytest

from ingest.lexicon.marks import asks_for_grade, grade, ticked
from ingest.readers.word.fields import drawn


@pytest.mark.parametrize(
    ("printed", "chosen"),
    [
        ("优√        良□       中 □       差□", ("excellent", "优")),
        ("☑优 □良 □中 □差", ("excellent", "优")),
        ("□优 ☑良 □中 □差", ("good", "良")),
        ("优（ ） 良（√） 中（ ） 差（ ）", ("good", "良")),
        ("优□ 良□ 中 □ 差□", None),
        ("优√ 良√", None),
        ("（优）", ("excellent", "优")),
        ("“良好”", ("good", "良好")),
        ("优（ ）", None),
        ("优⃝ 良 中 差", ("excellent", "优")),
        ("优 良⃞ 中 差", ("good", "良")),
        ("优　良　中⃣　差", ("fair", "中")),
        ("优秀 良⃝好⃝ 中等 较差", ("good", "良好")),
        ("优秀、良好、中等⃝、较差", ("fair", "中等")),
        ("优 良 ㊥ 差", ("fair", "中")),
        ("优⃝ 良⃝ 中 差", None),
        ("√⃞优 □良 □中 □差", ("excellent", "优")),
        ("优 ⃞ 良√⃞ 中 ⃞ 差 ⃞", ("good", "良")),
        (" ⃞优 √⃞良  ⃞中  ⃞差", ("good", "良")),
        ("优 ⃞ 良 ⃞ 中 ⃞ 差 ⃞", None),
        ("✓优 ☐良 ☐中 ☐差", ("excellent", "优")),
        ("☐优 ✔良 ☐中 ☐差", ("good", "良")),
        ("☐优 ✔️良 ☐中 ☐差", ("good", "良")),
        ("优□ 良⊠ 中□ 差□", ("good", "良")),
        ("优□ 良⊡ 中□ 差□", ("good", "良")),
        ("优□ 良□ 中☒ 差□", ("fair", "中")),
        ("○优 ●良 ○中 ○差", ("good", "良")),
        ("○优 ◉良 ○中 ○差", ("good", "良")),
        ("○优 ○良 ○中 ⊙差", ("poor", "差")),
        ("◯优秀 ⦿良好 ◯合格 ◯不合格", ("good", "良好")),
        ("■优 □良 □中 □差", ("excellent", "优")),
        ("❑优 ▣良 ❑中 ❑差", ("good", "良")),
        ("R优 □良 □中 □差", ("excellent", "优")),
        ("R优 £良 £中 £差", ("excellent", "优")),
        ("¨优 þ良 ¨中 ¨差", ("good", "良")),
        ("优□ 良t 中□ 差□", ("good", "良")),
        ("优¨ 良¨ 中ü 差¨", ("fair", "中")),
        ("\uf0a8优 \uf0fe良 \uf0a8中 \uf0a8差", ("good", "良")),
        ("\uf052优 \uf0a3良 \uf0a3中 \uf0a3差", ("excellent", "优")),
        ("¨优 ¨良 ¨中 ¨差", None),
        ("优秀", ("excellent", "优秀")),
        ("合格", ("fair", "合格")),
    ],
)
def test_grades(printed: str, chosen: tuple[str, str] | None) -> None:
    assert asks_for_grade(printed)
    assert grade(printed) == chosen


@pytest.mark.parametrize("printed", ["优R", "R", "中标单位£5", "优先安排", "良种⃝"])
def test_what_is_no_choice_of_grades(printed: str) -> None:
    assert not asks_for_grade(printed)


def test_ticked_options() -> None:
    options = "经常性项目|一次性项目"
    assert ticked("经常性项目 () 一次性项目 (√)", options) == ["一次性项目"]
    assert ticked("经常性项目（√）       一次性项目（  ）", options) == ["经常性项目"]
    assert ticked("□经常性项目 ☑一次性项目", options) == ["一次性项目"]
    assert ticked("经⃝常⃝性⃝项目 一次性项目", options) == ["经常性项目"]
    assert ticked("1．经常性项目（  ）2．一次性项目（✔）", options) == ["一次性项目"]
    assert ticked("R经常性项目 □一次性项目", options) == ["经常性项目"]


def test_what_word_draws_around_a_letter() -> None:
    """带圈字符: Word keeps it as a field of two characters over each other."""
    circled, boxed = drawn(r" eq \o\ac(○,良) "), drawn(r" eq \o\ac(□,√) ")
    assert grade(f"优 {circled} 中 差") == ("good", "良")
    assert grade(f"优{boxed} 良□ 中□ 差□") == ("excellent", "优")
