"""Reports that give several budgets and no total: none is taken for it, and everything is published all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.marts import Marts, run

pytestmark = pytest.mark.usefixtures("quick_builds")

TABLE = """\
2023年度项目支出绩效自评表
项目名称\t校舍维修
实施单位\t某县第一中学
资金来源（万元）\t预算数\t执行数\t执行率
中央财政资金\t10\t9\t90%
省级财政资金\t20\t18\t90%
一级指标\t二级指标\t三级指标\t分值\t得分
产出指标\t数量指标\t维修栋数\t100\t95
"""
PROSE = """\
某县水务局2023年度部门整体支出绩效自评报告
基本支出年初预算300万元，支出290万元。
项目支出年初预算200万元，支出190万元。
自评得分92分。
"""
WITH_TOTAL = PROSE.replace("自评得分", "年初预算合计500万元，支出480万元。自评得分").replace("水务局", "林业局")


@pytest.fixture(scope="module")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Marts:
    folder, home = tmp_path_factory.mktemp("reports"), tmp_path_factory.mktemp("home")
    for name, text in (("table", TABLE), ("prose", PROSE), ("total", WITH_TOTAL)):
        Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
    run("refresh", folder, "--home", home, code=1)
    return Marts(home, are_seeds=False)


def test_without_a_total_there_is_no_headline_and_the_document_says_so(marts: Marts) -> None:
    rows = marts.rows(
        "SELECT source_name, status, reason LIKE '%未列示预算合计%' AS is_told, e.budget_wan, e.executed_wan, "
        "sum(is_headline::int) AS headlines FROM dim_documents JOIN fct_evaluations AS e USING (document_id) "
        "JOIN fct_budget_execution USING (report_id) GROUP BY ALL ORDER BY source_name"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("prose.txt", "partial", True, None, None, 0),
        ("table.txt", "partial", True, None, None, 0),
        ("total.txt", "loaded", None, 500, 480, 1),
    ]


def test_what_was_said_of_the_parts_before_hangs_under_the_total(marts: Marts) -> None:
    lines = marts.rows(
        "SELECT line_label, line_no, parent_line_no, is_headline, budget_wan FROM fct_budget_execution "
        "JOIN dim_documents USING (document_id) WHERE source_name = 'total.txt' ORDER BY line_no"
    )
    assert [tuple(line.values()) for line in lines] == [
        ("基本支出", 1, 3, False, 300),
        ("项目支出", 2, 3, False, 200),
        ("年初预算合计", 3, None, True, 500),
    ]


def test_each_line_of_a_table_without_a_total_is_kept(marts: Marts) -> None:
    lines = marts.rows(
        "SELECT line_label, parent_line_no, budget_wan, executed_wan FROM fct_budget_execution "
        "JOIN dim_documents USING (document_id) WHERE source_name = 'table.txt' ORDER BY line_no"
    )
    assert [tuple(line.values()) for line in lines] == [
        ("中央财政资金", None, 10, 9),
        ("省级财政资金", None, 20, 18),
    ]
