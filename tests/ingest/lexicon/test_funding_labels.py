"""What the label of a funding line says. Expectations are written by hand."""

import pytest

from ingest.lexicon.funding_labels import funding_label


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("合      计", ("total", None, None, None)),
        ("年度资金总额", ("total", None, None, None)),
        ("其中：中央财政", ("source", "central", None, None)),
        ("省级财政", ("source", "provincial", None, None)),
        ("市级财政", ("source", "prefecture", None, None)),
        ("区级财政", ("source", "county", None, None)),
        ("自治区", ("source", "provincial", None, None)),
        ("自治区配套资金", ("source", "provincial", None, None)),
        ("兵团资金", ("source", "provincial", None, None)),
        ("盟市资金", ("source", "prefecture", None, None)),
        ("地州配套", ("source", "prefecture", None, None)),
        ("旗县区财政资金", ("source", "county", None, None)),
        ("区级配套", ("source", "county", None, None)),
        ("社会筹集资金", ("source", None, "non_fiscal", None)),
        ("自治区重点水源工程", ("item", None, None, None)),
        ("师资培训费", ("item", None, None, None)),
        ("师资补助", ("item", None, None, None)),
        ("社会保障支出", ("item", None, None, None)),
        ("其中：\n当年财政拨款", ("source", None, "current_year", None)),
        ("上年结转资金", ("source", None, "carryover", None)),
        ("非财政拨款", ("source", None, "non_fiscal", None)),
        ("其他资金", ("source", None, "other", None)),
        ("基本支出", ("category", None, None, "basic")),
        ("项目支出", ("category", None, None, "project")),
        ("其中：基本支出", ("category", None, None, "basic")),
        ("其中：项目支出绩效奖金", ("source", None, None, None)),
        ("优化营商环境专项经费", ("item", None, None, None)),
        ("中央和省级财政资金", ("source", None, None, None)),
        ("中、省专项资金", ("source", None, None, None)),
        ("省、市、县配套", ("source", None, None, None)),
        ("中央与地方资金", ("source", None, None, None)),
        ("区、县级配套资金", ("source", "county", None, None)),
        ("县（市、区）财政配套", ("source", "county", None, None)),
    ],
)
def test_funding_labels(label: str, expected: tuple[str, str | None, str | None, str | None]) -> None:
    told = funding_label(label)
    assert (told.kind, told.level, told.origin, told.category) == expected
