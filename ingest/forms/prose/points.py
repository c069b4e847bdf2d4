"""Points in sentences: the total score, and the weights and scores of sections and of single indicators.

Words tell which: 自评得分 is of the whole, 产出指标得分 of a section, 分值15分，得分15分 of the indicator that the
sentence is about. What only states a rule (每下降1%扣1分, 90分以上为优) is no score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import takewhile

from ingest.forms.prose import clauses
from ingest.forms.prose.mention import Mention
from ingest.lexicon.numbers import Figure
from ingest.lexicon.phrases.facts import is_of_other_time
from ingest.lexicon.phrases.points import is_award, is_rule, is_section, is_whole

_DEDUCTED = re.compile(r"(?:扣|减|加|失)(?:分|减|除|了|掉)*(?:为|是|[:：])?\s*$")
_POLLED = re.compile(r"调查|问卷|测评|平均|人均|打分")
_MEAN = re.compile(r"(?:[^，。；]*项目)?(?:绩效|自评)*平均")
"""自评平均得分95分 is of several projects, and no record has a place for it."""
_BY_OTHERS = re.compile(r"(?:群众|公众|师生|家长|患者)评[价议]")
_LINK = r"(?:合计|共计|共|均|为|是|达到|达|计|约|[:：\s“”\"])*$"
_SCORED = re.compile(
    rf"得分|评分|总评$|自评(?:总)?分|评价分(?!值)|(?:自评|评价)总分|(?:(?:自评|评价|评定)(?:结果|结论)?|[实自]?得|评为){_LINK}"
)
_GRADED = re.compile(
    r"(?:^|[，,。；;])(?:项目|单位|部门|整体|支出|综合|绩效|最终)*(?:自评|评价|评定)[^，,。；;\d]{0,6}[为是：:“\"]+(?:优|良|中|合格|差)[^，,。；;]{0,3}[，,、（(](?:分数[为是]?)?$"
)
_FULL_MARK = re.compile(r"满分|总分|分值|权重|标准分|权值")
_KIND_WORDS = re.compile(
    rf"(?:按比例|故|因此|此项|本项|绩效|单位|自我|自评|评价|评定|最终|综合|实际|总体|总|满|[应实](?=得)|考核)*"
    rf"(?:结果|结论|得分|评分|总分|满分|分值|分数|权重|标准分|权值|自评|评价|评定|评为|得|分)+{_LINK}"
)
_ACHIEVED = re.compile("(?:完成|实现|达成|达到).*目标$")
"""What is said of goals before the score of all: 各项指标均已完成年初目标，自评分98分."""
_SURELY_TOTAL = re.compile(r"总(?:体|计)?得?分|综合|最终|合计")
_JUDGED = re.compile(r"自评|评价|评审|评定|打分|考核|综合|总|最终|评估")
_NOT_HEADED = re.compile(rf"\d|{_JUDGED.pattern}")
_BEGINS_WITH_SCORE = re.compile(r"^\s*(?:自评|实际)?得分?\s*(?:为|是|[:：])?\s*\d")
_SCORE_BEHIND = re.compile(r"[，,]\s*(?:自评|实际|实)?得分?\s*(?:为|是|[:：])?\s*\d")
_OF_INDICATOR = re.compile(r"(?:目标|指标|计划)值\D{0,3}\d.*(?:完成|实际)值\D{0,3}\d")
_OF_RATE = re.compile(r"执行率\D{0,3}[\d.]+\s*[%％]\s*[，,][^，,]*$")
_RATE_BEFORE = re.compile(r"(?P<name>(?:预算|资金)?(?:执行|到位)率)[^，,；;。]*[%％]\s*[；;][^，,；;。]*$")
_NO_NAME = re.compile(r"[扣减]|^\s*(?:年度|全年|年初)?(?:目标|实际|完成|计划|预期|指标值|指标\d)")
_ADDED_UP = re.compile(r"(?:合计|共计|总计|累计|共)+")
_NAMED_TOTAL = re.compile(rf"{_JUDGED.pattern}|合计")
_FULL_MARK_BEHIND = re.compile(r"\s*[（(](?:满分|总分|分值|权重|标准分)")
_SPEAKS_OF_SCORES = re.compile("[得评打]分|自评")
_OPEN_TOTAL = re.compile(r"(?:总得?分|(?:综合|最终|自评)得?分)\s*(?:为|是|[:：])?\s*(?:[….·_-]*\s*$|[…_])")
_HEADING = re.compile(
    r"^[一二三四五六七八九十]+、\s*(?P<name>[^（(，,。；;：:\d]{2,30})[（(](?:自评|实际)?得分[:：为]?\s*[\d.]+\s*分?[）)]$"
)
_THIS = re.compile(r"[该此本](?:项|一)?指标")
_HEADED_END = re.compile(r"(?:得分)?(?:分析|情况)$")
_HEADS_SCORE = re.compile(r"(?:(?:绩效)?(?:自评|评价)|综合|最终)*(?:总?得分|总分|评分)(?:结果)?")
_HEADED_MARK = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、])\s*(?P<name>[^，,；;。：:（()）\d]{2,20})[（(]\d+(?:\.\d+)?分[)）]。?\s*$"
)
_COMMA, _CLAUSE_END, _GROUP_END = re.compile(r"[，,]"), re.compile(r"[，,：:]"), re.compile(r"[；;。]")
_RESULT = re.compile(r"[为达到是约仅]*(?:[=＝]|[\d.,]+).*$")
_WHOLE_NUMBER = 100
_MOST_OF_A_SECTION = 60
_MOST_OF_A_RATE = 20
_LONGEST_HEADING = 20


@dataclass(frozen=True, slots=True)
class Points:
    """What points are (`measure` None: it cannot be told); `is_bare`: the points of a section that no word says to be a
    weight or a score."""

    measure: str | None
    about: str
    is_bare: bool = False


class PointsReader:
    """The points of one cell, figure by figure; a section holds for what is said of it next: 产出30分，得29分."""

    def __init__(self) -> None:
        self.sentence = ""
        self.section: str | None = None
        self.weight: Decimal | None = None
        self.inherited: str | None = None
        self.end = 0
        self.total_end: int | None = None

    def start(self, sentence: str) -> None:
        """Go on with the next sentence; the section of the one before, or what that heads, still holds for a score at
        its very beginning: 支付进度率。得3分."""
        self.inherited = (self.section or _headed(self.sentence)) if _BEGINS_WITH_SCORE.match(sentence) else None
        goes_on = self.total_end is not None and sentence.lstrip().startswith("其中")
        self.sentence, self.section, self.weight, self.end = sentence, None, None, 0
        self.total_end = 0 if goes_on else None

    def read(self, figure: Figure, words: str, before: str, is_only: bool) -> Points | None:
        """What the points are, None for points that are no weight and no score of this report."""
        behind = self.sentence[figure.end : figure.end + 6]
        if self._has_left_section(figure):
            self.section, self.weight = None, None
        self.end = figure.end
        is_awarded = is_award(before, self.sentence[figure.end :])
        if _DEDUCTED.search(before) or is_awarded or is_rule(words, behind) or is_of_other_time(words):
            return None
        subject = _KIND_WORDS.sub("", words).strip()
        is_score = bool(_SCORED.search(words) or ((not words or words.startswith("分数")) and _GRADED.search(before)))
        is_full_mark = not is_score and bool(_FULL_MARK.search(words))
        if words.endswith("总分"):
            has_score = figure.number <= _MOST_OF_A_SECTION and _SCORE_BEHIND.match(self.sentence, figure.end)
            is_full_mark = bool(has_score) or (figure.number == _WHOLE_NUMBER and not is_only)
            is_score = not is_full_mark
        if _POLLED.search(subject) or _BY_OTHERS.search(words):
            return Points(None, words) if _MEAN.fullmatch(subject) else None
        if is_score:
            return self._score(figure, subject, words, before)
        if is_full_mark:
            return self._full_mark(figure, subject, words, before)
        if subject and _FULL_MARK_BEHIND.match(self.sentence, figure.end):
            self.section = subject
            return Points("section_score", subject)
        in_brackets = not words and before.rstrip().endswith(("（", "("))
        if in_brackets and figure.number <= _MOST_OF_A_SECTION and (headed := _HEADED_MARK.match(self.sentence)):
            self.section, self.weight = headed["name"], figure.number
            return Points("section_weight", headed["name"])
        section = self._host(before) if in_brackets else subject
        if subject and figure.number <= _MOST_OF_A_SECTION and _SCORE_BEHIND.match(self.sentence, figure.end):
            self.section, self.weight = subject, figure.number
            return Points("section_weight", subject)
        if section and self._splits_total(figure):
            self.section = section
            return Points("section_weight", section, is_bare=True)
        if section is None or not is_section(section) or figure.number > _MOST_OF_A_SECTION:
            return None if section and not _ADDED_UP.fullmatch(section) else Points(None, words)
        self.section, self.weight = section, figure.number
        return Points("section_weight", section, is_bare=not in_brackets)

    def _has_left_section(self, figure: Figure) -> bool:
        """Whether the words since the last points go on with something else; a weight waits for its score."""
        between = self.sentence[self.end : figure.start]
        has_clause = any(clause.strip("）) ") for clause in _COMMA.split(between)[:-1])
        return "；" in between or ";" in between or (has_clause and self.weight is None)

    def _score(self, figure: Figure, subject: str, words: str, before: str) -> Points:
        if self.weight is not None and figure.number > self.weight:
            self.section = None
        self.weight = None
        if not subject and not _SURELY_TOTAL.search(words):
            section = self.section or self._host_of_score(figure, before) or self._section_before(figure, words)
            if section is not None:
                self.section = section
                return Points("section_score", f"{section}{words}")
        elif not _is_total(figure, subject, words):
            self.section = subject
            return Points("section_score", words)
        self.section, self.total_end = None, figure.end
        return Points("total_score", words)

    def _splits_total(self, figure: Figure) -> bool:
        """Whether points stand behind a total that 其中 opens: what comes to it is its sections', whatever they are
        called."""
        return self.total_end is not None and "其中" in self.sentence[self.total_end : figure.start]

    def _full_mark(self, figure: Figure, subject: str, words: str, before: str) -> Points:
        if figure.number == _WHOLE_NUMBER:
            self.section = None
            return Points("section_weight", words)
        self.section = subject or self.section or self._host(before) or clauses.topic(self.sentence)
        self.weight = figure.number
        return Points("section_weight", self.section)

    def _host(self, before: str) -> str | None:
        """The section that the words stand in brackets behind, or that the sentence begins with."""
        outside, bracket, _ = before.replace("(", "（").rpartition("（")
        hosts = [clauses.about(outside)] if bracket else []
        hosts.append(clauses.topic(self.sentence))
        return next((host for host in hosts if is_section(host) and not _ACHIEVED.search(host)), None)

    def _host_of_score(self, figure: Figure, before: str) -> str | None:
        """The section that a score stands beside, but none before a semicolon if it is too large for one: 执行率：95%；
        自评得分94分."""
        is_apart = figure.number > _MOST_OF_A_SECTION and _GROUP_END.search(self.sentence, 0, figure.start)
        return None if is_apart else self._host(before)

    def _section_before(self, figure: Figure, words: str) -> str | None:
        """What a bare 得3分 is the score of: the section of the sentence before, or the clause right before it, unless
        that speaks of the evaluation. 自评得20分 too is that of the indicator or the rate right before it."""
        if figure.number > _MOST_OF_A_SECTION:
            return None
        group = _GROUP_END.split(self.sentence[: figure.start])[-1]
        rate = _RATE_BEFORE.search(self.sentence, 0, figure.start) if figure.number <= _MOST_OF_A_RATE else None
        if rate is not None:
            return rate["name"]
        is_of_part = _OF_INDICATOR.search(group) or (figure.number <= _MOST_OF_A_RATE and _OF_RATE.search(group))
        if self.inherited is not None or (_JUDGED.search(words) and not is_of_part):
            return self.inherited
        others = [clause for clause in _CLAUSE_END.split(group)[:-1] if not _NO_NAME.search(clause)]
        clause = _RESULT.sub("", clauses.about(others[-1])) if others else ""
        return clause if clause and not _JUDGED.search(clause) else None


def _headed(sentence: str) -> str | None:
    """What a sentence is the heading of, None for one that says more or speaks of the evaluation."""
    name = clauses.topic(sentence.rstrip("。"))
    is_heading = 0 < len(name) <= _LONGEST_HEADING and sentence.strip().endswith(f"{name}。")
    return name if is_heading and not _NOT_HEADED.search(name) else None


def _is_total(figure: Figure, subject: str, words: str) -> bool:
    """Whether a score is of the whole and not of a section: more points than a section has are."""
    if not subject or is_whole(subject):
        return True
    if is_section(subject):
        return False
    return bool(_SURELY_TOTAL.search(words)) or figure.number > _MOST_OF_A_SECTION


def settle(found: Sequence[Mention]) -> None:
    """Tell bare points of sections from each other: a weight beside its score, scores that sum to the total score,
    weights that sum to 100; and what the sections add up to: 合计95分. What fits none of these cannot be told."""
    whole: Mention | None = None
    run: list[Mention] = []
    start = 0
    points = [mention for mention in found if mention.figure.unit == "points"]
    _name_sum(points)
    _split_totals(points)
    for position, (mention, following) in enumerate(_with_next(points)):
        if mention.is_bare:
            if following is not None and following.measure == "section_score":
                mention.is_bare = False
            else:
                run.append(mention)
        elif mention.measure == "total_score" or mention.figure.number == _WHOLE_NUMBER:
            _settle(run, whole, _come_to(mention, points[start:position]))
            whole, run, start = mention, [], position + 1
    _settle(run, whole)
    for position, mention in enumerate(points):
        if mention.measure is None and _ADDED_UP.fullmatch(mention.about):
            scores = [other.figure.number for other in points[:position] if other.measure == "section_score"]
            mention.measure = "total_score" if scores and sum(scores) == mention.figure.number else None


def _split_totals(points: Sequence[Mention]) -> None:
    """自评得分91分，其中：部门决策得分17分，部门绩效得分74分: scores in one sentence that come to the total before them
    are of its sections, whatever they are called."""
    for position, whole in enumerate(points):
        if whole.measure != "total_score":
            continue
        behind = takewhile(partial(_is_beside, whole), points[position + 1 :])
        parts = [mention for mention in behind if mention.measure in {"total_score", "section_score"}]
        if len(parts) > 1 and sum(part.figure.number for part in parts) == whole.figure.number:
            for part in parts:
                part.measure = "section_score"


def _is_beside(whole: Mention, mention: Mention) -> bool:
    """Whether points stand in the sentence of a total, or in one that 其中 opens behind it."""
    is_opened = mention.place == whole.place and mention.evidence.quote.startswith("其中")
    return is_opened or mention.evidence == whole.evidence


def _name_sum(points: Sequence[Mention]) -> None:
    """项目得分：产出48分，效益29分，合计77分: what bare points before it come to is the total score, where the words
    before them speak of scores and not of full marks."""
    for position, mention in enumerate(points):
        is_sum = mention.measure is None and _ADDED_UP.fullmatch(mention.about)
        quote = mention.evidence.quote if is_sum and mention.figure.number != _WHOLE_NUMBER else ""
        before = points[:position] if _SPEAKS_OF_SCORES.search(quote) and not _FULL_MARK.search(quote) else []
        is_bare = len(before) > 1 and all(other.is_bare or other.measure in {None, "section_score"} for other in before)
        if is_bare and sum(other.figure.number for other in before) == mention.figure.number:
            mention.measure = "total_score"
            for other in before:
                other.measure, other.is_bare = "section_score", False


def settle_headings(found: Sequence[Mention]) -> None:
    """Scores in numbered headings, 二、预算执行情况（自评得分10分）, are of their sections; only one that the others
    come to, or that alone is too large for a section, is the total."""
    headed = [
        (match["name"], mention)
        for mention in found
        if mention.measure in {"total_score", "section_score"} and (match := _HEADING.match(mention.evidence.quote))
    ]
    scores = [mention.figure.number for _, mention in headed]
    large = [score for score in scores if score > _MOST_OF_A_SECTION]
    for name, mention in headed if len(headed) > 1 else []:
        comes_to_it = (len(headed) > 2 and sum(scores) == 2 * mention.figure.number) or large == [mention.figure.number]
        if mention.measure == "total_score" and not comes_to_it and not _JUDGED.search(name):
            mention.measure, mention.about = "section_score", f"{name}{mention.about}"


def name_by_heading(found: Sequence[Mention], heading: str) -> None:
    """Points of what only a numbered heading names: （二）履职效能分析 above 该指标分值50分，自评得分48分; 三、自评得分
    above 96分，等级为优."""
    name = _HEADED_END.sub("", clauses.topic(heading.strip().rstrip("。：:")))
    points = [mention for mention in found if mention.figure.unit == "points"] if name else []
    for mention in points:
        if this := _THIS.match(mention.about):
            mention.about = name + mention.about[this.end() :]
    first = points[0] if points and points[0] is found[0] else None
    if first is not None and first.measure is None and not first.about and _HEADS_SCORE.fullmatch(name):
        first.measure, first.about = "total_score", name


def doubt_bare_totals(found: Sequence[Mention], texts: Iterable[str]) -> None:
    """A few points of which no word says that they are all (得分9.5) are not taken for the total, be it for a part of a
    section that is all they can be, or beside one that is named, read, cut or without a figure: 总分 97, 总分：."""
    totals = [mention for mention in found if mention.measure == "total_score"]
    named = {mention.figure.number for mention in totals if _NAMED_TOTAL.search(mention.about)}
    few = (mention for mention in totals if not _NAMED_TOTAL.search(mention.about))
    bare = [mention for mention in few if mention.figure.number <= _MOST_OF_A_SECTION]
    if not bare:
        return
    is_cut = any(mention.measure is None and _OPEN_TOTAL.search(mention.about) for mention in found)
    is_stated = named or is_cut or any(map(_OPEN_TOTAL.search, texts))
    for mention in bare:
        if mention.figure.number not in named and (is_stated or mention.figure.number <= _MOST_OF_A_RATE):
            mention.measure = None


def _come_to(total: Mention, before: Sequence[Mention]) -> bool:
    """Whether scores, and bare points among them, come to the total behind them: 执行率9.8分，产出49分，总分58.8分."""
    scores = [mention for mention in before if mention.is_bare or mention.measure == "section_score"]
    together = sum(mention.figure.number for mention in scores)
    return total.measure == "total_score" and len(scores) == len(before) > 1 and together == total.figure.number


def _settle(run: Sequence[Mention], whole: Mention | None, come_to_next: bool = False) -> None:
    together = sum(mention.figure.number for mention in run)
    come_to_last = whole is not None and whole.measure == "total_score" and together == whole.figure.number
    is_scores = come_to_next or come_to_last
    for mention in run:
        mention.is_bare = False
        if is_scores:
            mention.measure = "section_score"
        elif together != _WHOLE_NUMBER:
            mention.measure = None


def _with_next(points: Sequence[Mention]) -> Iterator[tuple[Mention, Mention | None]]:
    for position, mention in enumerate(points):
        yield mention, points[position + 1] if position + 1 < len(points) else None
