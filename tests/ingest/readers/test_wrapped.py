"""Text that was cut into lines of one width is read as if it had not been."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.text import read_bytes
from support.told import money, total

TITLE = "东山县民政局2023年养老服务补助项目支出绩效自评报告"
PARAGRAPHS = (
    "一、项目概况",
    "2023年，县财政局下达养老服务补助资金3,256.80万元，其中：中央资金2,100.00万元，省级资金856.80万元，县级配套资金300.00万元。",
    "二、资金使用情况",
    "（一）资金到位。截至2023年12月31日，资金到位3,256.80万元，资金到位率100%。",
    "（二）资金使用。截至2023年12月31日，实际支出3,198.45万元，预算执行率98.21%，资金使用符合有关管理规定，未发现截留挪用。",
    "三、自评结论",
    "经自评，本项目得分98.5分，等级为优，项目的实施有效保障了全县老年人的基本生活，取得了良好的社会效益。",
)
FUNDS = {
    "appropriated": "3,256.80 wan",
    "funds_received": "3,256.80 wan",
    "funds_received_rate": "100 percent",
    "executed": "3,198.45 wan",
    "execution_rate": "98.21 percent",
}


def wrapped(width: int, indent: str = "", by_columns: bool = False) -> str:
    lines = [TITLE]
    for paragraph in PARAGRAPHS:
        line, used = indent, len(indent) * 2
        for character in paragraph:
            wide = 1 if by_columns and character.isascii() else 2
            if used + wide > width * 2:
                lines.append(line)
                line, used = "", 0
            line, used = line + character, used + wide
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [26, 31, 40])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("by_columns", [False, True])
def test_figures_and_words_cut_by_a_line_break(width: int, indent: str, by_columns: bool) -> None:
    found = extract(read_bytes(wrapped(width, indent, by_columns).encode()))
    assert next(iter(money(found).values())) == FUNDS
    assert [line.fund_level for line in found.funding_lines] == ["county", "central", "provincial", "county"]
    assert (total(found), found.reports[0].grade) == ("98.5", "excellent")
    assert (found.unplaced, found.notices) == ([], [])


def test_a_paragraph_goes_on_over_the_foot_of_a_page() -> None:
    lines = wrapped(28).split("\n")
    cut = max(number for number, line in enumerate(lines) if len(line) == 28 and number < 12)
    pages = [*lines[:cut], lines[cut], "", "— 2 —", "", *lines[cut + 1 :]]
    found = extract(read_bytes("\n".join(pages).encode()))
    assert next(iter(money(found).values())) == FUNDS


def test_lines_of_their_own_stay_apart() -> None:
    text = "主管部门\n项目名称\n数量指标\n质量指标\n" * 8
    assert len(read_bytes(text.encode()).blocks) == 32
    paragraphs = [
        f"{number}是按照有关规定做好项目资金的管理和使用工作确保专款专用" + "情况" * number for number in range(9)
    ]
    assert len(read_bytes("\n".join(paragraphs).encode()).blocks) == 9
