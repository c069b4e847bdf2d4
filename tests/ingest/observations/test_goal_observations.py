"""Goal against completion: what is counted in both, and how alike they are."""

from ingest.forms.goals import Place
from ingest.observations.goals import goal_likeness, goal_quantities
from support.documents import rows


def place(text: str) -> Place:
    [row] = rows(text)
    return Place(text, ((row, row.cells[0]),))


def counted(goal: str, done: str) -> list[str]:
    return [
        f"{quantity.side} {quantity.value_text} {quantity.noun}" + (f" {quantity.year}" if quantity.year else "")
        for quantity in goal_quantities(1, place(goal), place(done))
    ]


def test_what_was_planned_and_what_was_done() -> None:
    assert counted("2024年拟采购9辆公务用车，总预算160万元。", "2024年拟采购9辆公务用车，实际采购2辆公务用车。") == [
        "goal 9辆 公务用车 2024",
        "completion 2辆 公务用车 2024",
    ]


def test_bounds_stocks_and_what_is_missing_are_left_out() -> None:
    goal = "投诉不超过5件，信访件控制在3件以内，现有车辆20辆，办理约80件证照，覆盖村庄12个。"
    done = "12个村庄已覆盖10个村庄，尚有2个村庄未覆盖，去年覆盖村庄8个。"
    assert counted(goal, done) == ["goal 12个 覆盖村庄", "completion 12个 村庄", "completion 10个 村庄"]


def likeness(goal: str, done: str) -> tuple[float, bool]:
    found = goal_likeness(1, place(goal), place(done))
    assert found is not None
    return float(found.similarity), found.says_done


def test_numbers_and_lead_ins_do_not_make_a_difference() -> None:
    assert likeness("年度目标：1.保障就餐；2.维护秩序。", "本年度已完成：（1）保障就餐；（2）维护秩序。") == (1, False)
    goal = "按照《节水工作方案》、《服务协议》要求，支付节水宣传和技术服务费。"
    assert likeness(goal, "支付节水宣传和技术服务费。") == (1, False)


def test_other_words_do() -> None:
    similarity, _ = likeness("保障全区干部职工食堂就餐。", "食堂全年开餐二百余天，职工反映饭菜质量提高。")
    assert similarity < 0.5


def test_a_completion_that_says_what_was_done() -> None:
    similarity, says_done = likeness("采购洒水车9辆。", "已采购洒水车9辆。")
    assert similarity > 0.9 and says_done
    similarity, _ = likeness("新建水窖五座，修路三里。", "修路三里，新建水窖五座。")
    assert similarity == 0.6  # Six of ten characters stand in both in one order.
    similarity, says_done = likeness("防治面积2万亩，开放300天。", "防治面积2.1万亩，开放310天。")
    assert similarity > 0.85 and says_done
    _, says_done = likeness("保障大厅24小时运转。", "保障大厅24小时运转，完成率100%。")
    assert not says_done
    _, says_done = likeness("保障机关正常运转。", "已保障机关正常运转。")
    assert not says_done


def test_nothing_is_like_a_blank() -> None:
    assert goal_likeness(1, place("保障运转。"), None) is None
