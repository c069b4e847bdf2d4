# ruff: noqa: E501  (a vocabulary is read by the line)
"""What heads a column of a ledger: a name, a code, a month, or money of the year's budget and of what was paid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.forms.ledger.periods import Period, period, without_periods
from ingest.lexicon.labels import column_concept, money_unit, row_concept
from ingest.lexicon.text import fold

NAMES = (
    "subject_name",
    "organization_name",
    "department_name",
    "region_name",
    "project_name",
    "project_code",
    "fund_text",
)
EXECUTED = "executed"
BUDGETS = ("initial_budget", "budget_adjustment", "annual_budget")
MONEY = (*BUDGETS, "funds_received", "issued", EXECUTED, "balance")
RATE = "execution_rate"
CLASS = "class"

_PAID = r"(?:国库|集中|直接|授权|财政|实际|资金|预算|项目|指标|实|已|净)*(?:支出|支付|执行|使用|用款|列支|付款)(?:完成)?(?:资金|金额)?(?:数|额|情况|总额|合计)?|实付数|实支数|发生(?:数|额)"
# fmt: off
_COLUMNS: tuple[tuple[str, str], ...] = (
    (CLASS, r"(?:支出|政府|部门|预算|单位)*(?:功能|经济|科目|指标|项目)*(?:分类|科目|类款项|类别|类型|属性|级次|层级)+(?:名称|编码|代码)?|[类款项]"),
    ("other", r"序号|编号|行次|栏次|排[名位序]|名次|位次|序时(?:进度|执行率|支出进度)?|.*(?:差[距额值异]|偏差|增减|增幅|同比|环比|增长).*|(?:指标|发文|文件|预算)*(?:文号|文件号|编号|文件名称)|指标(?:ID|id|编码|代码|摘要|说明|状态)|备注|说明|摘要|用途|(?:业务|归口|主管)*(?:处室|股室|科室)|拨付(?:率|进度)|.*(?:人|电话|原因|措施|日期|时间)"),
    ("subject_name", r"(?:预算)?单位(?:[/、(]|及|和|或)项目\)?(?:名称)?|项目(?:[/、(]|及|和|或)(?:预算)?单位\)?(?:名称)?"),
    ("organization_code", r"(?:预算|用款|单位|部门)*(?:单位|部门)(?:编码|代码|编号)"),
    ("project_code", r"(?:预算)?项目(?:编码|代码|编号|ID)"),
    ("project_name", r"(?:预算|支出|具体|明细|二级|一级)?项目(?:名称|全称)?|(?:预算)?指标名称|专项(?:资金)?名称|资金名称"),
    ("department_name", r"(?:预算|项目)?(?:一级(?:预算)?|主管|归口|上级)(?:部门|单位|预算单位)(?:名称)?"),
    ("organization_name", r"(?:[一二三四五]级)?(?:预算|用款|执行|支出|使用|项目|实施|填报|资金|编报|基层)*(?:单位|部门)(?:[名全]称)?|单位\(部门\)(?:名称)?|部门\(单位\)(?:名称)?"),
    ("region_name", r"(?:行政)?区划(?:名称)?|(?:所属|所在)?(?:地区|州市|市州|县区|区县|市县|县市区|乡镇)(?:名称)?"),
    ("fund_text", r"资金(?:性质|来源|类型|类别)|指标来源|预算来源|资金渠道"),
    ("month", r"(?:所属|统计|会计|核算|预算|执行)?(?:月份?|期间|年月)"),
    ("year", r"(?:预算|会计|所属|统计)?(?:年度|年份)|年"),
    ("balance", r"(?:指标|预算|资金|可用|项目|计划|未支付|未使用|剩余|年末)*(?:余额|结余|剩余)(?:指标|资金|金额|数)*|未(?:支付|支出|执行|使用)(?:金额|数|资金)?"),
    (RATE, r"(?:预算|资金|项目|指标|国库|财政|实际|总体)*(?:支出|执行|支付|使用|用款|完成)*(?:进度|率|比例|占比|比率)|(?:支出|支付|执行|完成)*[占完](?:成)?(?:年初|调整后?|年度|全年|当年|指标|总)*(?:预算|指标)(?:数|金额)?的?(?:比例|比重|百分比|比)?|进度"),
    ("issued", r"(?:已|累计)*(?:下达|下)(?:计划|用款计划|额度|指标)(?:数|金额|额)?|(?:已批复?|用款|支付|资金)*计划(?:下达)?(?:数|金额|额)?|(?:用款)?额度|已下达(?:金额|数|资金)?|(?:财政|实际|资金|累计|已)*拨付(?:资金|金额|数|额)*"),
    ("funds_received", r"(?:实际|资金|已|累计)*到位(?:资金|金额|数|额)*"),
    ("initial_budget", r"年初(?:部门|财政|项目)?(?:预算|批复|安排|指标|下达)*(?:数|金额|额|资金)?"),
    ("budget_adjustment", r"(?:年中|预算|指标)*(?:追加|调增|调减|核减|调剂|追减)(?:及追减|减|预算|指标)*(?:数|金额|额)?|预算调整(?:数|金额|额)?|调整(?:数|额|金额)"),
    ("annual_budget", r"(?:全年|年度|本年|当年|部门|项目|支出|财政|总|现有?|可执行|可用|调整后?|变动后)*(?:的)?(?:预算|指标)+(?:安排|批复|确定|下达|控制|总|资金)*(?:数|金额|额|额度|总额|合计)?|(?:下达|安排|批复)(?:预算|指标|金额|数)+|资金总[额量]"),
    (EXECUTED, _PAID),
)
# fmt: on
_COLUMN = re.compile("|".join(f"(?P<{concept}>(?:{pattern})$)" for concept, pattern in _COLUMNS))
_UNIT_BRACKETS = re.compile(
    r"\((?:单位[:：]?)?(?:人民币)?(?:[十百千]?[万亿]?元|%)\)|[(\[【][A-Z\d=/÷×*+%\-]+[)\]】]|[%％]$"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_OTHER_TIME = re.compile(r"上年|去年|往年|同期|上月|上期|预计|计划完成|目标|应达|应完成|下月|剩余月")
_IN_MONTH = re.compile(r"本月|当月|月度|当期|本期")
_TO_DATE = re.compile(r"累计|截[至止]|年初至|至今|本年(?=支|实|已|执|拨|付)|(?<=月)[底末]")
_TIME_WORDS = re.compile(
    r"截[至止](?:目前|到)?[底末]?|累计|自?年初至(?:本月|今)?|至今|目前|本月|当月|月度|当期|本期|[各每分逐]月|本年(?=支|实|已|执|拨|付)|(?<=\d)止|止?[底末]$"
)
_WHOLE = re.compile(r"^(?:合计|小计|总计|金额|数额?|总额)?$")
_MARKS = re.compile(r"[*★▲:：、.;\s]")
_LEVELS = {"类": 0, "款": 1, "项": 2}
_EVALUATION = frozenset({"score", "weight", "level1", "level2", "actual", "review_score", "deduction"})


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a ledger holds.

    concept: one of `NAMES`, of `MONEY`, `RATE`, month, year, organization_code, `CLASS` (of 功能科目 or
    经济分类), other (known, of no use here), None;
    subject_name is a column of units and, below each, its projects;
    period: the month that its heading names; span: in_month | to_date, as far as the heading says it;
    unit: the unit that the heading states, as of `money_unit`; percent for a rate;
    level: of a class whose code stands in three columns, the place of this one among 类, 款 and 项.
    """

    concept: str | None
    heading: str
    period: Period | None = None
    span: str | None = None
    unit: str | None = None
    level: int | None = None


