"""What stands around a ledger and holds for all its rows: its title, its unit of money, its month, who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.ledger.periods import Period, period, without_periods
from ingest.lexicon.dates import years
from ingest.lexicon.labels import money_unit
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, squeeze, without_code
from ingest.lexicon.titles import organization_in

_ROWS_ABOVE = 8
_LONGEST_LINE = 40
_TITLE = re.compile(
    r"(?:进度|执行|支出|支付|用款|拨付|预算|资金|项目|指标).*(?:表|台账|台帐|通报|情况|统计|明细|进度|简报|汇总|清单)|台[账帐]"
)
_OF_LEDGER = re.compile(r"进度|执行|支出|支付|用款|拨付|台[账帐]|通报|月报")
_OF_PAYMENTS = re.compile(r"支出|支付|执行")
_OF_OTHER_MONEY = re.compile(r"计划|额度|拨付|下达|收入|(?:支出|支付)预算|预计|测算")
_OTHER_KIND = re.compile(r"监控|自评|评价|决算|绩效目标|公开|申报|批复表")
_LABELLED = re.compile(
    r"^(?:(?:编制|填报|填表|报送|制表|编报|预算|用款|填制|主管|上报)?(?:单位|部门)(?:名称)?(?:\((?:盖章|公章|章)\))?|编制机关)[:：]"
    r"(?P<name>(?!\S*元$)[^:：]{2,40}?)(?:\((?:盖章|公章|章)\))?$"
)
_CORRECTION = re.compile(
    r"\(?(?:更正|修订|修正|订正|调整后|最终|终稿|定稿|新|重报|补报)(?:稿|版|表|后|数)?\)?|[\s_\-—.,，、]|\(\)"
)
_UNIT = re.compile(r"\(?(?:金额)?单位[:：][^()]*元\)?|\([^()]*元\)")
_YEAR_BEFORE_MONTH = re.compile(r"(20\d\d)\)?年?度?")


@dataclass(frozen=True, slots=True)
class Context:
    """title: folded; series: without what differs from month to month; row: where it stands; unit: as of `money_unit`;
    year: that of the months that are named without one."""

    title: str | None = None
    series: str = ""
    row: Row | None = None
    organization: str | None = None
    unit: str | None = None
    period: Period | None = None
    year: int | None = None

    @property
    def is_of_ledger(self) -> bool:
        return bool(self.title and _OF_LEDGER.search(self.title))

    @property
    def is_of_other_kind(self) -> bool:
        return bool(self.title and _OTHER_KIND.search(self.title))

    @property
    def speaks_of_payments(self) -> bool:
        """Whether amounts that do not say what they are were paid, by the title."""
        return bool(self.title and _OF_PAYMENTS.search(self.title) and not _OF_OTHER_MONEY.search(self.title))

    @property
    def speaks_to_date(self) -> bool:
        """Whether amounts that do not say it are those of the year up to the month."""
        told = self.period is not None and self.period.is_to_date
        return told or bool(self.title and re.search(r"进度|执行情况|累计|截[至止]|执行表", self.title))


def context_above(rows: Sequence[Row], position: int) -> Context:
    """What the lines above the heading at `position` say, the nearest first where several do. A sentence dates no
    table: it speaks of its own figures."""
    pieces = list(_pieces(rows, position))
    title, row = next(
        ((text, row) for row, cell in reversed(pieces) if _is_title(text := _UNIT.sub("", fold(cell.text)))),
        (None, None),
    )
    texts = [squeeze(cell.text) for _, cell in pieces]
    told = [found for text in texts if len(text) <= _LONGEST_LINE and "。" not in text and (found := period(text))]
    named = period(title) if title else None
    month = named or next(iter(told), None)
    stated = [year for text in texts for year in (years(text) or map(int, _YEAR_BEFORE_MONTH.findall(text)[:1]))]
    year = month.year if month and month.year else next(iter(stated), None)
    organization = next((match["name"] for text in texts if (match := _LABELLED.match(fold(text)))), None)
    if organization is None and title:
        organization = organization_in(title)
    return Context(
        title=title,
        series=series_of(title) if title else "",
        row=row,
        organization=without_code(organization) if organization else None,
        unit=next((unit for text in texts if (unit := money_unit(text))), None),
        period=month,
        year=year,
    )


def series_of(title: str) -> str:
    """A title without its months, its year and words for a correction."""
    return _CORRECTION.sub("", without_periods(title))


def _pieces(rows: Sequence[Row], position: int) -> Iterator[tuple[Row, Cell]]:
    """The cells with words above a heading, the nearest first, up to the figures of another table."""
    for row in reversed(rows[max(0, position - _ROWS_ABOVE) : position]):
        if sum(cell_figure(cell.text) is not None for cell in row.filled) > 1:
            return
        for cell in reversed(row.filled):
            yield row, cell


def _is_title(text: str) -> bool:
    return len(text) <= 60 and not re.search(r"[:。；;]", text) and bool(_TITLE.search(text))
