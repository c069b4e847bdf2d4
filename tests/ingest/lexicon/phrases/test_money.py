import pytest

from ingest.lexicon.phrases.money import money_measure


@pytest.mark.parametrize(
    ("about", "measure"),
    [
        ("全年预算数", "annual_budget"),
        ("由县财政于2025年列入年初预算", "initial_budget"),
        ("2022年初农村危房改造资金预算安排", "initial_budget"),
        ("年初部门项目预算安排", "initial_budget"),
        ("年初校舍维修经费预算", "initial_budget"),
        ("年初结转和本年预算", "annual_budget"),
        ("年初该项目调整后预算", "annual_budget"),
        ("年初下达，全年预算", "annual_budget"),
        ("年初申请追加预算", "budget_adjustment"),
        ("年初预算支出决算", "executed"),
        ("剩余未执行完的", "other_amount"),
        ("尚未支付完毕的资金", "other_amount"),
        ("统筹整合使用财政涉农资金", None),
        ("全年统筹整合资金，使用资金", "executed"),
        ("截止2025年12月31日支出", "executed"),
        ("“三公”经费支出预算", "annual_budget"),
        ("支出决算", "executed"),
        ("项目实际到位金额", "funds_received"),
        ("该项目2022年市财政下达经费", "appropriated"),
        ("本年收入", "revenue"),
        ("年末结转和结余", "carryover"),
        ("预算调整数", "budget_adjustment"),
        ("引进省外产业到位资金", "other_amount"),
        ("月人均工资", "other_amount"),
        ("使用非财政拨款结余", "other_amount"),
        ("每年预计不低于", "other_amount"),
        ("共计", None),
        ("计划使用财政资金", "other_amount"),
        ("拟支付中央补助资金", "other_amount"),
        ("本年计划发放补助", "other_amount"),
        ("应发放护林员补贴", "other_amount"),
        ("计划用于发放补助", "other_amount"),
        ("已按计划发放补助", "executed"),
        ("对应发放补助", "executed"),
        ("按照计划支付工程款", "executed"),
    ],
)
def test_amounts_by_the_words_before_them(about: str, measure: str | None) -> None:
    assert money_measure(about) == measure


def test_a_bound_is_no_amount() -> None:
    assert money_measure("预算", behind="以内") == "other_amount"
