import pytest

from ingest.lexicon.phrases.rates import rate_measures


@pytest.mark.parametrize(
    ("about", "measures"),
    [
        ("预算执行率", ["execution_rate"]),
        ("预算使用率为", ["execution_rate"]),
        ("支出进度达", ["execution_rate"]),
        ("完成年初预算的", ["execution_rate"]),
        ("资金支出进度比率", ["execution_rate"]),
        ("年中追加预算占年初预算的", ["other_rate"]),
        ("支出占年初预算的", ["execution_rate"]),
        ("资金到位率", ["funds_received_rate"]),
        ("实际到位资金与预算资金的比率为", ["funds_received_rate"]),
        ("资金到位率、预算执行率均为", ["funds_received_rate", "execution_rate"]),
        ("到位及时率", ["other_rate"]),
        ("完成率", ["other_rate"]),
        ("预算完成率", ["other_rate"]),
        ("结案率", ["other_rate"]),
        ("预算执行率未达到", ["other_rate"]),
        ("资金到位率大于", ["other_rate"]),
    ],
)
def test_rates_by_the_words_before_them(about: str, measures: list[str]) -> None:
    assert rate_measures(about) == measures


def test_a_bound_is_no_rate() -> None:
    assert rate_measures("预算执行率", behind="以上，得满分") == ["other_rate"]
