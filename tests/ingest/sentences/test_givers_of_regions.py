"""Who gives in autonomous regions and in the 兵团: 自治区, 盟, 旗, 兵团, 师市."""

from __future__ import annotations

import pytest

from support.told import extracted, money

TITLE = "白音旗农牧局2022年度高标准农田项目支出绩效自评报告"


def _givers(text: str) -> list[tuple[str, str | None]]:
    found = extracted(TITLE, text)
    return [(line.line_label, line.fund_level) for line in found.funding_lines if not line.is_headline]


@pytest.mark.parametrize(
    ("parts", "givers"),
    [
        (
            "中央资金300万元、自治区资金100万元、盟级资金60万元、旗级配套40万元",
            [("中央资金", "central"), ("自治区资金", "provincial"), ("盟级资金", "prefecture"), ("旗级配套", "county")],
        ),
        (
            "中央资金300万元、兵团资金120万元、师市配套80万元",
            [("中央资金", "central"), ("兵团资金", "provincial"), ("师市配套", "prefecture")],
        ),
    ],
)
def test_levels_of_givers(parts: str, givers: list[tuple[str, str | None]]) -> None:
    assert _givers(f"2022年下达项目资金500万元，其中：{parts}。") == givers


def test_what_one_giver_gave_is_not_the_whole() -> None:
    said = "2022年下达项目资金500万元，其中：中央资金460万元、旗级资金40万元。全年支出480万元，其中旗级资金支出20万元。"
    assert money(extracted(TITLE, said))["下达项目资金 *"] == {"appropriated": "500 wan", "executed": "480 wan"}
