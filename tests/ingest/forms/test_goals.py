from ingest.forms.goals import goal_places
from support.documents import rows, table, texts


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
