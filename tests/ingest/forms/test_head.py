import datetime as dt

import pytest

from ingest.forms import head
from support.documents import grid, rows, table, texts
from support.told import extracted


def test_goals_in_prose() -> None:
    lines = rows(
        "（一）项目概况。甲",
        "（二）项目绩效目标。",
        "1.总目标",
        "（1）产出目标",
        "维修。",
        "（三）绩效目标实现情况。已修。",
        "四、分析",
    )
    assert texts(*head.stated_goal_places(lines)) == ("1.总目标（1）产出目标维修。", "已修。")


def test_dates_of_signatures_and_filings_only() -> None:
    found = head.dates(
        rows(
            table("填报人（签字）：|2025 年 5 月 19 日"),
            "绩效自评日期：2025年5月",
            "截止2024年12月31日支出31.48万元，资金已经全部按照合同约定支付完毕，项目已经验收并交付使用，单位将继续加强管理，做好运行维护和绩效自评等后续各项工作。",
            "2025年6月2日",
        )
    )
    assert [(date, has_day) for date, has_day, _ in found] == [
        (dt.date(2025, 5, 19), True),
        (dt.date(2025, 5, 1), False),
        (dt.date(2025, 6, 2), True),
    ]


def test_a_date_that_is_an_indicators_value_is_none_of_the_report() -> None:
    lines = rows("指标1：整体完成时间", "2023年12月31日", "2023年12月31日", "5", "东山县教育局", "2024年3月8日")
    assert [date for date, _, _ in head.dates(lines)] == [dt.date(2024, 3, 8)]


def test_times_of_the_project_are_no_dates_of_the_report() -> None:
    found = head.dates(
        rows(
            table(
                "项目起止时间|2023年1月-2023年12月",
                "填报单位（盖章）|某县文化馆|项目期限|2022-01-01至2023-12-31|填报日期|2024-03-05",
                "项目期限：2022年3月1日至2023年3月1日|填表人：甲",
                "时效指标|完成时间|2023年12月|2023年12月|10|10",
            ),
            "项目实施时间：2023年2月",
            "评价时间段：2023年1月1日至2023年12月31日",
            "评价时间：2024年2月1日",
        )
    )
    assert [(date, has_day) for date, has_day, _ in found] == [
        (dt.date(2024, 3, 5), True),
        (dt.date(2024, 2, 1), True),
    ]


@pytest.mark.parametrize(
    ("label", "is_total"),
    [("自评得分", True), ("项目总得分", True), ("总评分", True), ("标准总分", False), ("得分", False)],
)
def test_labels_of_the_total_score(label: str, is_total: bool) -> None:
    row = rows(table(f"项目名称|幼林抚育|{label}|96.5分", "主管部门|林业局||"))[0]
    assert [cell.text for cell in head.total_scores(row)] == (["96.5分"] if is_total else [])


def test_project_type() -> None:
    assert head.project_type(rows(table("项目类型|经常性项目 () 一次性项目 (√)"))) == "one_off"
    assert head.project_type(rows(table("项目类型|经常性项目（√）  一次性项目（ ）"))) == "recurring"
    assert head.project_type(rows(table("项目类型|经常性项目（ ）  一次性项目（ ）"))) is None


def test_goals_of_a_report_in_a_spreadsheet() -> None:
    sheet = grid("一、基本情况|<", "（二）项目绩效目标。维修校舍三栋。|<", "二、绩效目标实现情况|<", "已维修三栋。|<")
    assert texts(*head.stated_goal_places(rows(sheet))) == ("维修校舍三栋。", "已维修三栋。")


def test_goals_stand_under_a_heading_with_text_of_its_own() -> None:
    lines = rows(
        "一、资金下达及绩效目标", "2022年下达资金20万元。", "二、绩效目标", "（一）年度绩效目标", "养护公路20公里。",
        "三、绩效目标完成情况分析", "（一）资金投入情况分析", "到位20万元。",
        "（二）总体绩效目标完成情况分析", "已养护21公里。", "四、其他",
    )  # fmt: skip
    assert texts(*head.stated_goal_places(lines)) == ("养护公路20公里。", "已养护21公里。")


def test_goals_below_numbered_headings_without_text() -> None:
    lines = rows(
        "（三）项目绩效目标", "1.项目绩效总目标", "三年内让全部村庄通水。", "2.年度绩效目标", "今年通水20个村。",
        "（二）绩效目标完成情况分析。", "1.资金投入情况分析。", "（1）项目资金执行情况。支出92万元。",
        "2.资金管理情况分析。", "专账核算。", "3.总体绩效目标完成情况分析。", "今年已通水21个村。",
        "4.绩效指标完成情况分析。", "（1）产出指标。", "通水21个村。",
    )  # fmt: skip
    assert texts(*head.stated_goal_places(lines)) == ("三年内让全部村庄通水。今年通水20个村。", "今年已通水21个村。")


def test_goals_that_were_reached_are_no_goals() -> None:
    lines = rows("（二）绩效目标完成情况", "1.执行率情况。", "支出20万元。", "2.完成的绩效目标。", "养护21公里。")
    assert head.stated_goal_places(lines)[0] is None


def test_indicators_below_the_heading_of_completion_are_its_text() -> None:
    lines = rows("（二）绩效目标完成情况", "1.产出指标完成情况。", "通水21个村。", "2.效益指标完成情况。", "用水方便。")
    done = head.stated_goal_places(lines)[1]
    assert done is not None
    assert done.text == "1.产出指标完成情况。通水21个村。2.效益指标完成情况。用水方便。"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ((table("项目起止时间|2022年1月至2022年12月"),), 2022),
        ((table("项目负责人|某某|起止时间|2022.1-2022.12"),), 2022),
        (("项目实施期限：2022年1月1日—12月31日",), 2022),
        (("项目起止时间", "2022年1月起至2022年12 月止"), 2022),
        ((table("项目起止时间|2021年1月至2022年12月"),), None),
        ((table("填报时间|2023年3月1日"),), None),
        (("项目实施时间较短，2022年底完工。",), None),
    ],
)
def test_the_year_of_the_projects_period(lines: tuple[str, ...], year: int | None) -> None:
    found = head.period_year(rows(*lines))
    assert (found[0] if found else None) == year


def test_the_projects_period_dates_a_report_without_a_year() -> None:
    form = table("项目起止时间|2022年1月至2022年12月", "项目名称|优抚", "计划安排资金(万元)|170|实际支出(万元)|160")
    [report] = extracted("东山县财政支出项目绩效评价自评报告", form).reports
    assert (report.title_year, report.table_year) == (None, 2022)
    [report] = extracted("东山县2021年度财政支出项目绩效评价自评报告", form).reports
    assert (report.title_year, report.table_year) == (2021, None)
