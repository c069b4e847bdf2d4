"""What the head of a page leaves amid a table: its rows go on below it; below another title they are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.records import Extraction
from support.documents import table
from support.told import extracted, indicators, total

TITLE = "2023年度项目支出绩效自评表"
HEADING = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
FIRST = "产出指标|数量指标|补助户数|200户|200户|50|50"
REST = ("产出指标|质量指标|合格率|98%|98%|20|19", "效益指标|社会效益指标|增收户数|180户|160户|30|25", "总分|100|94")
INDICATORS = [
    "产出指标/数量指标/补助户数 50→50",
    "产出指标/质量指标/合格率 20→19",
    "效益指标/社会效益指标/增收户数 30→25",
]


def between_tables(line: str) -> Extraction:
    return extracted(TITLE, table("项目名称|修路", HEADING, FIRST), line, table(*REST))


def within_table(line: str) -> Extraction:
    return extracted(TITLE, table("项目名称|修路", HEADING, FIRST, line, *REST))


@pytest.mark.parametrize("line", ["某县绩效评价材料", TITLE, "第 3 页 共 5 页"])
@pytest.mark.parametrize("read", [between_tables, within_table])
def test_the_rows_below_go_on_with_the_table(line: str, read: Callable[[str], Extraction]) -> None:
    found = read(line)
    assert len(found.reports) == 1
    assert indicators(found) == INDICATORS and total(found) == "94"
    assert found.unplaced == [] and found.notices == []


def test_a_total_alone_on_its_page() -> None:
    found = extracted(TITLE, table("项目名称|修路", HEADING, FIRST, *REST[:2]), "某县绩效评价材料", table(REST[2]))
    assert indicators(found) == INDICATORS and total(found) == "94"


@pytest.mark.parametrize("read", [between_tables, within_table])
def test_rows_below_another_title_are_told(read: Callable[[str], Extraction]) -> None:
    found = read("2023年度河道治理项目支出绩效自评表")
    assert indicators(found)[:1] == INDICATORS[:1] and total(found) is None
    assert {figure.value_text for figure in found.unplaced} >= {"20", "19", "30", "25", "100", "94"}


def test_another_table_below_a_line_is_none_of_the_first() -> None:
    others = table("序号|姓名|单位|职务|电话|年限|次数", "1|张某|某局|科长|1234|20|19")
    found = extracted(TITLE, table("项目名称|修路", HEADING, FIRST, *REST), "评价人员", others)
    assert indicators(found) == INDICATORS
    others = table("评分人|张某|某局|科长|1234|20|19")
    found = extracted(TITLE, table("项目名称|修路", HEADING, FIRST, *REST), "二、其他需要说明的问题：无。", others)
    assert indicators(found) == INDICATORS


def test_the_same_title_over_another_form() -> None:
    form = table("项目名称|架桥", HEADING, *REST)
    found = extracted(TITLE, table("项目名称|修路", HEADING, FIRST), TITLE, form)
    assert [report.project_name for report in found.reports] == ["修路", "架桥"]
