import pytest

from ingest.lexicon.phrases import is_approximate, is_explicit, level1_section, money_measure, rate_measures


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
    ],
)
def test_amounts_by_the_words_before_them(about: str, measure: str | None) -> None:
    assert money_measure(about) == measure


@pytest.mark.parametrize(
    ("about", "measures"),
    [
        ("预算执行率", ["execution_rate"]),
        ("预算使用率为", ["execution_rate"]),
        ("支出进度达", ["execution_rate"]),
        ("完成年初预算的", ["execution_rate"]),
        ("资金到位率", ["funds_received_rate"]),
        ("实际到位资金与预算资金的比率为", ["funds_received_rate"]),
        ("资金到位率、预算执行率均为", ["funds_received_rate", "execution_rate"]),
        ("到位及时率", ["other_rate"]),
        ("完成率", ["other_rate"]),
        ("结案率", ["other_rate"]),
        ("预算执行率未达到", ["other_rate"]),
        ("资金到位率大于", ["other_rate"]),
    ],
)
def test_rates_by_the_words_before_them(about: str, measures: list[str]) -> None:
    assert rate_measures(about) == measures


def test_a_bound_is_no_statement() -> None:
    assert rate_measures("预算执行率", behind="以上，得满分") == ["other_rate"]
    assert money_measure("预算", behind="以内") == "other_amount"


@pytest.mark.parametrize(
    ("about", "section"),
    [
        ("决策自评得分", "决策"),
        ("项目产出得分", "产出"),
        ("产出指标", "产出"),
        ("B.过程指标得分", "过程"),
        ("预算执行率得分", "预算执行率"),
        ("其中：效益", "效益"),
        ("产出数量得分", None),
        ("社会效益得分", None),
        ("效益指标中社会效益得分", None),
        ("群众满意度得分", None),
        ("自评得分", None),
    ],
)
def test_groups_of_level_1(about: str, section: str | None) -> None:
    assert level1_section(about) == section


@pytest.mark.parametrize(
    ("measure", "about", "has_year", "is_told"),
    [
        ("annual_budget", "全年预算数", False, True),
        ("annual_budget", "调整后预算", True, True),
        ("annual_budget", "调整后预算", False, False),
        ("annual_budget", "预算经费", True, False),
        ("annual_budget", "项目预算总额", True, False),
        ("initial_budget", "年初预算安排", False, True),
        ("executed", "截止2025年12月31日支出", True, True),
        ("executed", "全年执行数", False, True),
        ("executed", "2024年实际支出", True, True),
        ("executed", "支出合计", True, False),
        ("funds_received", "实际到位资金", True, True),
        ("appropriated", "下达资金", True, False),
    ],
)
def test_words_that_leave_no_doubt(measure: str, about: str, has_year: bool, is_told: bool) -> None:
    assert is_explicit(measure, about, has_year) is is_told


def test_rounded_figures_say_so() -> None:
    assert is_approximate("实际支出约") and not is_approximate("实际支出")
