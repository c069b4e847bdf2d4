"""The rules on words, from files to findings: one home, several small reports written for this test."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import cli
from support.marts import Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

LONG = (
    "为保证师生出行安全，学校与交管、公安部门建立联席会商制度，逐月排查上下学路段的隐患，"
    "对驾驶员开展防御性驾驶培训，并把家长委员会的意见纳入线路调整的依据"
)
BORROWED = (
    "项目实施前组织技术人员逐段踏勘，测量淤积厚度并留存影像，据此核定工程量与清运路线；施工中坚持每日巡查和旁站记录，"
    "完工后邀请沿线村组代表参加现场验收并签字确认工程质量和数量"
)
SOUND = f"""某县教育局2024年度校车购置项目支出绩效自评报告
一、基本情况
（一）项目概况。2024年年初预算100万元，实际支出98万元，预算执行率98%。
（二）项目绩效目标。购置校车9辆，培训驾驶员20人次，投诉不超过5件。
（三）绩效目标实现情况。已购置校车9辆，全年培训驾驶员22人次，收到投诉2件。
二、评价结论
全年计划开展巡查120次，实际开展126次，完成率105%。应回访家长300户，回访299户，回访率99.7%。
{LONG}。
对校车购置项目开展绩效评价，自评得分100分，自评等级：优。
六、存在的问题
无
七、下一步工作措施
一是按时保养车辆。
八、有关建议
无
附件：1.校车购置项目支出绩效自评表
填报人（签字）：经办    2025年3月10日

附件1
2024年度项目支出绩效自评表
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 购置校车 | 9辆 | 9辆 | 60 | 60
效益指标 | 社会效益指标 | 学生乘车便利 | 提升 | 提升 | 40 | 40
总分 |  |  |  |  | 100 | 100
"""
YEAR_BEFORE = f"""某县教育局2023年度校车购置项目支出绩效自评报告
一、基本情况
2023年年初预算80万元，实际支出80万元，预算执行率100%。自评得分100分，自评等级：优。
{LONG}。
"""
FAULTY = f"""某县水务局2024年度河道清淤项目支出绩效自评报告
一、基本情况
2024年年初预算50万元，实际支出45万元，预算执行率90%。自评得分94分，自评等级：优。
全年计划清理河段40处，实际清理30处，完成率85%。
应办结群众来信800件，已办结798件，办结率100%。
{BORROWED}。
通过走访客观评价家庭医生签约服务项目的绩效情况。
由XX单位负责实施。
六、存在的问题
不存在问题。
七、有关建议
无
八、下一步改进措施
一是加快支付进度。
二是建议主管部门提前下达资金。
附件：1.河道清淤项目资金使用情况表
填报人（签字）：                年   月   日
项目名称：农村河湖清漂保洁
"""
FORM = """2024年度项目支出绩效自评表
项目名称 | {project}
主管部门 | 某县财政局 | 实施单位 | {unit}
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | 160 | 160 | 160 | 10 | 100% | 10
预期目标 | 实际完成情况
{goal} | {done}
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 质量指标 | {name} | 100% | 100% | 50 | 50
效益指标 | 社会效益指标 | 保障能力提升 | 提升 | 提升 | 40 | {score}
总分 |  |  |  |  | 100 | {total}
"""
UNMET = (
    FORM.format(
        project="洒水车购置",
        unit="某县城管局",
        goal="2024年拟采购9辆洒水车，总价160万元。",
        done="原计划采购9辆洒水车，实际采购2辆洒水车。",
        name="验收合格率",
        score="38",
        total="98",
    )
    + f"\n{BORROWED}。\n"
)
COPIED = FORM.format(
    project="机关食堂保障",
    unit="某县机关事务中心",
    goal="保障机关干部职工食堂就餐，提供适宜舒适的就餐环境。",
    done="本年度已完成：保障机关干部职工食堂就餐，提供适宜舒适的就餐环境。",
    name="可根据项目实际情况设置",
    score="40",
    total="100",
)
OF_TEXT = (
    "attachment_missing", "completion_copied", "field_blank", "foreign_text", "name_conflict", "problem_list_empty",
    "ratio_in_text", "suggestion_contradicts", "target_unmet_in_text", "template_leftover", "text_duplicated",
)  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str, str | None]]]:
    """{file: (rule, severity, what is printed)} of the rules on words."""
    folder = tmp_path_factory.mktemp("text_rules")
    inbox = folder / "inbox"
    inbox.mkdir()
    texts = {"sound": SOUND, "before": YEAR_BEFORE, "faulty": FAULTY, "unmet": UNMET, "copied": COPIED}
    for name, text in texts.items():
        (inbox / f"{name}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli.app, ["refresh", str(inbox), "--home", str(folder / "home")])
    assert done.exit_code == 0, done.output
    findings: dict[str, set[tuple[str, str, str | None]]] = {name: set() for name in texts}
    for row in Marts(folder / "home", are_seeds=False).rows(
        "SELECT source_name, rule_id, severity, actual FROM fct_review_findings JOIN dim_documents USING (document_id)"
    ):
        if row["rule_id"] in OF_TEXT:
            findings[Path(row["source_name"]).stem].add((row["rule_id"], row["severity"], row["actual"]))
    return findings


Findings = dict[str, set[tuple[str, str, str | None]]]


def test_a_sound_report_is_only_told_of_last_years_words(found: Findings) -> None:
    assert {(rule, severity) for rule, severity, _ in found["sound"]} == {("text_duplicated", "info")}


def test_every_fault_in_prose_is_told_once(found: Findings) -> None:
    assert found["faulty"] == {
        ("ratio_in_text", "warning", "85%"),
        ("ratio_in_text", "info", "100%"),
        ("text_duplicated", "info", BORROWED[:20] + "…"),
        ("foreign_text", "info", "家庭医生签约服务项目"),
        ("template_leftover", "warning", "由XX单位负责实施"),
        ("problem_list_empty", "warning", "不存在问题。"),
        ("suggestion_contradicts", "info", "无"),
        ("attachment_missing", "info", None),
        ("field_blank", "info", None),
        ("name_conflict", "info", "河道清淤项目"),
    }


def test_goals_against_completions(found: Findings) -> None:
    assert {rule for rule, _, _ in found["unmet"]} == {"target_unmet_in_text", "text_duplicated"}
    assert ("target_unmet_in_text", "warning", "2辆") in found["unmet"]
    assert {(rule, severity) for rule, severity, _ in found["copied"]} == {
        ("completion_copied", "warning"),
        ("template_leftover", "warning"),
    }


def test_the_earlier_report_is_not_told_of_the_later(found: Findings) -> None:
    assert found["before"] == set()
