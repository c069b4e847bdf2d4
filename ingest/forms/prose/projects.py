"""Several projects in one text, each with money of its own: 甲项目预算20万元，支出18万元；乙项目预算30万元，支出30万元.

A name holds for the figures behind it up to the next ；or sentence; a heading that names a project holds for what
stands below it. Only where at least two projects have money or scores of their own is any figure taken to be of one of
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from ingest.forms.prose import clauses
from ingest.forms.prose.mention import Mention
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import without_measures
from ingest.lexicon.text import squeeze

_BUDGETS = frozenset({"annual_budget", "initial_budget", "appropriated", "funds_received"})
_MONEY = frozenset({*_BUDGETS, "budget_adjustment", "executed"})
_GROUP = re.compile(r"[；;。]|[一二三四五六七八九十]是")
_CLAUSE = re.compile(r"[，,：:]")
_QUOTE_OPEN = re.compile(r"[^“”]+”(?=[\u4e00-\u9fff])")
_QUOTED_START = re.compile(r"“[^“”]+”(?=[\u4e00-\u9fff])")
_LEAD = re.compile(
    r"^(?:其中|包括|包含|需|20\d\d年度?|本年度?|当年|全年|全[省市州盟县旗区乡镇]|1?\d[-—至~到]1?\d月份?|年初|提前|实际|累计|已|共|总|支出|发放|安排|下达|拨付|用于|列支|支付|完成|批复|投入|实施|按照?合同|约定|进度|的|[“\"《、和及与\s])+"
)
SURE_END = re.compile(r"(?:项目|专项|工程)[”\"》]?")
_END = re.compile(r"(?:项目|专项|工程|经费|补助|补贴|奖补|资金)[”\"》]?")
_REST = re.compile(
    r"分析|综述|年初|全年|年末|资金|经费|金额|情况|绩效|目标|自评|(?:部门|财政)?评价|得分|使用|实施|完成|管理|基本|共|"
    r"中央|上级|[\s的]"
)
_GENERAL = re.compile(
    r"[我本该][局委办厅镇乡县市区院校站所部]?|此|各|全部|所有|其[他它]|上述|以上|整体|[一二两三四五六七八九十\d]+个|部门|单位|项目|专项|工程|"
    r"经费|补助|补贴|奖补|资金|财政|中央|自治[区州县旗]|[省市州盟旗县区]级?|上级|本级|整体|重点|一般|绩效|自评|年度|基本|人员|公用|日常|经常性|"
    r"一次性|上年|年[内中]|追加|调整|申报|申请|新增|[新子小大多首单两]|主要|有关|相关|分别|分配|计划|到位|剩余|节约|用于|涉及|"
    r"[的为在和及与等总共年]"
)
_NO_BEGINNING = ("通过", "采取", "采用", "根据", "依据", "依照", "按照", "结合", "鉴于", "针对")
_REVIEW = re.compile(r"(?:支出)?(?:绩效)?自评综述$")
_EVALUATED = re.compile(
    r"[^，,；;：:]{0,16}?对(?:20\d\d年度?)?(?P<name>[^，,；;：:、]{4,40}(?:项目|专项|工程)”?)(?:开展|进行)了?(?:绩效|部门|财政|重点|单位)*(?:自评|评价)$"
)
_ADDS_UP = re.compile(r"[共合总]计")
_OPENS_WHOLE = re.compile(
    r"\s*(?:20\d\d年度?|本年度?|全年)?[，,]?(?:部门|单位|项目)?(?:[两二三四五六七八九十\d]+个项目|[合总共]计|整体|总体|全部|以上|上述|综上|[我本](?:部门|单位|局|委|办))"
)
_FIRST_WORDS = re.compile(r"[。：:，,；;（(]")
_OF_REPORT = re.compile(
    r"\d|[%％元]|概况|情况|结论|结果|目标|问题|措施|建议|分析|管理$|总体|整体|综合|部门|资金$|依据|指标|[评得]分|自评|预算$|支出$"
)
_COUNT = re.compile(r"[一二两三四五六七八九十\d]个")
_STEM = re.compile(r"20\d\d年?度?|项目|经费|专项|资金|工程|支出|[\W_]")
_IN_SENTENCE = re.compile(r"[，；。]\S")
_OF_ALL = re.compile(r"合计|总计|共计|总(?:预算|支出|额|体)|共(?!同)|全部|各项目|整体|平均")
_QUOTED = re.compile(r"“(?P<name>[^“”]{4,40})”\s*[（(]\s*$")
"""A name in quotation marks right before the bracket that its figure stands in."""
NEAR = frozenset({None, "within"})
_LONGEST_NAME = 40
_LONGEST_HEADING = 40
_NUMBERED = re.compile(
    r"\s*(?:([一二三四五六七八九十]+\s*、)|([（(]\s*[一二三四五六七八九十]+\s*[)）])|(\d{1,2}\s*[.．、](?:(?!\d)|(?=20\d\d年)))|([（(]\s*\d{1,2}\s*[)）]))"
)


@dataclass(slots=True)
class Subjects:
    """The project that the words of a text speak of, sentence by sentence and figure by figure.

    `carried` says where the name stands if not in the figure's own words: `within` its part of the sentence, `beside`
    in one before it, `above` in a heading with another paragraph between.
    """

    current: str | None = None
    carried: str | None = None
    is_first: bool = False
    _numbered: str | None = None
    _headings: dict[int, str] = field(default_factory=dict)
    _below_heading: int = 0
    _named: set[str] = field(default_factory=set)
    _outside: tuple[str | None, str | None] | None = None

    @property
    def numbered(self) -> str | None:
        """What the numbered paragraph or heading begins with that the text stands in, whether it names a project or
        not."""
        return _numbered_name(self._numbered) if self._numbered is not None else None

    def paragraph(self, text: str, has_figures: bool) -> None:
        """A new paragraph begins: a numbered line alone is a heading, for all below it of lower rank."""
        self.current, self.is_first, self._outside = None, True, None
        if numbered := _NUMBERED.match(text):
            self._numbered = text[numbered.end() :]
        elif _OPENS_WHOLE.match(text):
            self._numbered = None
        if has_figures:
            self._below_heading += 1
        elif numbered and len(text) <= _LONGEST_HEADING and not _IN_SENTENCE.search(text):
            rank = numbered.lastindex or 0
            self._headings = {other: above for other, above in self._headings.items() if other < rank}
            self._headings[rank] = text
            self._below_heading = 0

    def sentence(self, text: str, has_figures: bool) -> None:
        """A new sentence begins. One that only names a project names it for those behind it: 1.甲项目。预算20万元."""
        if has_figures:
            self.carried = "within" if self.is_first else "beside"
            self._named = {self.current} if self.is_first and self.current else set()
            self.is_first = False
        elif name := _name_of_heading(text):
            self.current, self.is_first = name, True

    def at(self, words: str) -> str | None:
        """The project that the figure behind `words` belongs to; `words` begin behind the figure before it. A name in a
        bracket holds up to its end."""
        opened, closed = (max(words.rfind(bracket) for bracket in pair) for pair in ("（(", "）)"))
        if self._outside is not None and closed >= 0:
            (self.current, self.carried), self._outside = self._outside, None
        if opened > closed:
            self._outside = self.current, self.carried or "within"
        parts = _GROUP.split(clauses.mask(words))
        if len(parts) > 1:
            self.carried, self._named = "beside", set()
        quoted = _QUOTED.search(parts[-1]) if "”" in parts[-1] else None
        name = quoted["name"] if quoted else name_in(clauses.topic(clause) for clause in _CLAUSE.split(parts[-1]))
        if name is not None:
            self.current, self.carried = name, None
            self._named.add(name)
        elif self.current is not None and _OF_ALL.search(parts[-1]) and len(self._named) != 1:
            self.current = None
            return None
        elif self.carried is None:
            self.carried = "within"
        if self.current is None and (heading := self._heading()):
            self.carried = "above" if self._below_heading > 1 else "within"
            return heading
        return self.current

    def _heading(self) -> str | None:
        texts = (text for _, text in sorted(self._headings.items(), reverse=True))
        return next((name for text in texts if (name := _name_of_heading(text))), None)


@lru_cache(maxsize=256)
def _name_of_heading(text: str) -> str | None:
    """The project that a heading names."""
    return name_in([clauses.topic(text.rstrip("。"))])


@lru_cache(maxsize=256)
def _numbered_name(text: str) -> str | None:
    """What a numbered text may be about: its first words, unless they name what every report speaks of."""
    words = squeeze(_FIRST_WORDS.split(text, maxsplit=1)[0])
    name = name_in([words]) or _REVIEW.sub("", words)
    return name if 1 < len(name) <= _LONGEST_NAME and not _OF_REPORT.search(name) else None


def name_in(texts: Iterable[str]) -> str | None:
    """The name of a project that one of the texts begins with, followed by nothing but words for money."""
    for text in texts:
        words = squeeze(text)
        if (evaluated := _EVALUATED.match(words)) and is_name(name := _unquoted(evaluated["name"])):
            return name
        if words.endswith("自评综述") and is_name(name := _LEAD.sub("", _REVIEW.sub("", words))):
            return name
        if not _END.search(words) or _ADDS_UP.match(words):
            continue
        words = _LEAD.sub("", words)
        words = f"“{words}" if _QUOTE_OPEN.match(words) else words
        for end in _END.finditer(words[:_LONGEST_NAME]):
            name = _unquoted(words[: end.end()])
            if not _REST.sub("", without_measures(words[end.end() :])) and is_name(name):
                return name
    return None


def _unquoted(name: str) -> str:
    """A name without the quotation marks around it; those around its beginning alone are its own: “三北”防护林项目."""
    return name if _QUOTED_START.match(name) else name.strip('“”"《》')


def is_name(name: str) -> bool:
    """Whether the words name one project and no other ones: neither 本项目, 12个项目 nor 省级财政资金, nor how
    or why money was paid: 通过一卡通, 根据中央补助."""
    return (
        not _COUNT.search(name)
        and not name.startswith(_NO_BEGINNING)
        and bool(_GENERAL.sub("", without_measures(name)))
        and funding_label(name).kind == "item"
    )


def settle(found: Sequence[Mention], own: str) -> None:
    """Tie figures to the projects that their words name, where several projects have money of their own; `own` is what
    the report as a whole is about."""
    names = _names(found, own)
    if len(names) < 2:
        _mark_costs(found, own)
        return
    named = [mention for mention in found if mention.subject in names]
    scored = {mention.subject for mention in named if mention.measure == "total_score"}
    quoted: dict[str, list[tuple[int, Mention]]] = {}
    for position, mention in enumerate(named):
        quoted.setdefault(mention.evidence.quote, []).append((position, mention))
    for position, mention in enumerate(named):
        if not _is_of_subject(mention, named, position):
            continue
        whole = mention.broken_down
        if mention.item is not None and (whole is None or whole.project in {None, mention.subject}):
            continue
        spent = mention.anchor if mention.measure in RATE_MEASURES else mention
        if spent is not None and mention.carried == "within" and _is_apart(spent, mention):
            continue
        if spent is not None and _is_of_all(spent, quoted.get(spent.evidence.quote, ()), position):
            continue
        if _is_more_than_part(spent, named[:position]):
            mention.doubt = "rate" if mention.measure in RATE_MEASURES else "part"
            continue
        if mention.measure in {*_MONEY, *RATE_MEASURES}:
            mention.project, mention.item, mention.broken_down = mention.subject, None, None
            mention.category = mention.level = None
        elif mention.measure == "total_score" and len(scored) > 1:
            name = "" if mention.about.startswith(mention.subject or "") else mention.subject
            about = mention.about.removeprefix("项目") if name else mention.about
            mention.measure, mention.about = "section_score", f"{name}{about}"


def _is_apart(spent: Mention, rate: Mention) -> bool:
    """Whether the amount before a rate is not of the project whose name stands between them: 支出90万元，其中甲项目50万
    元，执行率95%."""
    return spent.subject != rate.subject or spent.carried not in NEAR


def _is_of_all(spent: Mention, quoted: Sequence[tuple[int, Mention]], position: int) -> bool:
    """Whether only all that is budgeted before it in a sentence is enough for the only amount that was spent: 甲补助
    预算60万元，乙补助预算40万元，支出95万元. `quoted`: the figures of the sentence, each with its position."""
    if spent.measure != "executed" or spent.carried is None:
        return False
    amount = spent.wan
    given = [other for at, other in quoted if at < position and other.measure in _BUDGETS]
    budgets = {other.subject: other.wan for other in given}
    if spent.subject not in budgets or max(budgets.values()) >= amount:
        return False
    beside = [other for _, other in quoted if other.measure == "executed"]
    if any(other is not spent and other.broken_down is not spent for other in beside):
        return False
    wholes = [other.broken_down.wan for other in given if other.broken_down]
    return amount <= max([*wholes, sum(budgets.values())])


def _is_more_than_part(amount: Mention | None, before: Sequence[Mention]) -> bool:
    """Whether an amount without a name is more than the part that is named before it, so that it is not of that: 补贴48
    万元，其中甲院30万元，乙院18万元，到位48万元."""
    if amount is None or amount.carried is None or amount.measure not in _MONEY:
        return False
    own = next((other for other in reversed(before) if other.subject == amount.subject and not other.carried), None)
    return own is not None and own.broken_down is not None and own.wan < amount.wan


def _mark_costs(found: Sequence[Mention], own: str) -> None:
    """Spending on what is named (培训经费支出5万元) is a part where the budget is of something else."""
    budgets = {mention.subject for mention in found if mention.measure in _BUDGETS and mention.item is None}
    for mention in found:
        is_named = mention.subject is not None and mention.carried is None and not _is_own(mention.subject, own)
        mention.is_part = mention.is_part or (
            is_named
            and mention.measure == "executed"
            and bool(budgets - {mention.subject})
            and (mention.subject not in budgets)
        )


def _is_own(name: str, own: str) -> bool:
    """Whether a name is that of what the report is about, or goes with it: 就业补助资金 of 2023年就业补助资金项目."""
    first, second = _STEM.sub("", name), _STEM.sub("", own)
    return bool(first and second) and (first in second or second in first)


def is_own_name(name: str, own: str) -> bool:
    """Whether a name is the one of what the report is about, and not of a part of it."""
    return _STEM.sub("", name) == _STEM.sub("", own) != ""


def _names(found: Sequence[Mention], own: str) -> set[str]:
    """The projects with money or, if several have one, a score of their own; what is not called 项目 must have
    a budget, or it may be a cost."""
    named = [
        (mention.subject, mention.measure)
        for mention in found
        if mention.subject is not None and mention.carried in NEAR and not _is_own(mention.subject, own)
    ]
    wholes = set(filter(None, map(_subject_of_whole, found)))
    parts = {mention.subject for mention in found if mention.broken_down is not None}
    if all(name in wholes or name in parts for name, _ in named):
        named = [(name, measure) for name, measure in named if name not in wholes]
    if any(_is_own(mention.subject, own) for mention in found if mention.subject) and _adds_up(found):
        named += [(mention.subject, mention.measure) for mention in found if mention.subject and not mention.carried]
    scored = {name for name, measure in named if measure == "total_score"}
    funded = {name for name, measure in named if measure in (_MONEY if SURE_END.search(name) else _BUDGETS)}
    return funded | scored if len(scored) > 1 else funded


def _adds_up(found: Sequence[Mention]) -> bool:
    """Whether a total is stated of what several projects were given: 甲项目预算80万元；乙项目20万元；合计100万元."""
    given: dict[str, Decimal] = {}
    for mention in found:
        if mention.measure not in _BUDGETS or mention.broken_down is not None:
            continue
        if mention.subject and mention.carried is None and SURE_END.search(mention.subject):
            given.setdefault(mention.subject, mention.wan)
        elif len(given) > 1 and mention.wan == sum(given.values()) and _OF_ALL.search(mention.about):
            return True
    return False


def _subject_of_whole(part: Mention) -> str | None:
    """What the whole is called that an amount with a name of its own is a part of: where nothing but parts is named
    beside it, it is none of several projects."""
    whole = part.broken_down
    if whole is None or part.item is None or part.carried is not None or whole.carried is not None:
        return None
    return whole.subject if part.subject not in {None, whole.subject} else None


def _is_of_subject(mention: Mention, named: Sequence[Mention], position: int) -> bool:
    """Whether a figure behind a sentence or paragraph without a name is of the project named before it: that has no
    such figure yet, and another project has one too, follows in the paragraph, or none is named there but this one."""
    if mention.carried in NEAR:
        return True
    of_own = (other for other in named if other.subject == mention.subject and other.carried in NEAR)
    if any(other.measure == mention.measure for other in of_own):
        return False
    of_others = [other for other in named if other.subject != mention.subject]
    if any(other.measure == mention.measure for other in of_others):
        return True
    beside = [other for other in of_others if _paragraph(other) == _paragraph(mention)]
    return mention.carried == "beside" and (not beside or any(other in named[position:] for other in beside))


def _paragraph(mention: Mention) -> tuple[int, int | None, int | None]:
    place = mention.evidence
    return place.block_no, place.row_no, place.col_no