@lru_cache(maxsize=4096)
def column(texts: tuple[str, ...]) -> Column:
    """The column under the headings `texts`, from top to bottom."""
    heading = " ".join(texts)
    joined = "".join(fold(text) for text in texts)
    if _OTHER_TIME.search(joined):
        return Column("other", heading)
    unit = next((unit for text in reversed(texts) if (unit := money_unit(text))), None)
    named = next((found for text in (*reversed(texts), joined) if (found := period(text))), None)
    bare = [_bare(text) for text in texts]
    concept = _concept(bare)
    if concept == RATE:
        return Column(RATE, heading, named, unit="percent" if re.search("[%％]", joined) else None)
    if concept != EXECUTED:
        return Column(concept, heading, named, unit=unit, level=_LEVELS.get(bare[-1]) if concept == CLASS else None)
    span = "in_month" if _IN_MONTH.search(joined) else None
    if _TO_DATE.search(joined) or (named is not None and named.is_to_date):
        span = "to_date" if span is None or "累计" in joined else span
    return Column(EXECUTED, heading, named, span, unit)


def says_only_time(texts: Sequence[str]) -> bool:
    """Whether stacked headings say a time and nothing else: 本月, 累计, 1月, 截至5月底."""
    joined = fold(" ".join(texts))
    told = period(joined) or _IN_MONTH.search(joined) or _TO_DATE.search(joined)
    return bool(told) and not _OTHER_TIME.search(joined) and not any(map(_bare, texts))


def says_only_sum(texts: Sequence[str]) -> bool:
    """Whether stacked headings say 合计 and nothing else."""
    return all(_WHOLE.match(_bare(text)) for text in texts)


def is_evaluation(texts: Sequence[str]) -> bool:
    """Whether a heading speaks of points, grades or indicators, as no ledger does."""
    return any(column_concept(text) in _EVALUATION or row_concept(text) == "grade" for text in texts)


def _bare(text: str) -> str:
    """A heading without units, months and words of time."""
    plain = without_periods(_UNIT_BRACKETS.sub("", fold(text))).removeprefix("其中")
    return _MARKS.sub("", _TIME_WORDS.sub("", plain.lstrip(":"))).strip("()")


def _concept(bare: Sequence[str]) -> str | None:
    """The concept of stacked headings: the lowest says it, alone or with those above it; one that says nothing but a
    time, a month or 小计 leaves it to them."""
    *above, last = bare
    if not last or _WHOLE.match(last):
        return next((found for text in reversed(above) if (found := _plain_concept(text))), None)
    own = _plain_concept(last)
    if own is None and above:
        return _plain_concept(above[-1] + last) or _plain_concept(last + above[-1])
    return own


def _plain_concept(text: str) -> str | None:
    match = _COLUMN.match(text) or _COLUMN.match(_BRACKETS.sub("", text)) if text else None
    return match.lastgroup if match else None
