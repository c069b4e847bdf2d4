"""Words that head columns, and rows of nothing else."""

from __future__ import annotations

from ingest.forms.layout import Row
from ingest.lexicon.dates import is_year
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, column_concept, is_operator, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold

NAMES = frozenset({"名称", "指标名称", "指标"})
VALUES = frozenset({"数值", "数", "值", "数据", "数量", "内容"})
WHOLES = frozenset({"总额", "合计", "小计", "总计", "总数", "总金额", "金额"})
_TIMES = frozenset({"年初", "调整", "调整后", "全年", "年末", "年终", "半年", "上半年", "中期"})
_FEWEST_VALUES = _FEWEST_NAMES = 2


def names_columns(row: Row) -> bool:
    """Whether several words that head columns, and nothing else, stand in the row."""
    filled = row.filled
    return len(filled) > 1 and all(
        heads_column(cell.text)
        or fold(cell.text) in VALUES
        or fold(cell.text) in _TIMES
        or is_year(cell.text)
        or fold(cell.text) in NAMES
        or is_part(cell.text)
        or fold(cell.text) in WHOLES
        for cell in filled
    )


def names_levels_by_money(row: Row) -> bool:
    """Whether words of money stand in a row as levels and name of an indicator, with its values behind them, as neither
    headings nor pairs have them: 预算执行 | 部门预算 | 预算执行率 | ≥95% | 96% | 10 | 10."""
    values = [at for at, cell in enumerate(row.filled) if is_operator(fold(cell.text)[:1]) or is_value(cell.text)]
    if len(values) < _FEWEST_VALUES or values[0] < _FEWEST_NAMES:
        return False
    return all(column_concept(cell.text) is None for cell in row.filled[values[0] :])


def heads_column(text: str) -> bool:
    return column_concept(text) is not None or row_concept(text) == "grade"


def is_part(text: str) -> bool:
    """Whether a heading names a source of funds or a kind of spending: 财政拨款, 其他资金, 基本支出; and not what was
    spent this year or is left for the next: 当年支出, 结转下年."""
    if cell_figure(text) is not None or "下年" in text or column_concept(text) in MONEY_MEASURES:
        return False
    return funding_label(text).kind in {"source", "category"}
