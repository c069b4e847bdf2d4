from support.documents import grid
from support.told import extracted

HEAD = ("2023年度项目支出绩效自评表", "单位：万元")


def unplaced(*rows: str) -> list[tuple[str, str, str]]:
    found = extracted(*HEAD, grid(*rows))
    return [(figure.context, figure.about, figure.value_text) for figure in found.unplaced]


def test_nothing_is_left_over_where_all_is_placed() -> None:
    assert not unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|50|50|40|10|80%|8",
        "其中：财政拨款|50|50|40|10|80%|8",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|90|90",
        "总分|<|<|<|<|100|98",
    )


def test_money_whose_table_was_not_understood_is_told() -> None:
    assert unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|100|98",
        "备注|<|<|<|<|<|<",
        "资金来源|全年预算数|说明|<|<|<|<",
        "省级|50||<|<|<|<",
    ) == [("money", "全年预算数", "50")]


def test_numbers_without_such_a_context_are_no_figures() -> None:
    assert not unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "联系电话|12345678|<|<|邮编|650000|<",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|100|98",
        "序号|人数|<|<|<|<|<",
        "1|25|<|<|<|<|<",
    )
