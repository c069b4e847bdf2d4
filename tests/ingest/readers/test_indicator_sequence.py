"""Indicators of which only the order of their cells is left."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support.told import indicators, targets, total

HEAD = ("项目支出绩效自评表（2023年度）", "项目名称|河堤养护")
LEVELS = "一级指标|二级指标|三级指标"
OUTPUT = "产出指标|数量指标|养护长度|12|12|60|60"


def _read(*rows: str, between: str = "\n") -> Extraction:
    words = [cell.strip() for row in rows for cell in row.split("|")]
    return extract(restore(read_bytes(between.join(words).encode())))


def _told(found: Extraction) -> list[str]:
    return [figure.value_text for figure in found.unplaced]


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("values", ["95|94", "95%|94%"])
def test_a_level_2_without_its_indicator_word(values: str, between: str) -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|年初目标值(A)|实际完成值(B)|分值|得分",
        OUTPUT,
        "效益指标|社会效益|受益人口|3|3|20|19",
        f"满意度指标|服务对象满意度|居民满意度|{values}|10|9",
        "总分|90|88",
        between=between,
    )
    assert indicators(found) == [
        "产出指标/数量指标/养护长度 60→60",
        "效益指标/社会效益/受益人口 20→19",
        "满意度指标/服务对象满意度/居民满意度 10→9",
    ]
    assert found.indicators[2].actual_value_text == values.split("|")[1]
    assert not found.unplaced


def test_a_level_2_without_its_indicator_word_and_scores_without_weights() -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|得分",
        "产出指标|数量指标|养护长度|12|12|60",
        "质量|合格率|100|99|29",
        "满意度指标|服务对象满意度|居民满意度|95|94|9",
    )
    assert indicators(found) == [
        "产出指标/数量指标/养护长度 -→60",
        "产出指标/质量/合格率 -→29",
        "满意度指标/服务对象满意度/居民满意度 -→9",
    ]


def test_an_indicator_that_is_named_as_a_level_2() -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|分值|得分",
        OUTPUT,
        "效益指标|满意度指标|服务对象满意度|≥95%|94%|10|9",
    )
    assert indicators(found)[1] == "效益指标/满意度指标/服务对象满意度 10→9"
    assert targets(found)[1] == "≥ 95 % 94%"


def test_satisfaction_twice_is_a_level_1_and_a_level_2() -> None:
    found = _read(*HEAD, f"{LEVELS}|目标值|完成值|分值|得分", OUTPUT, "满意度|满意度|居民满意度|95|94|10|9")
    assert indicators(found)[1] == "满意度/满意度/居民满意度 10→9"


def test_a_level_2_is_not_the_reason_of_the_row_above() -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|分值|得分|偏差原因",
        f"{OUTPUT}",
        "质量|合格率|100%|99%|20|19|返工一处",
        "时效|按期完工率|100%|100%|10|10",
    )
    assert indicators(found) == [
        "产出指标/数量指标/养护长度 60→60",
        "产出指标/质量/合格率 20→19",
        "产出指标/时效/按期完工率 10→10",
    ]
    assert [row.deduction_reason for row in found.indicators] == [None, "返工一处", None]


def test_a_name_of_a_level_that_a_space_has_cut() -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|分值|得分",
        OUTPUT,
        "效益指标|社会效益 指标|受益人口|3|3|20|19",
        "满意度指标|服务对象 满意度指标|居民满意度|95|94|10|9",
        between=" ",
    )
    assert indicators(found)[1:] == [
        "效益指标/社会效益指标/受益人口 20→19",
        "满意度指标/服务对象满意度指标/居民满意度 10→9",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "满意度指标|服务对象满意度|居民满意度|95|10|9",
        "满意度指标|服务对象满意度指标|居民满意度|95|94|9|10",
        "效益指标|社会效益|受益人口|3万人|20|19",
    ],
    ids=["a value is blank", "a score above its weight", "a value is blank beside a figure with its unit"],
)
def test_a_row_that_does_not_fit_is_told(row: str) -> None:
    found = _read(*HEAD, f"{LEVELS}|目标值|完成值|分值|得分", OUTPUT, row, "总分|70|69")
    assert indicators(found) == ["产出指标/数量指标/养护长度 60→60"]
    assert len(_told(found)) == 1
    assert _told(found)[0].endswith(" ".join(row.split("|")[-3:]))


def test_rows_below_a_level_that_was_lost_are_told() -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|分值|得分",
        OUTPUT,
        "质量|合格率|100|20|19",
        "返修率|1|1|5|5",
        "时效指标|按期完工率|100|100|5|5",
    )
    assert indicators(found) == ["产出指标/数量指标/养护长度 60→60", "产出指标/时效指标/按期完工率 5→5"]
    assert _told(found) == ["质量 合格率 100 20 19", "返修率 1 1 5 5"]


def test_a_stated_total_below_a_total_of_deductions() -> None:
    found = _read(
        *HEAD, f"{LEVELS}|目标值|完成值|分值|扣分", "产出|数量|养护长度|12公里|11公里|60|3", "合计|60|3", "自评得分|97"
    )
    assert [amount.value_text for amount in found.amounts if amount.measure == "total_score"] == ["97"]


NAMED = "指标名称|计量单位|指标性质|指标值|完成值|权重|得分"
REPORT = ("某县2023年度网格员经费绩效自评报告", "全年预算数80万元，全年执行数76万元，预算执行率95%。")


@pytest.mark.parametrize("between", ["\n", " |\n"])
@pytest.mark.parametrize("more", [(), ("居民满意度|%|≥|95|96|40|40",)])
def test_a_table_without_levels(more: tuple[str, ...], between: str) -> None:
    cells = between.join("|".join([NAMED, "网格员人数|人|=|32|30|60|56", *more]).split("|"))
    found = extract(restore(read_bytes("\n".join([*REPORT, cells + between]).encode())))
    assert indicators(found) == ["-/-/网格员人数 60→56", "-/-/居民满意度 40→40"][: 1 + len(more)]
    assert targets(found)[0] == "= 32 人 30"
    assert not found.unplaced


def test_a_row_of_a_table_without_levels_that_does_not_fit_is_told() -> None:
    found = _read(*REPORT, NAMED, "网格员人数|人|=|32|30|60|56", "居民满意度|%|≥|95|40|40")
    assert indicators(found) == ["-/-/网格员人数 60→56"]
    assert _told(found) == ["居民满意度 % ≥ 95 40 40"]


def test_names_with_targets_alone_are_no_table_of_results() -> None:
    found = _read(*REPORT, "指标名称|计量单位|指标性质|指标值", "网格员人数|人|=|32", "居民满意度|%|≥|95")
    assert not found.indicators and not found.unplaced


@pytest.mark.parametrize(("printed", "score"), [("100", []), ("97", ["97"]), ("100|97", ["97"])])
def test_a_total_of_100_alone_is_told_where_a_row_is_not_read(printed: str, score: list[str]) -> None:
    found = _read(*HEAD, f"{LEVELS}|目标值|完成值|分值|得分", OUTPUT, "质量指标|合格率|100%|40", f"合计|{printed}")
    assert [amount.value_text for amount in found.amounts if amount.measure == "total_score"] == score
    assert ("合计 100" in _told(found)) == (not score)


def test_a_total_of_100_alone_is_the_score_where_all_rows_are_read() -> None:
    found = _read(*HEAD, f"{LEVELS}|目标值|完成值|分值|得分", OUTPUT, "总分|100")
    assert [amount.value_text for amount in found.amounts if amount.measure == "total_score"] == ["100"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_the_number_of_a_page_behind_the_total_is_no_score(between: str) -> None:
    found = _read(*HEAD, f"{LEVELS}|年初目标值|实际完成值|分值|得分", OUTPUT, "总分|100|94|3", between=between)
    assert total(found) == "94"
    assert _told(found) == ["3"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_full_marks_twice_before_the_score_are_no_score(between: str) -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|年初目标值|实际完成值|分值|得分",
        "产出指标|数量指标|养护长度|12|12|60|58",
        "效益指标|社会效益指标|受益人口|3|3|40|37.5",
        "总分|100|100|95.5",
        between=between,
    )
    assert total(found) == "95.5"


UNUSUAL = (
    f"{LEVELS}|目标值|实际值|分值|自评分|扣分原因",
    "决策|项目立项|论证充分性|充分|充分|6|6",
)


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_level_2_of_another_framework_is_no_reason_of_the_row_above(between: str) -> None:
    found = _read(
        *HEAD,
        *UNUSUAL,
        "目标设置|绩效指标明确性|明确|较明确|6|5|个别指标未量化",
        "产出|经济性|预算控制|1500|1320|30|30",
        "效率性|建设里程|12|12.4|58|55",
        between=between,
    )
    assert indicators(found) == [
        "决策/项目立项/论证充分性 6→6",
        "决策/目标设置/绩效指标明确性 6→5",
        "产出/经济性/预算控制 30→30",
        "产出/效率性/建设里程 58→55",
    ]
    assert [row.deduction_reason for row in found.indicators] == [None, "个别指标未量化", None, None]


@pytest.mark.parametrize("between", ["\n", " "])
def test_what_may_be_an_unknown_level_2_or_a_reason_is_told_with_the_rows_behind_it(between: str) -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|实际值|分值|自评分|扣分原因",
        "投入指标|窗口建设|新增窗口|6|6|10|10",
        "流程再造|压缩环节|3|3|20|20",
        "产出指标|数量指标|办件量|900|950|60|58",
        between=between,
    )
    assert indicators(found) == ["投入指标/窗口建设/新增窗口 10→10", "产出指标/数量指标/办件量 60→58"]
    assert any("压缩环节" in told for told in _told(found))


@pytest.mark.parametrize("between", ["\n", " "])
def test_behind_a_reason_an_unknown_level_2_is_told_apart(between: str) -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|实际值|分值|自评分|扣分原因",
        "投入指标|窗口建设|新增窗口|6|5|10|9|缺一处场地",
        "流程再造|压缩环节|3|3|20|20|无",
        between=between,
    )
    assert indicators(found) == ["投入指标/窗口建设/新增窗口 10→9", "投入指标/流程再造/压缩环节 20→20"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_points_that_reach_down_beside_the_levels(between: str) -> None:
    found = _read(
        *HEAD,
        "评价指标|指标完成情况|分值|自评分|自评说明",
        f"{LEVELS}|计划指标值|实际完成值",
        "产出指标|数量指标|养护长度|≥12|12|60|60",
        "效益指标|社会效益指标|覆盖面|扩大|扩大|30|28|宣传不足",
        between=between,
    )
    assert indicators(found) == ["产出指标/数量指标/养护长度 60→60", "效益指标/社会效益指标/覆盖面 30→28"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_the_first_levels_may_be_called_by_words_of_money(between: str) -> None:
    found = _read(
        *HEAD,
        f"{LEVELS}|目标值|完成值|分值|得分",
        "预算执行|部门预算|预算执行率|≥95%|96.4%|10|10",
        "预算调整率|≤10%|12.5%|5|3",
        OUTPUT,
        between=between,
    )
    assert indicators(found) == [
        "预算执行/部门预算/预算执行率 10→10",
        "预算执行/部门预算/预算调整率 5→3",
        "产出指标/数量指标/养护长度 60→60",
    ]


def test_without_points_nothing_says_that_the_first_words_are_levels() -> None:
    found = _read(
        *HEAD, f"{LEVELS}|指标说明|指标|县级|市级|分值|评分|评分|1|决策(10)|项目立项|民主议事|记录完整得2分|2|2"
    )
    assert indicators(found) == []
