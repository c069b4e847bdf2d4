"""Rows of dumps and web pages that lack a cell, so that what stands behind it is not below its heading."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.readers.web import html
from ingest.records import Extraction
from support.documents import grid, table
from support.told import extracted, indicators, money, targets, total

TITLE = "项目支出绩效自评表（2023年度） |"
NAME = "项目名称 | 乡村公益岗位 |"
FUNDS = "项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"
WHOLE = "年度资金总额 | 50 | 40 | 38 | 10 | 95 | 9.5 |"
MARKS_BEHIND = (
    "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |",
    "产出指标 | 数量指标 | 安置人数 | 40人 | 42人 | 20 | 20 | |",
)
MARKS_BEFORE = (
    "一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因 |",
    "产出指标 | 数量指标 | 安置人数 | 20 | 40 | 42 | 20 | |",
)


def _read(*lines: str) -> Extraction:
    return extract(restore(read_bytes("\n".join([TITLE, NAME, *lines]).encode())))


@pytest.mark.parametrize(
    "row",
    [
        "其中：财政拨款 | 40 | 38 | 10 | 95 | 9.5 |",  # 38 ÷ 40 is 95%, 10 ÷ 38 is not 9.5%.
        "其中：财政拨款 | 40 | 38 |",
    ],
)
def test_a_line_of_funds_that_lacks_an_amount_is_told(row: str) -> None:
    found = _read(FUNDS, WHOLE, row, *MARKS_BEHIND)
    assert list(money(found)) == ["年度资金总额 *"]
    assert {figure.value_text for figure in found.unplaced} >= {"40", "38"}


@pytest.mark.parametrize(
    "row",
    [
        "其中：财政拨款 | 50 | 40 | 38 | 10 | 95 | 9.5 |",
        "其中：财政拨款 | 50 | 40 | 38 | | 95 | |",
        "其中：财政拨款 | 50 | 40 | 38 |",
        "其中：财政拨款 | 50 | 40 | 35 | 10 | 95 | 9.5 |",  # A wrong rate is the unit's fault.
        "其中：财政拨款 | 105 | 40 | 38 | 10 | 9.5 | 9.5 |",  # So is a score for a rate: 10 ÷ 38 or 40 is not 9.5%.
        "其中：财政拨款 | 42 | 40 | 99 | 10 | 99 | 9.9 |",
    ],
)
def test_a_line_of_funds_that_lacks_none(row: str) -> None:
    found = _read(FUNDS, WHOLE, row, *MARKS_BEHIND)
    assert list(money(found)) == ["年度资金总额 *", "其中：财政拨款"]
    assert money(found)["其中：财政拨款"]["annual_budget"] == "40 wan"


def test_a_line_whose_rate_says_which_amount_is_missing() -> None:
    found = _read(FUNDS, "年度资金总额 | 40 | 38 | 10 | 95% | 9.5 |", *MARKS_BEHIND)
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"}
    }


@pytest.mark.parametrize("rate", ["95", "95.00", "0.95"])
def test_a_web_page_whose_label_spans_a_column_too_many(rate: str) -> None:
    """All figures of the row are so small that they might be points as well."""
    page = f"""<p>2023年度项目支出绩效自评表</p><table>
    <tr><td>项目名称</td><td colspan=6>培训</td></tr>
    <tr><td colspan=3>项目资金（万元）</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>得分</td></tr>
    <tr><td rowspan=2 colspan=2>资金</td><td colspan=2>年度资金总额</td><td>80.00</td><td>76.00</td><td>{rate}</td></tr>
    <tr><td colspan=2>其中：财政拨款</td><td>50.00</td><td>47.50</td><td>{rate}</td></tr></table>
    <table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>
    <tr><td>产出指标</td><td>数量指标</td><td>培训期数</td><td>3期</td><td>3期</td><td>50</td><td>48</td></tr></table>"""
    found = extract(html.read_bytes(page.encode()))
    assert indicators(found) == ["产出指标/数量指标/培训期数 50→48"]
    assert not found.amounts
    assert {"80.00", "76.00", "50.00", "47.50"} <= {figure.value_text for figure in found.unplaced}


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (MARKS_BEHIND, "质量指标 | 在岗率 | 98% | 20 | 19 | 请假 |"),
        (MARKS_BEHIND, "质量指标 | 在岗率 | 98 | 20 | 19 | |"),
        (MARKS_BEHIND, "在岗率 | 98% | 20 | 19 | 请假 |"),
        (MARKS_BEHIND, "产出指标 | 质量指标 | 在岗率 | 98 | 20 | 19 |"),
        (MARKS_BEFORE, "质量指标 | 在岗率 | 20 | 98 | 19 | 请假 |"),
        (MARKS_BEFORE, "质量指标 | 在岗率 | 20 | 98 | 19 | |"),
        (MARKS_BEFORE, "质量指标 | 在岗率 | 98% | 97% | 19 | 请假 |"),
    ],
)
def test_an_indicator_that_lacks_a_cell_is_told(heading: tuple[str, ...], row: str) -> None:
    found = _read(*heading, row)
    assert indicators(found) == ["产出指标/数量指标/安置人数 20→20"]
    assert [notice.evidence.quote for notice in found.notices] == [row.replace(" |", "").strip()]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("质量指标 | 在岗率 | 98% | 97% | 20 | 19 | 请假 |", "20→19"),
        ("质量指标 | 在岗率 | 98% | 97% | 20 | 19 |", "20→19"),
        ("质量指标 | 在岗率 | 98% | 97% | 20 | | 待评 |", "20→-"),
    ],
)
def test_an_indicator_that_lacks_none(row: str, read: str) -> None:
    found = _read(*MARKS_BEHIND, row)
    assert indicators(found)[1:] == [f"产出指标/质量指标/在岗率 {read}"]
    assert targets(found)[1:] == ["- 98 % 97%"]


def test_rows_of_funds_wider_than_what_is_left_of_their_heading_are_told() -> None:
    """Of 预算数 and 执行数, each over 总额, 财政拨款 and 其他资金, a dump keeps no width."""
    found = _read(
        "年度主要任务 | 主要内容 | 预算数（万元） | 执行数（万元） |",
        "总额 | 财政拨款 | 其他资金 | 总额 | 财政拨款 | 其他资金 |",
        "任务1 | 河道治理 | 300 | 250 | 50 | 280 | 240 | 40 |",
        "金额合计 | 300 | 250 | 50 | 280 | 240 | 40 |",
        *MARKS_BEHIND,
    )
    assert not found.funding_lines
    assert {figure.value_text for figure in found.unplaced} >= {"300", "250", "50", "280", "240"}


DEPARTMENT = "2022年甲镇部门整体支出绩效自评表"
RATED = "预算执行情况（万元）|预算数(A)|执行数(B)|执行率(B/A)|得分"
MARKS = table("一级指标|二级指标|三级指标|年初目标值|实际完成值|得分", "产出指标|数量指标|办结信访件数|168起|168起|80")


def test_one_of_two_amounts_is_missing() -> None:
    found = extracted(DEPARTMENT, table(RATED, "部门整体支出总额|864.2|100%|20"), "以下为指标。", MARKS)
    assert money(found) == {}
    assert [unplaced.value_text for unplaced in found.unplaced] == ["864.2", "100%", "20"]


def test_all_amounts_are_there() -> None:
    whole = {"annual_budget": "864.2 wan", "executed": "860 wan", "execution_rate": "99.5 percent"}
    found = extracted(DEPARTMENT, table(RATED, "部门整体支出总额|864.2|860|99.5%|19.9"), "以下为指标。", MARKS)
    assert money(found) == {"部门整体支出总额 *": whole}
    head = "预算执行情况（万元）||预算数(A)|执行数(B)|执行率(B/A)|得分"
    found = extracted(DEPARTMENT, table(head, "部门整体支出总额|864.2|860|99.5%|19.9"), "以下为指标。", MARKS)
    assert money(found) == {"部门整体支出总额 *": whole}


def test_a_row_with_nothing_before_its_score_lacks_nothing_that_could_be_told() -> None:
    found = _read("分值 | 得分 | 一级指标 | 三级指标 |", "| | % |")
    assert found.indicators == []


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (MARKS_BEHIND, "质量指标 | 在岗率 | 98% | 97% | 20 | 无 |"),
        (MARKS_BEHIND, "产出指标 | 质量指标 | 在岗率 | 97% | 20 | 19 | 无 |"),
        (MARKS_BEHIND, "效益指标 | 社会效益 | 知晓率 | 97% | 20 | 19 | 请假 |"),
        (MARKS_BEHIND, "产出指标 | 在岗率 | 97% | 20 | 19 | 请假 |"),
        (MARKS_BEFORE, "产出指标 | 质量指标 | 在岗率 | 98 | 19 | 20 | 无 |"),
    ],
)
def test_a_word_for_nothing_or_a_level_in_a_place_of_its_own_tells_that_a_cell_is_lacking(
    heading: tuple[str, ...], row: str
) -> None:
    found = _read(*heading, row)
    assert indicators(found) == ["产出指标/数量指标/安置人数 20→20"]
    assert [notice.evidence.quote for notice in found.notices] == [row.replace(" |", "").strip()]


def test_the_sign_before_a_target_tells_that_it_is_lacking() -> None:
    heading = "一级指标 | 二级指标 | 三级指标 | 性质 | 指标值 | 单位 | 完成值 | 分值 | 得分 | 原因 |"
    found = _read(heading, "产出指标 | 质量指标 | 在岗率 | 98 | % | 97 | 20 | 19 | 无 |")
    assert not found.indicators
    assert [notice.kind for notice in found.notices] == ["not_understood"]


def test_a_name_shared_with_its_level_lacks_nothing() -> None:
    rows = ("产出指标 | 质量指标 | ≥98% | 97% | 20 | 19 | 无 |", "效益指标 | 社会效益 | 提高 | 提高 | 20 | 19 | 无 |")
    assert indicators(_read(*MARKS_BEHIND, *rows))[1:] == [
        "产出指标/质量指标/质量指标 20→19",
        "效益指标/社会效益/社会效益 20→19",
    ]


ON_ONE_LINE = (
    "项目支出绩效自评表（2023年度） 项目名称 乡村公益岗位 主管部门 青禾县民政局 实施单位 青禾县民政局 项目资金（万元） "
    "年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额： 50 40 38 10 95% 9.5 {lines} "
    "年度总体目标 预期目标 实际完成情况 安置到位。 已安置。 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 "
    "产出指标 数量指标 安置人数 40人 42人 90 90 总分 100 99.5"
)


@pytest.mark.parametrize(
    ("lines", "carried"),
    [
        ("其中：当年财政拨款 50 40 38 - 95% - 上年结转资金 0 0 0 - - 其他资金 0 0 0 - -", "0 wan"),
        ("其中：当年财政拨款 45 36 34 - - 上年结转资金 5 4 4 - - 其他资金", "4 wan"),
        ("其中：当年财政拨款 45 36 34 - 94.4% - 上年结转资金 5 4 4 - 其他资金 - - - - - -", "4 wan"),
        ("其中：当年财政拨款 45 36 34 上年结转资金 5 4 4 其他资金", "4 wan"),
    ],
)
def test_lines_on_one_line_that_lack_what_is_no_amount(lines: str, carried: str) -> None:
    found = extract(restore(read_bytes(ON_ONE_LINE.format(lines=lines).encode())))
    assert money(found)["上年结转资金"]["executed"] == carried
    assert found.unplaced == []


@pytest.mark.parametrize(
    "lines",
    [
        "其中：当年财政拨款 45 36 34 - 94.4% - 上年结转资金 5 4 - - - 其他资金 - - - - - -",  # Budgeted or spent?
        "其中：当年财政拨款 45 36 34 - 94.4% - 上年结转资金 5 4 3 - - 其他资金 - - - - - -",  # 34 and 3 are not 38.
        "其中：当年财政拨款 50 40 38 - 95% - 上年结转资金 5 4 4 - - 其他资金",
    ],
)
def test_lines_on_one_line_that_may_lack_an_amount_are_told(lines: str) -> None:
    found = extract(restore(read_bytes(ON_ONE_LINE.format(lines=lines).encode())))
    assert "上年结转资金" not in money(found)
    assert any(figure.value_text.startswith("上年结转资金 5 4") for figure in found.unplaced)


@pytest.mark.parametrize("score", ["1O", "#REF!", "约9"])
def test_a_score_that_cannot_be_read_leaves_the_rest_of_its_row_in_place(score: str) -> None:
    found = _read(
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |",
        f"产出指标 | 数量指标 | 安置人数 | 40人 | 42人 | 20 | {score} |",
        "质量指标 | 合格率 | 95% | 96% | 30 | 29 |",
    )
    assert indicators(found) == ["产出指标/数量指标/安置人数 20→-", "产出指标/质量指标/合格率 30→29"]
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [("得分", score)]


HEADING = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |"
PLACES = "产出指标 | 数量指标 | 安置人数 | 40人 | 42人 | 50 | 48 |"


@pytest.mark.parametrize(
    "last",
    ["效益指标 | 社会效益指标 | 就业率 | 95% | 96% 40 | 39 |", "效益指标 | 社会效益指标 | 就业率 | 95% | 96% | 39 |"],
)
def test_the_last_points_of_a_row_that_lacks_a_cell_are_no_weight(last: str) -> None:
    found = _read(HEADING, PLACES, last)
    assert indicators(found) == ["产出指标/数量指标/安置人数 50→48", "效益指标/社会效益指标/就业率 -→-"]
    assert [figure.value_text for figure in found.unplaced] == ["39"]


def test_a_weight_that_makes_the_full_marks_is_one_without_a_score_behind_it() -> None:
    last = "效益指标 | 社会效益指标 | 就业率 | 95% | 未统计 | 10 |"
    found = _read(HEADING, PLACES, PLACES.replace("50 | 48", "40 | 38"), last)
    assert indicators(found)[2] == "效益指标/社会效益指标/就业率 10→-"
    assert found.unplaced == []


def _told(found: Extraction) -> set[str]:
    return {figure.value_text for figure in found.unplaced}


SCORED = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |"
IN_PLACE = (
    "产出指标 | 数量指标 | 安置人数 | 40人 | 42人 | 50 | 50 | |",
    "| 时效指标 | 及时率 | 95% | 96% | 30 | 30 | |",
)


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("| 质量指标 | 在岗率 | 98% | 97% | 19 |", {"19"}),  # A weight or a score.
        ("| 质量指标 | 在岗率 | 97% | 20 | 19 | |", {"20", "19"}),  # One value of two.
        ("| 质量指标 | 在岗率 | 97% | 19 |", {"19"}),
        ("| 质量指标 | 在岗率 | 98% | 98% | 97% | 20 | 19 |", {"20", "19"}),
        ("| 质量指标 | 管理水平 | 管理水平 | ≥97% | 20 | 19 |", {"20", "19"}),
    ],
)
def test_an_indicator_whose_points_may_be_others_is_told(row: str, figures: set[str]) -> None:
    found = _read(SCORED, *IN_PLACE, row)
    assert indicators(found)[:2] == ["产出指标/数量指标/安置人数 50→50", "产出指标/时效指标/及时率 30→30"]
    assert all(text.endswith(" -→-") for text in indicators(found)[2:])
    assert _told(found) >= figures


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| 质量指标 | 在岗率 | 98% | 97% | 20 | | 待评 |", "产出指标/质量指标/在岗率 20→-"),
        ("| 质量指标 | 在岗率 | 98% | 97% | 20 | 0 | 0 |", "产出指标/质量指标/在岗率 20→0"),
        ("| 质量指标 | 岗位数 | 20 | 19 | 20 | 19 | |", "产出指标/质量指标/岗位数 20→19"),
        ("| 质量指标 | 在岗率 | ≥98% | ≥98% | 20 | 20 | |", "产出指标/质量指标/在岗率 20→20"),
    ],
)
def test_an_indicator_that_only_looks_so(row: str, read: str) -> None:
    found = _read(SCORED, *IN_PLACE, row)
    assert indicators(found)[2:] == [read]
    assert found.notices == [] and found.unplaced == []


def test_a_row_of_a_sheet_from_which_a_cell_was_deleted() -> None:
    heading = "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因"
    rows = (
        "产出指标|数量指标|安置人数|40人|42人|50|50|",
        "^|质量指标|在岗率|98%|20|19||",
        "效益指标|社会效益指标|知晓率|80%|82%|30|30|",
        "总分|<|<|<|<|100|99|",
    )
    found = extracted("2023年度项目支出绩效自评表", grid("项目名称|公益岗位|<|<|<|<|<|<", heading, *rows))
    assert indicators(found) == ["产出指标/数量指标/安置人数 50→50", "效益指标/社会效益指标/知晓率 30→30"]
    assert _told(found) >= {"20", "19"}


def test_a_total_that_slipped_under_the_scores_is_told() -> None:
    heading = "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因"
    row = "产出指标|数量指标|安置人数|40人|39人|100|97.5|"
    found = extracted("2023年度项目支出绩效自评表", grid(heading, row, "总分|<|<|<|<||100|"))
    assert total(found) is None and "100" in _told(found)
    found = extracted("2023年度项目支出绩效自评表", grid(heading, row, "总分|<|<|<|<||97.5|"))
    assert total(found) == "97.5"
    found = extracted(
        "2023年度项目支出绩效自评表", grid(heading, row.replace("100|97.5", "90|77.5"), "总分|<|<|<|<||100|87.5")
    )
    assert total(found) is None and "100" in _told(found)


def test_a_total_in_another_order_than_its_headings() -> None:
    heading = "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 | 分值 |"
    found = _read(heading, "产出指标 | 数量指标 | 安置人数 | 40人 | 39人 | 97.5 | 100 |", "总分 | 100 | 97.5 |")
    assert total(found) == "97.5"


WITHOUT_POINTS = ("一级指标|二级指标|三级指标|指标值|全年实际完成值", "产出指标|数量指标|改造教室|6间|6间")
BELOW = ("效益指标|社会效益指标|教学条件|改善|改善", "满意度指标|服务对象满意度指标|师生满意度|≥90%|94%")


def _without_points(*rows: str) -> list[str]:
    found = extracted("2022年教室改造项目绩效目标自评表", table(*WITHOUT_POINTS, *rows, *BELOW))
    told = [notice.evidence.quote for notice in found.notices if notice.kind == "not_understood"]
    return [*map(" ".join, zip(indicators(found), targets(found), strict=True)), *told]


FIRST = "产出指标/数量指标/改造教室 -→- - 6 间 6间"
LAST = ("效益指标/社会效益指标/教学条件 -→- - 改善 - 改善", "满意度指标/服务对象满意度指标/师生满意度 -→- ≥ 90 % 94%")


@pytest.mark.parametrize("words", ["达标", "是", "按期完成"])
def test_words_that_say_twice_the_same_are_target_and_result(words: str) -> None:
    assert _without_points(f"改造质量|{words}|{words}||") == [
        FIRST,
        f"产出指标/数量指标/改造质量 -→- - {words} - {words}",
        *LAST,
    ]


def test_a_level_that_dates_stand_behind() -> None:
    assert _without_points("时效指标|完工时间|2022年8月底|2022年9月底|") == [
        FIRST,
        "产出指标/时效指标/完工时间 -→- - 2022年8月底 - 2022年9月底",
        *LAST,
    ]


@pytest.mark.parametrize("row", ["改造质量|逐步提高|已提高||", "改造质量|达标|||"])
def test_words_without_a_level_are_told_and_name_none(row: str) -> None:
    assert _without_points(row) == [FIRST, *LAST, " ".join(filter(None, row.split("|")))]


@pytest.mark.parametrize("row", ["效益指标|经济效益指标|||", "效益指标||||", "效益指标|经济效益指标|指标1：||"])
def test_levels_that_are_left_blank_are_nothing_to_tell(row: str) -> None:
    assert _without_points(row) == [FIRST, *LAST]


POINTED = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


def _pointed(*rows: str) -> Extraction:
    return extracted("2022年教室改造项目支出绩效自评表", table(POINTED, *rows))


@pytest.mark.parametrize("nothing", ["—", "-", "/"])
def test_a_mark_for_nothing_stands_under_points(nothing: str) -> None:
    found = _pointed(
        f"产出指标|数量指标|改造教室|6间|6间|{nothing}|30",
        f"质量指标|验收合格率|100%|95%|20|{nothing}|",
        "效益指标|社会效益指标|教学条件|改善|改善|40|40",
    )
    assert indicators(found) == [
        "产出指标/数量指标/改造教室 -→30",
        "产出指标/质量指标/验收合格率 20→-",
        "效益指标/社会效益指标/教学条件 40→40",
    ]


def test_a_row_that_cannot_be_read_still_begins_its_level() -> None:
    found = _pointed(
        "成本指标|经济成本指标|造价|≤90万元|88万元|20|20",
        "产出指标（40分）|数量指标|改造教室|6间|20|20",
        "质量指标|验收合格率|100%|95%|20|19|",
    )
    assert indicators(found) == ["成本指标/经济成本指标/造价 20→20", "产出指标/质量指标/验收合格率 20→19"]
    assert [figure.value_text for figure in found.unplaced] == ["20", "20"]


def test_an_indicator_with_nothing_but_a_target_is_told() -> None:
    found = _pointed(
        "产出指标|数量指标|改造教室|6间|6间|50|50",
        "其中：多媒体教室||2间|||",
        "效益指标|社会效益指标|教学条件|改善|改善|40|40",
    )
    assert [notice.evidence.quote for notice in found.notices if notice.kind == "not_understood"] == [
        "其中：多媒体教室 2间"
    ]


WHOLE_ROWS = ("产出指标|质量指标|验收合格率|100%|95%|20|19", "效益指标|社会效益指标|教学条件|改善|改善|40|40")
READ_ROWS = ("产出指标/质量指标/验收合格率 20→19", "效益指标/社会效益指标/教学条件 40→40")


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("安全检查|按期|按期|10|8||", "产出指标/质量指标/安全检查"),
        ("支出合规性|严格执行|达到预期|10|8||", "产出指标/质量指标/支出合规性"),
        ("时效指标|安全检查|按期|已按期|10|8|", "产出指标/时效指标/安全检查"),
        ("政策|立项|安全检查|按期|按期|10|8", "政策/立项/安全检查"),
    ],
)
def test_points_say_where_a_row_of_words_stands(row: str, name: str) -> None:
    assert indicators(_pointed(WHOLE_ROWS[0], row, WHOLE_ROWS[1])) == [READ_ROWS[0], f"{name} 10→8", READ_ROWS[1]]


@pytest.mark.parametrize(
    "row", ["质量类|安全检查|按期|按期|10|8|", "安全检查|按期|按期|10|||", "安全检查|按期|已按期|—|8||"]
)
def test_without_all_points_a_row_of_words_is_told(row: str) -> None:
    found = _pointed(WHOLE_ROWS[0], row, WHOLE_ROWS[1])
    assert indicators(found) == [*READ_ROWS]
    assert [notice.evidence.quote for notice in found.notices if notice.kind == "not_understood"] == [
        " ".join(filter(None, row.split("|")))
    ]


SCORES_ALONE = "年度目标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |"


def test_a_row_that_is_not_read_names_no_level_of_the_rows_below() -> None:
    found = _read(
        SCORES_ALONE,
        "产出指标（40分） | 数量指标 | 备份器 | 25台 | 25台 | 10 |",
        "布点覆盖 | 100%覆盖 | 100%覆盖 |",
        "质量指标 | 更新及时 | 当年 | 当年 | 10 |",
        "效益指标（30分） | 经济效益 | 无直接效益 | 公益 | 公益 | 10 |",
        "社会效益 | 查找便捷 | 范围可扩展 | 范围可扩展 |",
        "丰富群众文化活动 |",
        "环境效益 | 环境良好 | 良好 | 良好 | 10 |",
    )
    assert indicators(found) == [
        "产出指标/数量指标/备份器 -→10",
        "产出指标/质量指标/更新及时 -→10",
        "效益指标/经济效益/无直接效益 -→10",
        "效益指标/环境效益/环境良好 -→10",
    ]
    assert len([notice for notice in found.notices if notice.kind == "not_understood"]) == 2
