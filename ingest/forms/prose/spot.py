"""A figure in its sentence, and what the words around it say of an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.forms.prose import clauses
from ingest.lexicon.numbers import Figure
from ingest.lexicon.phrases.behind import (
    is_balance,
    is_beside_budget,
    is_budgeted_behind,
    is_carried_over,
    is_handed_on,
    is_of_agreements,
    is_received_behind,
    is_received_next,
    is_spent_behind,
)
from ingest.lexicon.phrases.money import is_of_all, money_measure, without_documents, without_measures
from ingest.lexicon.text import squeeze
from ingest.once import once

CATEGORY = re.compile(
    r"(?P<three_public>[“\"]?三公[”\"]?经费)|(?P<basic>基本支出)|(?P<project>(?:^|(?<=[^\u4e00-\u9fff])|(?<=[年度局委办处院所心会府的中款算排复达门和及与为括共际计由]))项目支出)(?!绩效|资金|预算的)"
)
_GIVEN = "(?:财政|补助|配套|匹配|资金|下拨|承担|负担|出资|(?<=级)(?:预算|支出|支付|安排|投入))"
_GIVER = re.compile(
    rf"(?P<central>中央)|(?P<provincial>省级?|自治区|兵团)(?:{_GIVEN}|下达)|(?P<prefecture>[市州盟](?:本?级)?){_GIVEN}|"
    rf"(?P<county>(?<!自治)[县区旗](?:本?级)?){_GIVEN}"
)
JOINT_GIVERS = (
    "(?:(?:(?:(?<!其)中央?|(?:自治区|[省市州盟县区旗])级?)(?:财政)?[、和及与])+(?:自治区|地方|[省市州盟县区旗])"
    r"|[省市州][市州县区][县区]?(?=[两三]级))(?![^，。；]*(?:资金|补助)[^，。；]+(?:工程|项目))"
)
"""Several who gave something together: 中央和省级, 省市两级; not where the name of a project goes on behind them."""
SEVERAL_GIVERS = re.compile(JOINT_GIVERS)
_OF_GIVER = re.compile(
    rf"{JOINT_GIVERS}[两三]?级?(?:财政)?(?:$|[^，。；]{{0,4}}(?:资金|经费|补助|配套|匹配))|"
    r"(?:中央|[省市州盟县区旗]级)(?:财政)?$|(?:中央|[省市州盟县区旗]级?)(?:财政)?(?:承担|负担|出资)|[省市州盟县区旗]财政$|(?:地方)?(?:配套|匹配)|(?:地方|政府|新增|专项|一般)*债券资金|"
    r"(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:资金|安排|拨款|补助|$)|"
    r"(?:(?P<central>中央)|(?P<provincial>自治区|兵团|省级?)|(?P<prefecture>(?:[市州]|盟市?)级?)|(?P<county>(?:旗县区?|县区|区县|[县区旗])级?)|乡?镇级|上级|本级|地方)(?:财政)?"
    r"(?:(?:专项|补助|配套|匹配)*(?:资金|经费|专款|资本金)|预算内(?:基本建设|基建)?投资|按[^，。；]{1,12}?(?:配套|匹配)|"
    r"(?:(?<=[央级])|(?<=[央级]财政))(?:(?:(?![和及与])[\u4e00-\u9fff]){0,6}资金|补助|配套|匹配|以奖代补|奖补))"
)
_OF_FIGURE_BEFORE = re.compile(
    r"^(?:的?资金|的|于\d{1,2}月[份底初]?)(?:已|均|全部|及时)*(?:下达|下拨|拨付|安排|支付|用于)[^，,；;。]*(?=[，,；;。]|$)"
)
"""What the words right behind a figure say of it, before the next one: 将20万元资金下拨用于甲，30万元资金…"""
_AFTER_GRANT = re.compile(r"^[^，,。；;]*(?:下达|拨付|到位)[^，,。；;]{0,8}后[，,]")
"""When something was done, and not what the figure behind it is: 资金下达后，我局开展整治，10万元用于…"""
_CHANGED_TO = (
    r"(?:预算|资金|年中|后|再)*(?:调整|调增|调减|核减|(?:压减|追加|增加|减少)(?=[到至]))"
    r"(?:[为成]|到(?![位账])|至)(?:全年|预算|[：:\s])*"
)
_BEFORE_CHANGE = re.compile(rf"\s*[，,]?{_CHANGED_TO}\d")
_AFTER_CHANGE = re.compile(rf"{_CHANGED_TO}$")
_CHANGED_BUDGET = re.compile(rf"预算[^，。；\d]{{0,8}}[\d.,]+\s*[万亿]?元[，,]?{_CHANGED_TO}$")
YEAR_END = "截[止至](?:20\\d\\d年)?(?:12月)?(?:31日)?底?"
_UNTIL_YEAR_END = re.compile(YEAR_END)
_DONE_WITH = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,6}?[省市州盟县区旗](?=(?:中央|自治区|省级?|[市州盟县区旗]级|上级|本级|地方)(?:财政)?资金))?(?:20\d\d年度?)?(?:[我本][省市州盟县区旗镇乡])?(?:实际|全年|累计|[本当]年|提前|已|共)*(?:(?:资金)?来源[为是于]|(?:资金)?由|支出|支付|列支|使用|到位|收到|争取|申请(?=[^，。；]*(?:支付|支出|使用)$)|获得|获批|安排|下达|拨付)"
)
_OWN_DIVISION = re.compile(
    "^(?:[我本](?=[省市州盟县区旗]本?(?:级|财政|配套|匹配))|[\u4e00-\u9fff]{2,3}(?=[省市州盟县区旗](?:承担|负担|出资|配套|匹配)))"
)
_BARE_NAME = re.compile(r"基本支出|项目支出|(?:中央|自治区|省级?|[市州盟县区旗]级?|上级|本级|地方|自筹)(?:财政)?")
_CATEGORY_OF_BUDGET = re.compile(
    r"(?P<given>(?:年初|全年|年度|部门)*(?:(?<!公共)(?<!基金)(?<!经营)预算(?:安排|批复|核定|下达)?|(?:安排|批复|核定|下达)(?:预算)?))的?"
    r"(?:基本|项目)支出为?(?:[\d,.]+\s*[万亿]?元[、和及与，,]?(?:基本|项目)支出为?)?$"
)
_OVER_YEARS = re.compile(r"[，,（(]?分[二两三四五六\d]个?年")
_IN_ROW = re.compile(r"元\s*(?:[（(][^（()）]*[)）])?\s*[、和及与][^，,；;。元]*$")
_COLON = re.compile("[^，,；;。：:\\d]*[：:]")
_OF_ACCOUNT = re.compile(r"(?P<side>收入(?![和与及、]?支出)|支出)[\u4e00-\u9fff]{0,4}[:：]")
_STATED = frozenset({"initial_budget", "annual_budget", "executed", "appropriated"})
_COVERED = "涉及"
"""What an evaluation covers is money that only its own words can name: 开展项目支出绩效自评，涉及资金20万元."""
_COVERED_MONEY = re.compile(r"(?:共?涉及(?:预算)?|^)资金$")
_OF_EVALUATION = re.compile(r"(?:预算|支出)(?=绩效|(?:全面)?(?:组织)?(?:开展|进行))")
_SHARE_OF_PROJECTS = re.compile(r"[，,]占[^，。；\d]{0,16}项目支出(?:预算)?总额的")
CHANGES = ("增加", "减少", "增长", "下降", "压减")
FEW_WORDS = 4
"""The most words of a clause that may leave to those before it what its figure is."""


def category_in(words: str) -> str | None:
    """The category of expenditure that words name: basic | project | three_public."""
    named = CATEGORY.search(words) if "支出" in words or "三公" in words else None
    return named.lastgroup if named else None


@dataclass(frozen=True)
class Spot:
    """A figure with its sentence, the words before it and those of its own clause."""

    figure: Figure
    sentence: str
    before: str
    about: str

    @property
    def behind(self) -> str:
        return self.sentence[self.figure.end : self.figure.end + 6]

    @property
    def following(self) -> str:
        return self.sentence[self.figure.end :]

    @property
    def topic(self) -> str:
        """What its clauses up to ；or 。begin with before a colon: 中央资金 in 中央资金：预算60万元，支出58万元."""
        if "：" not in self.sentence and ":" not in self.sentence:
            return ""
        group = clauses.last_group(self.sentence[: self.figure.start])
        return clauses.topic(group) if _COLON.match(group) else ""

    @once
    def category(self) -> str | None:
        """The category of expenditure that the words before it name."""
        return category_in(clauses.without_brackets(without_documents(self.before)))

    @once
    def is_of_giver(self) -> bool:
        """Whether its clause begins with who gives."""
        return self._giver is not None

    @once
    def _giver(self) -> re.Match[str] | None:
        """Who gives, as its clause begins, or behind the year's end or what was done with it: 实际支出市级资金."""
        words = _UNTIL_YEAR_END.sub("", self.about) if self.about.startswith("截") else self.about
        words = _OWN_DIVISION.sub("", words)
        return _OF_GIVER.match(words) or _OF_GIVER.match(_DONE_WITH.sub("", words))

    @property
    def level(self) -> str | None:
        """The level of who gives, where the words say so; of several together there is none."""
        if self._giver and SEVERAL_GIVERS.search(self._giver.group()):
            return None
        giver = _GIVER.search(without_documents(self.before)) or _GIVER.search(self.before) or self._giver
        if giver is None:
            return None
        joint = SEVERAL_GIVERS.search(giver.string)
        return None if joint and joint.start() <= giver.start() <= joint.end() else giver.lastgroup

    @once
    def is_of_income(self) -> bool:
        """Whether it stands behind 收入：and no word has turned to spending since."""
        sides = _OF_ACCOUNT.findall(self.sentence, 0, self.figure.start) if "：" in self.sentence else []
        return sides[-1:] == ["收入"] and "支出" not in self.about

    @once
    def is_spent(self) -> bool:
        """Whether the words behind it say that it is spent, and it alone: not 中央60万元、省级40万元全部支付."""
        return is_spent_behind(self.about, self.following) and not self._is_in_row

    @property
    def _is_in_row(self) -> bool:
        """Whether another amount stands right before it, so that what is said behind may be of both."""
        return _IN_ROW.search(self.sentence, 0, self.figure.start) is not None

    @property
    def _measure_of_list(self) -> str | None:
        """What the words before a colon say of each of those behind it, and of all: 支出：省级58万元，共96万元."""
        before = self.sentence[: self.figure.start]
        group = clauses.last_group(before)
        topic, colon, _ = (before if self.is_of_giver and "：" not in group else group).partition("：")
        is_named = colon and (_BARE_NAME.fullmatch(self.about) or is_of_all(self.about) or self.is_of_giver)
        return money_measure(topic) if is_named else None

    @property
    def _group_before(self) -> str:
        """The words before it up to ；or 。"""
        return clauses.last_group(self.sentence[: self.figure.start])

    @property
    def _measure_of_topic(self) -> str | None:
        """What its own clauses up to ；begin with before a colon, or else its sentence: 支出资金：中央资金20万元."""
        group = clauses.last_group(self.sentence[: self.figure.start])
        own = self.sentence[self.figure.start - len(group) :] if _COLON.match(group) else self.sentence
        return clauses.topic_measure(own)

    @property
    def _measure_of_category(self) -> str | None:
        """The budget that is spread over categories: 预算安排基本支出60万元、项目支出40万元."""
        given = _CATEGORY_OF_BUDGET.search(self.sentence, 0, self.figure.start)
        return money_measure(given["given"]) if given else None

    @property
    def is_item(self) -> bool:
        """Whether it names a thing, and only the words before say what is told of it: 支出：人工20万元，材料30万元."""
        is_first = self.before.rstrip().endswith((f"：{self.about}", f":{self.about}"))
        is_short = is_first and len(squeeze(self.about)) <= FEW_WORDS and not self.is_of_giver
        is_named = is_short and bool(without_measures(self.about)) and not is_of_all(self.about)
        return is_named and money_measure(self.about, self.behind) is None

    def measure(self, text: str, is_of_other_time: bool) -> str | None:
        """What an amount is; `text` holds all sentences of its cell. None where no words say so; `budgeted_spending`
        where they leave open whether it is a budget or spending."""
        outside = clauses.without_brackets(self.about) if self.about.endswith(("）", ")")) else ""
        measure = (money_measure(outside, self.behind) if outside else None) or money_measure(self.about, self.behind)
        if self.category and measure == "executed":
            measure = self._measure_of_list or self._measure_of_category or measure
        if self.is_of_giver and measure in {None, "appropriated"}:
            measure = self._measure_of_topic or measure or self._measure_of_list
        if self.is_spent and measure in {None, "appropriated"}:
            measure = "executed"
        if measure == "executed" and is_budgeted_behind(self.following):
            measure = "annual_budget"
        if measure in {None, "appropriated"} and is_received_behind(self.about, self.following):
            measure = "funds_received"
        if measure is None and is_received_next(self.about, self.following) and not self._is_in_row:
            measure = "funds_received"
        if measure == "budget_adjustment" and self.figure.number >= 0 and _AFTER_CHANGE.search(self.before):
            measure = "annual_budget"
        if measure is None and _CHANGED_BUDGET.search(self.sentence, 0, self.figure.start):
            measure = "annual_budget"
        if measure == "annual_budget" and _BEFORE_CHANGE.match(self.following):
            measure = "initial_budget"
        if _SHARE_OF_PROJECTS.match(self.following) and _COVERED_MONEY.search(self.about):
            return "other_amount"
        if measure is None and len(squeeze(self.about)) <= FEW_WORDS and not self.about.startswith(_COVERED):
            words = clauses.about(self.before.rstrip("，,：: （(")[: -len(self.about) or None], longer=True)
            words = _AFTER_GRANT.sub("", _OF_FIGURE_BEFORE.sub("", words))
            return money_measure(_OF_EVALUATION.sub("", words)) or self._measure_of_list
        if measure in _STATED and self.is_of_income:
            return "revenue"
        if measure is not None and (is_of_other_time or _OVER_YEARS.match(self.following)):
            return "other_amount"
        if measure == "funds_received" and is_of_agreements(self._group_before):
            return "other_amount"
        is_of_end = measure == "carryover" and not is_carried_over(self.about)
        if is_of_end and is_handed_on(self.following):
            return "other_amount"
        if measure == "executed" and is_balance(self.about, text, self.following):
            return "other_amount"
        if measure in _STATED and self.about.endswith(CHANGES):
            return "other_amount"
        if measure == "budgeted_spending" and is_beside_budget(text, self.following):
            return "annual_budget"
        return measure
