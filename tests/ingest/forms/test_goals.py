from ingest.forms.goals import goal_places
from support.documents import rows, table, texts
from support.told import extracted


def test_goals_under_their_headings() -> None:
    below = rows(
        table(
            "年度总体目标|预期目标||实际完成情况",
            "|维修校舍三||已维修三栋。",
            "|栋，验收合格。||",
            "一级指标|二级指标|三级指标|分值",
        )
    )
    assert texts(*goal_places(below)) == ("维修校舍三栋，验收合格。", "已维修三栋。")
    beside = rows(table("预期目标|实际完成情况", "年度总体目标|维修校舍三栋|已维修三栋", "绩效指标|年度指标值"))
    assert texts(*goal_places(beside)) == ("维修校舍三栋", "已维修三栋")


def test_what_is_to_be_written_is_no_completion() -> None:
    found = extracted(
        "项目支出绩效自评表（2023年度）",
        table(
            "项目名称|校舍维修项目||主管部门|某县教育局",
            "年度资金总额（万元）|全年预算数|20|全年执行数|19",
        ),
        table(
            "项目年度目标|年度目标完成情况",
            "维修校舍三栋|对照年度目标，说明相关任务目标的完成情况（100字以内）",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|维修校舍|3栋|3栋|20|20",
        ),
    )
    (report,) = found.reports
    assert (report.goal_text, report.completion_text) == ("维修校舍三栋", None)
