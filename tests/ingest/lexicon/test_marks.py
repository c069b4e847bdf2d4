import pytest

from ingest.lexicon.marks import grade, ticked


@pytest.mark.parametrize(
    ("printed", "chosen"),
    [
        ("优√        良□       中 □       差□", ("excellent", "优")),
        ("☑优 □良 □中 □差", ("excellent", "优")),
        ("□优 ☑良 □中 □差", ("good", "良")),
        ("优（ ） 良（√） 中（ ） 差（ ）", ("good", "良")),
        ("优□ 良□ 中 □ 差□", None),
        ("优√ 良√", None),
        ("优秀", ("excellent", "优秀")),
        ("合格", ("fair", "合格")),
    ],
)
def test_grades(printed: str, chosen: tuple[str, str] | None) -> None:
    assert grade(printed) == chosen


def test_ticked_options() -> None:
    options = "经常性项目|一次性项目"
    assert ticked("经常性项目 () 一次性项目 (√)", options) == ["一次性项目"]
    assert ticked("经常性项目（√）       一次性项目（  ）", options) == ["经常性项目"]
    assert ticked("□经常性项目 ☑一次性项目", options) == ["一次性项目"]
