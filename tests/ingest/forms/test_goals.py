from ingest.forms.goals import goals
from support.documents import rows, table


def test_goals_under_their_headings() -> None:
    below = rows(
        table(
            "年度总体目标|预期目标||实际完成情况",
            "|维修校舍三||已维修三栋。",
            "|栋，验收合格。||",
            "一级指标|二级指标|三级指标|分值",
        )
    )
    assert goals(below) == ("维修校舍三栋，验收合格。", "已维修三栋。")
    beside = rows(table("预期目标|实际完成情况", "年度总体目标|维修校舍三栋|已维修三栋", "绩效指标|年度指标值"))
    assert goals(beside) == ("维修校舍三栋", "已维修三栋")
