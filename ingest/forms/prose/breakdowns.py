"""Amounts in sentences that are parts of others: what names a part, and which parts come to their total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.prose import clauses
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.wholes import MAY_BE_WHOLE
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.numbers import PER_WAN, Figure
from ingest.lexicon.phrases.facts import is_of_other_time
from ingest.lexicon.phrases.money import money_measure, without_measures
from ingest.lexicon.text import squeeze

BREAKS_DOWN = re.compile(
    r"^\s*[:：]|其中[:：，]?|[，,（(](?:具体|明细)(?:为|如下)?[:：]|[，,]具体为|"
    r"[，,]由[两三四五\d][个项]?(?:部分|方面)(?:构成|组成)[:：]?|主要用于|用于|包括|包含|"
    r"分配[至到给][^，,。；;]{1,10}[:：]|^[，,]分别[为是][:：]?(?=[\u4e00-\u9fff“])"
)
CONTAINS = re.compile("[（(]含")
OF_FUNDS = frozenset(
    {"initial_budget", "budget_adjustment", "annual_budget", "appropriated", "funds_received", "executed"}
)
_ITEM_START = re.compile(
    rf"(?:{BREAKS_DOWN.pattern})|{CONTAINS.pattern}|分别[为是]|[一二三四五六七八九十]是|[；;，,。]"
)
_SUM = re.compile(
    r"(?:^计|可(?:用|支配|执行)(?:财政)?资金(?:总[额量])?|共(?:计|投入|筹[集措]|落实)?|总投入|合计|总计|总额|(?:[共总累]计?|合计)(?P<verb>支出|使用|支付|拨付|到位|下达)(?:资金)?)(?:为|是|达)?$"
)
_PAID_IN = re.compile("(?:中央|自治区|[省市州盟县区旗]级?|乡镇)(?:财政)?(?:投入|出资)(?:资金)?")
_BOUGHT = re.compile("(?<!政府)(?:采购|工资)$")
"""What a part may be called by, though no budget and no spending of the whole is."""
_NOT_GIVEN = re.compile("[未待](?:分配|安排|下达|拨付)|第.{1,3}批")
_BATCH = re.compile("第.{1,2}[批期笔](?:资金|补助|经费|专项)*$")
_IS_GIVEN = re.compile("安排|下达|拨付|到位|预算|投入")
_COST = re.compile(r"费|款|支出|补[助贴]|工资|薪|采购|购[置买]|[维装]修|建设|改造|物资|设备")
_LEAD_END = re.compile("[：:]|分别[为是]|[，,]即")
_YEAR = re.compile(r"^20\d\d年度?")
_VERB = re.compile(
    r"^(?:即(?!墨)|(?:收到|争取)(?=[\u4e00-\u9fff]{2})|(?:由|(?:资金)?来源[为是于])(?=中央|[省市州盟县区旗])|(?:实际|全年|累计|已|共)*到位(?=中央|[省市州盟县区旗]级)"
    r"|(?:下达|下拨|拨付|安排)(?=(?:中央|自治区|兵团|[省市州盟县区旗]级|上级)(?:财政)?"
    r"(?:专项|补助|配套|匹配|转移支付|直达)*(?:资金|经费|补助)$))"
)
_TAIL = re.compile(r"(?:支出|(?<!预算)(?<!制度)执行)?(?:决算|(?<!公共)(?<!基金)(?<!经营)预算)?数?(?:为|共|约|是)*$")
_SUMMABLE = frozenset({"annual_budget", "initial_budget", "appropriated", "funds_received", "executed", "carryover"})
_BUDGETS = frozenset({"annual_budget", "initial_budget", "appropriated", "funds_received"})
_GIVEN = frozenset({"appropriated", "funds_received", "budget_adjustment"})
_CHANGES = re.compile("(?:追加|增加|调[整增])预算")
_SPENDER = re.compile(".本级|乡镇|街道|[小中]?学校|社区")
_ALL = re.compile(
    r"^.*(?:[合总累]计|全[县市区省]).*$|[我本该各此]|[局县市区镇乡校院]|项目|专项|部门|单位|资金|经费|财政|国库|[两三四五六七八九十各]项|[的为是约已]"
)


def comes_to(whole: Mention, read: Sequence[Figure]) -> bool:
    """Whether the figures read since a whole, or since its sentence, add up to it."""
    parts = read[read.index(whole.figure) + 1 :] if whole.figure in read else read
    return sum(part.in_wan or 0 for part in parts) == whole.figure.in_wan


def larger_whole(main: Mention | None, funds: Mention | None, part: Figure) -> Mention | None:
    """The whole of a part: what is left over holds none that is more, but the funds named before it may: 支出90万元，
    结余4万元。其中：工资70万元."""
    amount = part.in_wan or 0
    if main is None or funds is None or main.measure != "carryover" or main.wan >= amount:
        return main
    return funds if amount <= funds.wan else main


def drop_incomplete(parts: Sequence[Mention]) -> None:
    """What only names some uses of a total, 主要用于甲3万元、乙2万元等, is its breakdown if nothing is left out."""
    for whole in {id(part.broken_down): part.broken_down for part in parts}.values():
        own = [part for part in parts if part.broken_down is whole]
        if whole is None or sum(part.wan for part in own) == whole.figure.in_wan:
            continue
        for part in own:
            part.measure, part.broken_down, part.item, part.category = "other_amount", None, None, None


def move_to_their_sum(found: Sequence[Mention]) -> None:
    """全年预算50万元，支出40万元，其中省级30万元，市级20万元: parts that no word says to be spent, and that come to the
    budget before and not to the spending, are parts of the budget."""
    for whole in {id(part.broken_down): part.broken_down for part in found}.values():
        if whole is None or whole.measure != "executed":
            continue
        parts = [mention for mention in found if mention.broken_down is whole]
        total = sum(part.wan for part in parts)
        are_spent = any(not part.is_unnamed and money_measure(part.about) == "executed" for part in parts)
        if len(parts) < 2 or total == whole.figure.in_wan or are_spent:
            continue
        before = next(number for number, mention in enumerate(found) if mention is parts[0])
        for budget in reversed(found[:before]):
            is_alike = (budget.year, budget.category, budget.broken_down) == (whole.year, whole.category, None)
            if budget.measure in _BUDGETS and is_alike and budget.figure.in_wan == total:
                for part in parts:
                    part.measure, part.broken_down = budget.measure, budget
                break


def spend_up_to_rest(found: Sequence[Mention]) -> None:
    """预算80万元，其中师资费50万元，场地费20万元，结余10万元: the parts of a budget that come to it with what is left
    over are spent, unless they are its sources or other spending is stated."""
    for whole, rest in ((part.broken_down, rest) for part, rest in pairwise(found) if rest.measure == "carryover"):
        if whole is None or whole.measure not in _BUDGETS or rest.broken_down is not None:
            continue
        parts = [mention for mention in found if mention.broken_down is whole and mention.measure == whole.measure]
        spent = sum((part.wan for part in parts), Decimal(0))
        stated = {
            mention.figure.in_wan for mention in found if mention.measure == "executed" and not mention.broken_down
        }
        if stated - {spent} or not rest.figure.number or spent + rest.wan != whole.figure.in_wan:
            continue
        is_source = any(funding_label(part.item or "").kind == "source" for part in parts)
        if not is_source and not _NOT_GIVEN.search(rest.evidence.quote):
            for part in parts:
                part.measure = "executed"


def date_parts_of_a_year(found: Sequence[Mention], year: int | None) -> None:
    """Parts that come to a whole of the year are all of it: a year that stands in the name of one says nothing of when
    it was given, as in 追加100万元，其中：培训40万元、设备35万元、2023年救灾经费25万元."""
    wholes = {id(mention.broken_down): mention.broken_down for mention in found if mention.broken_down}
    for whole in wholes.values():
        parts = [part for part in found if part.broken_down is whole and part.measure == whole.measure]
        dated = [part for part in parts if part.year not in {None, year}]
        is_of_year = whole.year in {None, year} and len(dated) * 2 < len(parts)
        if dated and is_of_year and sum(part.wan for part in parts) == whole.wan:
            for part in dated:
                part.year = whole.year


def mark_items(found: Sequence[Mention]) -> None:
    """人员费用20万元，公用支出15万元: what is spent on one of several things that a sentence names side by side is no
    spending of the whole."""
    for first, second in pairwise(found):
        if "executed" in {first.measure, second.measure} and _is_item(first) and _is_item(second):
            first.is_part = second.is_part = True


def _is_item(mention: Mention) -> bool:
    """Whether an amount is of something that its words name, and is spent on it for all that they say."""
    is_plain = (mention.measure == "executed" or mention.is_unnamed) and mention.broken_down is None
    is_money = is_plain and mention.figure.unit in PER_WAN and mention.category is None
    words = without_measures(mention.about) if is_money else ""
    name = _ALL.sub("", words) or _SPENDER.search(words)
    is_cost = mention.measure == "executed" or _COST.search(mention.about)
    return bool(name and is_cost) and not mention.is_of_giver


def with_totals(found: list[Mention]) -> list[Mention]:
    """省级30万元，市级20万元，共计50万元: the last is the total, and those that sum to it are its parts. Behind 共支出
    only spending is summed, and of the same year."""
    for position, total in enumerate(found):
        summed = _SUM.search(total.about)
        if not summed or total.figure.unit not in PER_WAN:
            continue
        parts: list[Mention] = []
        for part in reversed([mention for mention in found[:position] if mention.broken_down is None]):
            if len(parts) > 1 and part.wan and sum(own.wan for own in parts) == total.wan:
                break
            is_season = part.measure == "other_amount" and is_of_other_time(part.about)
            is_open = part.is_unnamed or bool(_BOUGHT.search(part.about)) or is_season
            if (part.measure not in _SUMMABLE and not is_open) or part.figure.unit not in PER_WAN:
                break
            is_alike = part.year in {None, total.year} and (is_open or part.measure == total.measure)
            if summed["verb"] and not is_alike:
                break
            parts.insert(0, part)
        are_seasons = all(is_of_other_time(part.about) for part in parts)
        comes_to_it = sum(part.wan for part in parts) == total.figure.in_wan and not are_seasons
        comes_to_it = comes_to_it and not any(_CHANGES.search(part.about) for part in parts)
        if len(parts) < 2 or not comes_to_it or not all(item_of(part.about) for part in parts):
            continue
        if all(part.is_unnamed or part.measure == "other_amount" for part in parts):
            are_batches = all(_BATCH.match(part.about) for part in parts)
            named = "appropriated" if are_batches else money_measure(clauses.about(_lead(parts[0])))
            if named not in _SUMMABLE:
                if not all(_PAID_IN.fullmatch(item_of(part.about)) for part in parts):
                    continue
                named = "appropriated"
            total.measure = named
        elif total.measure == "other_amount":
            total.measure = next((part.measure for part in parts if part.measure in OF_FUNDS), "appropriated")
        for part in parts:
            part.measure, part.broken_down, part.item = total.measure, total, item_of(part.about)
            part.year = total.year
        for mention in found[position + 1 :]:
            mention.anchor = total if mention.anchor in parts else mention.anchor
        rest = [mention for mention in found if mention is not total]
        first = next(number for number, mention in enumerate(rest) if mention is parts[0])
        return [*rest[:first], total, *rest[first:]]
    return found


def break_down_by_sum(found: Sequence[Mention]) -> None:
    """全年预算100万元，中央资金60万元，省级资金40万元: what several gave, and comes to the budget before it, is its
    parts."""
    for position, whole in enumerate(found[:-2]):
        is_funds = whole.measure in {*_BUDGETS, "executed"} or (whole.is_unnamed and MAY_BE_WHOLE.search(whole.about))
        if not is_funds or _names_source(whole) or not _is_plain(whole):
            continue
        total, parts = Decimal(0), []
        for part in found[position + 1 :]:
            is_own = whole.measure == "executed" and _IS_GIVEN.search(part.about)
            is_given = part.measure in _BUDGETS or (part.measure == "other_amount" and part.is_unnamed)
            is_given = is_given and (_names_source(part) or _is_of_sum(part))
            if is_own or not (is_given and _is_plain(part) and part.year in {None, whole.year}):
                break
            parts.append(part)
            total += part.wan
        if len(parts) > 1 and total == whole.figure.in_wan:
            whole.measure = "appropriated" if whole.is_unnamed else whole.measure
            for part in parts:
                part.measure = "funds_received" if part.measure == "funds_received" else whole.measure
                part.broken_down, part.item = whole, item_of(part.about)


def sum_into_budget(found: list[Mention]) -> list[Mention]:
    """省级下达120万元、市级下达36万元、县财政追加24万元，全年预算180万元: what several gave in a row, and comes to the
    budget right behind, which then stands first, is its parts."""
    for position, whole in enumerate(found):
        if whole.measure != "annual_budget" or not _is_plain(whole) or without_measures(whole.about):
            continue
        total, parts = Decimal(0), list[Mention]()
        for part in reversed(found[:position]):
            is_given = part.measure in _GIVEN and _is_plain(part) and part.wan > 0 and "年初" not in part.about
            if not (is_given and without_measures(item_of(part.about))) or total == whole.wan:
                break
            parts.append(part)
            total += part.wan
        if len(parts) < 2 or total != whole.wan:
            continue
        for part in parts:
            part.measure, part.broken_down, part.item = whole.measure, whole, item_of(part.about)
        start = position - len(parts)
        return [*found[:start], whole, *found[start:position], *found[position + 1 :]]
    return found


def _is_plain(mention: Mention) -> bool:
    return not (mention.broken_down or mention.category) and mention.figure.unit in PER_WAN


def _is_of_sum(part: Mention) -> bool:
    """Whether the words behind amounts say that they were added up: 为甲10万元与乙20万元之和."""
    return "之和" in part.evidence.quote


def _names_source(mention: Mention) -> bool:
    """Whether the words of an amount say who gave it, or from where it comes."""
    label = item_of(mention.about)
    is_named = label.startswith("财政") or funding_label(label).kind == "source"
    return mention.is_of_giver or mention.level is not None or is_named


def _lead(mention: Mention) -> str:
    """The words that open an enumeration without words of its own: 下达资金共2批：第一批20万元."""
    return _LEAD_END.split(mention.evidence.quote, maxsplit=1)[0].rstrip("，,")


def item_behind(words: str) -> str:
    """The label of an item whose amount stands first: 30万元用于设计."""
    match = re.match(r"\s*(?:用于|为)(?P<label>[^，,；;。、]{2,40})", words)
    return squeeze(match["label"]) if match else ""


def item_of(words: str) -> str:
    """The label of a breakdown's item: what stands behind 其中 or the last semicolon or comma."""
    outside = clauses.mask(words)
    starts = [match.end() for match in _ITEM_START.finditer(outside)]
    label = _YEAR.sub("", squeeze(words[starts[-1] :] if starts else words).strip("（(：:、和及与"))
    label = clauses.without_unit(label)
    label = label.replace("：", ":").rpartition(":")[2]
    return _TAIL.sub("", _VERB.sub("", label))
