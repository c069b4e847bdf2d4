import pytest

from ingest.lexicon.phrases import money_measure, rate_measures


@pytest.mark.parametrize(
    ("about", "measure"),
    [
        ("全年预算数", "annual_budget"),
        ("由县财政于2025年列入年初预算", "initial_budget"),
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
