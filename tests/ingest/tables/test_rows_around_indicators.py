"""Rows in and below an indicator table that are no indicators, each with expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.told import indicators, money, total

TITLE = "2023年度项目支出绩效自评表"
FORM = (
    "项目名称|河道清淤|<|<|<|<|<",
    "资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "年度资金总额|60|52|46.8|10|90%|9",
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|清淤长度|≥3公里|2.8公里|60|56",
    "效益指标|社会效益指标|受益人口|≥2000人|2100人|30|29",
)
INDICATORS = ["-/-/执行率 10→9", "产出指标/数量指标/清淤长度 60→56", "效益指标/社会效益指标/受益人口 30→29"]


def documents(*rows: str) -> list[Document]:
    """The form with rows at its end, as the formats hold it."""
    form = (TITLE, (*FORM, *rows))
    return [texts.on_grid(form), texts.as_rows(form)]


def prose(found: Extraction) -> list[str]:
    return [
        f"{amount.measure} {amount.value_text}"
        for amount in found.amounts
        if amount.origin == "narrative" and amount.measure != "other_rate"
    ]


@pytest.mark.parametrize("label", ["评价结论", "自评结论", "自评情况", "自评结果", "说明"])
def test_a_conclusion_in_words_is_read(label: str) -> None:
    for document in documents(
        "合计|<|<|<|<|100|94",
        f"{label}|全年实际支出46.8万元，预算执行率为90%，项目自评总分为93分。|<|<|<|<|<",
    ):
        found = extract(document)
        assert indicators(found) == INDICATORS
        assert prose(found) == ["executed 46.8", "execution_rate 90", "total_score 93"]
        assert total(found) == "94"
        assert not found.unplaced


@pytest.mark.parametrize("words", ["自评得分93分。", "自评总分：93分", "得93分，等级为优"])
def test_a_short_conclusion_is_read_too(words: str) -> None:
    for document in documents("合计|<|<|<|<|100|94", f"评价结论|{words}|<|<|<|<|<"):
        assert prose(extract(document)) == ["total_score 93"]
    for document in documents("存在问题|无|<|<|<|<|<", f"评价结论|{words}|<|<|<|<|<"):
        assert total(extract(document)) == "93"


def test_a_score_beside_the_grade() -> None:
    for document in documents("自评等级|优|<|自评得分|93.5|<|<", "存在问题|无|<|<|<|<|<"):
        found = extract(document)
        assert (found.reports[0].grade, total(found)) == ("excellent", "93.5")
        assert not found.unplaced


@pytest.mark.parametrize(
    "row",
    [
        "评价等级|优（90-100分）□ 良（80-90分）☑ 中（60-80分）□|<|<|<|<|<",
        "说明|90分以上为优，每少清淤1公里扣2分。|<|<|<|<|<",
        "||||按时完成得5分，否则得0分，进度滞后|<|<",
    ],
)
def test_what_is_no_conclusion_gives_no_score(row: str) -> None:
    """The choice of grades, a rule, and the rest of an indicator's text that a page has cut."""
    for document in documents(row, "总分|<|<|<|<|100|94"):
        found = extract(document)
        assert indicators(found) == INDICATORS
        assert prose(found) == []
        assert list(money(found)) == ["年度资金总额 *"]


def stated_total(found: Extraction) -> tuple[str | None, str | None, str | None]:
    """Full mark, score and grade that the report states."""
    marks = [amount.value_text for amount in found.amounts if amount.measure == "section_weight"]
    return next(iter(marks), None), total(found), found.reports[0].grade_text


@pytest.mark.parametrize("below", ["^|^|^|^|100|93.5|优", "|<|<|<|100|93.5|优", "||||100|93.5|优"])
def test_a_total_below_labels_of_its_own(below: str) -> None:
    rows = ("总分|<|<|<|总分值|总得分|自评等级", below)
    for document in [*documents(*rows), texts.as_pipes((TITLE, (*FORM, *rows)))]:
        found = extract(document)
        assert indicators(found) == INDICATORS
        assert stated_total(found) == ("100", "93.5", "优")
        assert not found.unplaced


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("总分|<|<|<|100|总分值93.5|（自评等级）优", ("100", "93.5", "优")),
        ("总分|<|<|<|总分值：100|自评得分：93.5 自评等级：优|<", ("100", "93.5", "优")),
        ("总分|<|<|<|<|满分100分|得分93.5分", ("100", "93.5", None)),
        ("自评得分：93.5|<|<|自评等级：优|<|<|<", (None, "93.5", "优")),
        ("总分|<|<|<|100|93.5|优", ("100", "93.5", "优")),
        ("总分：100分|<|<|<|<|得分：93.5分|<", ("100", "93.5", None)),
        ("总分：93.5分|<|<|评价等级：优|<|<|<", (None, "93.5", "优")),
    ],
)
def test_a_total_with_its_labels_in_its_cells(row: str, expected: tuple[str | None, ...]) -> None:
    for document in documents(row, "存在问题|无|<|<|<|<|<"):
        found = extract(document)
        assert indicators(found) == INDICATORS
        assert stated_total(found) == expected


def test_labels_of_points_over_an_indicator_head_no_total() -> None:
    for document in documents(
        "||||合计|分值|得分", "满意度指标|服务对象满意度|村民满意度|≥90%|95%|10|9", "总分|<|<|<|<|110|103"
    ):
        found = extract(document)
        assert indicators(found) == [*INDICATORS, "满意度指标/服务对象满意度/村民满意度 10→9"]
        assert total(found) == "103"


def test_a_figure_under_weight_and_score_together() -> None:
    """It is the full mark where points are lost, be it in one wide cell; another number is the score."""
    for document in documents("合计|<|<|<|<|100|<"):
        assert stated_total(extract(document)) == ("100", None, None)
    for document in documents("合计|<|<|<|<|94|<"):
        assert stated_total(extract(document)) == (None, "94", None)


def test_the_full_mark_where_no_score_is_given() -> None:
    unscored = tuple(row.replace("|56", "|").replace("|29", "|") for row in FORM)
    found = extract(texts.on_grid((TITLE, (*unscored, "合计|<|<|<|<|100|<"))))
    assert stated_total(found) == ("100", None, None)


def test_full_marks_for_every_indicator() -> None:
    full = tuple(row.replace("|56", "|60").replace("|29", "|30").replace("|9", "|10") for row in FORM)
    found = extract(texts.on_grid((TITLE, (*full, "合计|<|<|<|<|100|<"))))
    assert total(found) == "100"


def test_dates_and_codes_behind_their_labels_are_no_indicator() -> None:
    for document in documents("总分|<|<|<|<|100|94", "填报日期|2024年3月1日|<|<|<|单位编码|104001"):
        found = extract(document)
        assert indicators(found) == INDICATORS
        assert found.unplaced == []


def test_a_date_that_was_aimed_at_stays_an_indicator() -> None:
    for document in documents("^|时效指标|完工日期|12月31日|11月30日|5|4"):
        assert indicators(extract(document))[3:] == ["效益指标/时效指标/完工日期 5→4"]


@pytest.mark.parametrize("label", ["自评等级", "评价等级", "自评结论"])
def test_a_score_with_its_grade_in_the_last_row_is_that_of_the_whole(label: str) -> None:
    for document in documents(f"自评得分|94|<|<|{label}|优|<"):
        found = extract(document)
        assert (total(found), found.reports[0].grade) == ("94", "excellent")
        assert indicators(found) == INDICATORS
        assert found.unplaced == []
