"""The rules on figures, from files to findings: one home, several small reports written for this test.

The expectations are read from the reports by hand: all findings of these rules, and no other.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import cli
from support.marts import Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

RULES = (
    *("all_full_marks", "amount_order", "amount_text_table", "criterion_step", "executed_missing", "execution_score"),
    *("grade_term", "indicator_duplicate", "indicator_name_empty", "indicator_unquantified", "level_sum"),
    *("operator_violated", "reason_missing", "score_over_weight", "score_text_table", "target_too_low", "target_year"),
)

# Each near miss stands here: points rounded half up, a reason in words, a deduction of two steps, a merged level-1
# weight, 1年内 beside ≤1, spending below a ≤ target, an amount about (约), a deadline of this year.
SOUND = """2024年度项目支出绩效自评表
项目名称 | 乡村道路养护
主管部门 | 甲县交通运输局 | 实施单位 | 甲县交通运输局
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | 100 | 120 | 103.2 | 10 | 86.00% | 9
预期目标 | 实际完成情况
2024年12月底前完成养护道路60公里。 | 全年养护道路61公里，由于雨季较长，部分尾款结转下年支付，预算执行率为86%。
一级指标 | 二级指标 | 三级指标 | 评分标准 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 | 扣分原因
产出指标（50分） | 数量指标 | 养护道路 | | ≥ | 60 | 公里 | 61 | 20 | 20 |
 | 时效指标 | 完成时间 | | ≤ | 1 | 年 | 1年内 | 10 | 10 |
 | 成本指标 | 经济成本 | | ≤ | 2 | 万元 | 1.7万元 | 20 | 20 |
效益指标 | 社会效益指标 | 出行便利 | 每发现一处隐患扣1.5分 | | 提升 | | 有所提升 | 30 | 27 | 两处路段仍有积水
满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥ | 90 | % | 90% | 10 | 10 |
总分 | | | | | | | | 100 | 96 |
评价等级 | 优

2024年全年预算120万元，实际支出约103万元。自评得分96分。
"""
FAULTY = """2024年度项目支出绩效自评表
项目名称 | 村级水窖修建
主管部门 | 乙县水务局 | 实施单位 | 乙县水务局
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | 80 | 80 | 20 | 10 | 25.00% | 4
预期目标 | 实际完成情况
2023年12月底前完成修建水窖20口。 | 全年修建水窖40口。
一级指标 | 二级指标 | 三级指标 | 评分标准 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 | 扣分原因
产出指标（55分） | 数量指标 | 修建水窖 | | ≥ | 20 | 口 | 40 | 20 | 20 |
 | 质量指标 | 验收合格率 | | ＝ | 100 | % | 96% | 10 | 10 |
 | 质量指标 | 验收合格率 | 每处不合格扣2.5分 | ＝ | 100 | % | 100% | 10 | 8 | 无
 | 时效指标 | | | ≤ | 12 | 个月 | 12 | 10 | 12 |
效益指标（30分） | 社会效益指标 | 饮水保障 | | | 提升 | | | 30 | 30 |
满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | | ≥ | 90 | % | 92% | 10 | 10 |
总分 | | | | | | | | 100 | 94 |
评价等级 | 优秀

2024年全年预算90万元，自评得分93分。
"""
FULL = """丙县民政局2024年度慰问活动项目支出绩效自评报告
一、基本情况
2024年财政下达经费30万元。自评得分100分，自评等级：优。
"""
OVERSPENT = """丁县文化馆2024年度送戏下乡项目支出绩效自评报告
一、基本情况
2024年年初预算50万元，实际支出56万元。自评得分95分，自评等级：优。存在的问题是演出场次不足。
"""
FOUND = {
    "乡村道路养护": set(),
    "村级水窖修建": {
        ("amount_text_table", "error", "90万元"),
        ("criterion_step", "warning", "2"),
        ("execution_score", "error", "4"),
        ("grade_term", "info", "优秀"),
        ("indicator_duplicate", "warning", "验收合格率"),
        ("indicator_name_empty", "warning", "12"),
        ("indicator_unquantified", "info", "1"),
        ("level_sum", "warning", "55"),
        ("operator_violated", "error", "96%"),
        ("reason_missing", "warning", "预算执行率 25.00%、验收合格率"),
        ("score_over_weight", "error", "12"),
        ("score_text_table", "error", "93分"),
        ("target_too_low", "info", "40"),
        ("target_year", "warning", "2023"),
    },
    "慰问活动": {("all_full_marks", "warning", "100"), ("executed_missing", "warning", None)},
    "送戏下乡": {("amount_order", "warning", "56万元")},
}


def as_page(text: str) -> str:
    """The text as a web page, its lines with | as rows of tables."""
    parts = []
    for is_table, lines in groupby(text.splitlines(), lambda line: "|" in line):
        rows = ["".join(f"<td>{cell.strip()}</td>" for cell in line.split("|")) for line in lines if line]
        tag, row_tag = ("table", "tr") if is_table else ("div", "p")
        parts.append(f"<{tag}>" + "".join(f"<{row_tag}>{row}</{row_tag}>" for row in rows) + f"</{tag}>")
    page = "".join(parts).replace("<p><td>", "<p>").replace("</td></p>", "</p>")
    return f'<html><meta charset="utf-8"><body>{page}</body></html>'


def run(*arguments: str) -> None:
    done = CliRunner().invoke(cli.app, [*arguments])
    assert done.exit_code in (0, 1), done.output


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, text in enumerate((SOUND, FAULTY, FULL, OVERSPENT)):
        (inbox / f"{number}.html").write_text(as_page(text), encoding="utf-8")
    run("refresh", str(inbox), "--home", str(folder / "home"))
    return folder / "home"


def findings(home: Path, rules: tuple[str, ...] = RULES) -> dict[str, set[tuple[str, str, str | None]]]:
    marts = Marts(home, are_seeds=False)
    names = ", ".join(f"'{rule}'" for rule in rules)
    rows = marts.rows(
        "SELECT project_name, rule_id, severity, actual FROM fct_evaluations"
        f" LEFT JOIN (SELECT * FROM fct_review_findings WHERE rule_id IN ({names})) USING (report_id)"
    )
    found: dict[str, set[tuple[str, str, str | None]]] = {}
    for row in rows:
        name = row["project_name"].removesuffix("项目")
        found.setdefault(name, set())
        if row["rule_id"]:
            found[name].add((row["rule_id"], row["severity"], row["actual"]))
    return found


def test_each_fault_is_found_and_nothing_else(home: Path) -> None:
    assert findings(home) == FOUND


def test_a_home_sets_the_rules_otherwise_without_any_change_of_documents(home: Path) -> None:
    settings = home / "review_rules.csv"
    settings.write_text(
        "rule_id,enabled,severity,threshold\ngrade_term,false,,\ntarget_too_low,,warning,2.1\ntarget_year,,error,\n",
        encoding="utf-8",
    )
    rules = ("grade_term", "target_too_low", "target_year")
    try:
        run("refresh", str(home.parent / "inbox"), "--home", str(home))
        assert findings(home, rules)["村级水窖修建"] == {("target_year", "error", "2023")}
        settings.write_text("rule_id,enabled\nno_rule,false\n", encoding="utf-8")
        done = CliRunner().invoke(cli.app, ["refresh", str(home.parent / "inbox"), "--home", str(home)])
        assert done.exit_code == 3 and "review_rules.csv, line 2: rule no_rule is not known" in done.output
    finally:
        settings.unlink()
    run("refresh", str(home.parent / "inbox"), "--home", str(home))
    assert findings(home) == FOUND
