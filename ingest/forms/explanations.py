"""What prose explains: deadlines of the goal, adjustments of the budget, why points or money were not reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.reading import Reading
from ingest.lexicon.deadlines import deadlines
from ingest.lexicon.text import fold
from ingest.records import Evidence, Indicator, Report, ReportField

# Every sentence is searched for these: where each alternative begins with a character of its own, a search jumps to it.
_STOP = re.compile(r"[。！？；;\n]")
_ADJUSTED = re.compile(
    r"追加|调[增减剂]|核减|压减|压缩|收回|预算(?:作了|做了|进行了?|有)?调整|调整(?:了)?(?:后的?)?预算|年中(?:下达|安排)|"
    r"新增(?:预算|资金|下达)|增加(?:预算|资金|下达)|上级(?:下达|补助|专项)|上年(?:度)?(?:结转|结余)|结转(?:资金|使用)"
)
_RULE = re.compile(r"确需|如需|如有|若|避免|栏|备注|注[:：]|按程序|按规定")
_SHORTEST = 9
_YEAR = re.compile(r"[2２][\s\u200b\ufeff]*[0０]")
"""What a year begins with."""
_SLOW = "进度|缓慢|滞后|较慢|不及时|较低|偏低"
_EXECUTION = re.compile(
    rf"执行(?:率|{_SLOW})|支出(?:率|{_SLOW})|支付(?:率|{_SLOW})|拨付(?:{_SLOW})|使用率|"
    r"未(?:能)?(?:及时|全部|足额|完全)?(?:支付|执行|支出|拨付|使用|下达|到位)|结转|结余|剩余资金"
)
_CAUSE = re.compile(
    r"由于|因(?![素此公果而])|原因|导致|致使|所致|造成|受.{1,20}影响|主要是|缓慢|滞后|尚未|未到位|紧张|整合(?!资金)|延期|推迟|暂缓"
)
_SHORTFALL = re.compile(
    r"扣\d|扣分|失分|未得|未达|未完成|未能|不足|不够|不明显|不高|较低|偏低|低于|欠缺|有待|偏小|偏少|较少|滞后|缺少|没有"
)
_MAY_TELL = re.compile("|".join(pattern.pattern for pattern in (_ADJUSTED, _EXECUTION, _CAUSE, _SHORTFALL)))
_COUNTED = re.compile(
    r"^(?:举办|组织|开展|采购|购置|新建|新增|建设|建成|改造|实施|完成|发放|印发|安装|配备|配置|维修|举行|参加|培训)|"
    r"(?:(?:数量|个数|次数|场次|期数|人数|户数|面积|长度|里程|情况|任务|工作|目标|计划|指标|完成|达标|合格|及时|覆盖)+[率性数量度]?)$"
)
_SHORTEST_THING = 3
_TAIL = re.compile(r"[\u4e00-\u9fff]{2}(?:性|率|度)$")
_NO_REASON = re.compile(r"^(?:无(?:偏差|扣分|差异)?|没有|暂无|[-—–/、.…]*)[。.]?$")


class _Sentence(NamedTuple):
    """`is_issue`: a stated problem or suggestion, which is quoted with all that stands beside it."""

    text: str
    row: Row
    cell: Cell
    is_issue: bool = False

    @property
    def evidence(self) -> Evidence:
        return self.row.evidence(self.cell, None if self.is_issue else self.text)


def explain(reading: Reading, report: Report, indicators: Iterable[Indicator], fields: list[ReportField]) -> None:
    """Append what the prose explains to `fields`, and the reasons that it gives for lost points to the indicators."""
    goal = fold(report.goal_text or "")
    said = list(_sentences(reading, has_goal=bool(goal)))

    def told(name: str, sentence: _Sentence, value: str | None = None) -> None:
        fields.append(ReportField(report.report_no, name, value or sentence.text, sentence.evidence))

    def is_aim(sentence: _Sentence) -> bool:
        return fold(sentence.text) in goal

    for sentence in said if goal else []:
        if _YEAR.search(sentence.text) and is_aim(sentence):
            for deadline in deadlines(sentence.text):
                told("goal_deadline", sentence, str(deadline.year))
    telling = [sentence for sentence in said if _MAY_TELL.search(sentence.text)]
    for sentence in telling:
        adjusted = len(sentence.text) >= _SHORTEST and _ADJUSTED.search(sentence.text)
        if adjusted and not _RULE.search(sentence.text) and not is_aim(sentence):
            told("budget_adjusted", sentence)
        if _EXECUTION.search(sentence.text) and _CAUSE.search(sentence.text) and not is_aim(sentence):
            told("low_execution_reason", sentence)
    short = [
        each for each in indicators if each.score is not None and each.weight is not None and each.score < each.weight
    ]
    reasons = [(sentence.text, fold(sentence.text)) for sentence in telling if _gives_reason(sentence)] if short else []
    for indicator in short:
        words = _telling(indicator)
        named = (text for text, folded in reasons if folded not in goal and any(word in folded for word in words))
        indicator.stated_reason = _own_reason(indicator) or next(named, None)


def _sentences(reading: Reading, has_goal: bool) -> Iterator[_Sentence]:
    """The sentences of the texts that may explain anything, or name a deadline of the goal; and what is stated."""
    for row, cell in reading.sayings:
        text = cell.text
        may_tell = _MAY_TELL.search(text) or (has_goal and ("2" in text or "２" in text) and _YEAR.search(text))
        for part in _STOP.split(text) if may_tell else ():
            if said := part.strip():
                yield _Sentence(said, row, cell)
    for issue in reading.issues:
        yield _Sentence(issue.text, issue.row, issue.cell, is_issue=True)


def _own_reason(indicator: Indicator) -> str | None:
    text = indicator.deduction_reason
    return text if text and not _NO_REASON.match(fold(text)) else None


def _gives_reason(sentence: _Sentence) -> bool:
    """Whether a sentence says that something fell short, or why."""
    return bool(_SHORTFALL.search(sentence.text) or _CAUSE.search(sentence.text))


def _telling(indicator: Indicator) -> list[str]:
    """The words by which a sentence names the indicator, what it counts (读者活动 of 举办读者活动场次), or the quality
    that it measures."""
    name = re.sub(r"\([^()]*\)", "", fold(indicator.level3 or indicator.level2 or ""))
    tail = _TAIL.search(name)
    words = (name, _COUNTED.sub("", name), tail.group() if tail else "")
    return [word for word in words if len(word) >= _SHORTEST_THING]
