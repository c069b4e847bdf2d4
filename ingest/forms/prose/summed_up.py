"""Money in a row that comes to what another sentence states: its sum behind it, or what was shared out before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.batches import is_batch
from ingest.forms.prose.breakdowns import OF_FUNDS, item_of
from ingest.forms.prose.mention import Mention
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.phrases.money import part_measure, without_measures

_ADDS_UP = re.compile(r"^(?:以上|上述|各项)*[共合总]计")
_ALL_OF_ROW = re.compile(r"[共合总累]计|(?<!公)共")
_JOINED = re.compile(r"\s*(?:[（(][^（()）]*[)）])?\s*[、和及与]\s*")
_IN_ALL = re.compile("(?:[合总共累]计|总|共)(?:到位|支付|支出|使用)(?:资金)?")
_OF_LEVELS = re.compile("[两三各]级[^，。；]{0,8}[共合总]计")
_NAMED_SPENDING = re.compile(r"支出(?:项目|专项|资金|经费|补助)$")
_SHARED_OUT = re.compile(r"下达|下拨|拨付|分配|安排")
_WHOLES = frozenset({"annual_budget", "appropriated"})
_ALL_SPENT = re.compile(
    r"总支出|(?<!公)共(?:支[出付]|兑[付现]|发放)|[合总共累]计(?:支[出付]|兑[付现]|发放)|支出(?:[合总共]计|总额)"
)
_OF_MONEY = re.compile("支出|使用|支付|资金|经费|预算|分配|安排|用于|列支|费用|其中$")
_OF_OTHERS = re.compile("合同|中标|增收|收入|产值|收益|捐|贷款|投资")
_SPENDS = re.compile("支出|使用|支付|列支|用于")
_FEWEST, _FEWEST_SPENT = 3, 2


def sum_rows(sentence: str, found: Sequence[Mention]) -> None:
    """支出60万元、30万元，合计90万元: figures in a row of which only the first has words are parts of their sum, which
    is the whole. Where none is stated, nothing tells of what each of them is."""
    for row, behind in _nameless_rows(sentence, found):
        total = behind[0] if behind and _ALL_OF_ROW.search(behind[0].about) else None
        is_sum = total is not None and total.wan == sum((mention.wan for mention in row), Decimal(0))
        if total is None or not is_sum:
            for mention in row:
                mention.doubt = "part"
            continue
        total.measure, total.is_unnamed = row[0].measure, False
        for mention in row:
            mention.measure = "other_amount"
        for mention in behind:
            mention.anchor = total if mention.anchor is row[0] and mention is not total else mention.anchor


def _nameless_rows(sentence: str, found: Sequence[Mention]) -> Iterator[tuple[list[Mention], Sequence[Mention]]]:
    """Each row, with the figures behind it."""
    row: list[Mention] = []
    for position, (first, second) in enumerate(pairwise(found), start=1):
        if not second.about and _JOINED.fullmatch(sentence, first.figure.end, second.figure.start):
            row = row or [first]
            row.append(second)
            if position + 1 < len(found):
                continue
        if row:
            is_of_funds = row[0].measure in OF_FUNDS and row[0].broken_down is None
            is_money = all(mention.measure == "other_amount" for mention in row[1:])
            if is_of_funds and is_money:
                yield row, found[position + (row[-1] is second) :]
            row = []


def sum_up(found: list[Mention]) -> list[Mention]:
    """下达甲项目40万元；乙支出项目20万元；丙补助10万元。共计下达资金70万元: the last is the total, which then stands
    first, and what comes to it is its parts, even where a part is called by what it is spent on. So it is with payments
    and all that was spent."""
    for position, total in enumerate(found):
        parts = _parts(total, found[:position]) if total.broken_down is None else []
        if not parts:
            continue
        total.subject = total.carried = None
        total.year = total.year or next((part.year for part in parts if part.year), None)
        for part in parts:
            part.measure, part.category, part.is_part, part.year = total.measure, None, False, total.year
            if without_measures(part.about):
                part.broken_down, part.item = total, item_of(part.about)
            else:
                part.measure = "other_amount"
        start = found.index(parts[0])
        return [*found[:start], total, *found[start:position], *found[position + 1 :]]
    return found


def lead_sums(found: list[Mention]) -> list[Mention]:
    """中央到位60万元、支付50万元；地方到位40万元、支付30万元。共到位100万元，共支付80万元: what all amounts of its kind
    before it come to is the whole, and stands first."""
    totals = []
    for position, total in enumerate(found):
        alike = [mention for mention in found[:position] if mention.measure == total.measure]
        alike = [mention for mention in alike if not mention.broken_down]
        alike = [mention for mention in alike if None in {mention.year, total.year} or mention.year == total.year]
        is_named = total.measure in {"executed", "funds_received"} and _IN_ALL.fullmatch(total.about)
        if is_named and len(alike) > 1 and sum(mention.wan for mention in alike) == total.wan:
            total.anchor = total.subject = total.carried = None
            totals.append(total)
    return [*totals, *(mention for mention in found if mention not in totals)] if totals else found


def _parts(total: Mention, before: list[Mention]) -> list[Mention]:
    """The amounts right before a total that come to it; none where they do not."""
    if total.measure in BUDGETS and _OF_LEVELS.search(total.about):
        return _up_to(total, [part for part in before if not part.broken_down], lambda part: part.measure in BUDGETS, 2)
    if total.measure in BUDGETS and _ADDS_UP.match(total.about):
        parts = _up_to(total, before, _is_given)
        return parts if len(parts) >= _FEWEST else []
    if total.measure == "executed" and _ALL_SPENT.search(total.about):
        parts = _up_to(total, before, _is_payment)
        return parts if len(parts) >= _FEWEST_SPENT else []
    return []


def _up_to(total: Mention, before: list[Mention], is_part: Callable[[Mention], bool], givers: int = 0) -> list[Mention]:
    parts: list[Mention] = []
    left = total.wan
    for part in reversed(before):
        is_alike = part.year == total.year or None in {part.year, total.year}
        is_own = part.broken_down is None and not (part.is_of_giver and not givers)
        if part.figure.unit not in PER_WAN or not (is_part(part) and is_alike and is_own and 0 < part.wan <= left):
            break
        parts.insert(0, part)
        left -= part.wan
    return parts if not left and len(parts) >= givers else []


def _is_given(part: Mention) -> bool:
    return part.is_unnamed or part.measure in BUDGETS or bool(_NAMED_SPENDING.search(part.about))


def _is_payment(part: Mention) -> bool:
    is_wage = part.measure == "other_amount" and part.about.endswith("支出") and part_measure(part.about) is None
    return (part.measure == "executed" or is_wage) and not (part.category or part.project)


def share_out(found: Sequence[Mention]) -> None:
    """共下达我省资金53万元。下达各市县资金40万元，安排省本级资金13万元: two amounts side by side that were shared out,
    and that come to a whole stated before, are its parts; batches and numbered items are told apart elsewhere."""
    wholes: dict[object, Mention] = {}
    for first, second in pairwise(found):
        if first.measure in _WHOLES and _is_plain(first):
            wholes.setdefault(first.figure.in_wan, first)
        whole = wholes.get(first.wan + second.wan)
        is_row = first.place == second.place and first.figure.end < second.figure.start
        is_alike = whole is not None and {first.year, second.year} <= {None, whole.year}
        if whole is not None and is_alike and is_row and _is_shared_out(first) and _is_shared_out(second):
            for part in (first, second):
                part.broken_down, part.item = whole, item_of(part.about)
                part.measure, part.year = whole.measure, whole.year


def itemise(found: Sequence[Mention]) -> None:
    """预算100万元。资金分为三个方向：甲50万元，乙30万元，丙20万元: what no word names and a colon or 其中 opens is
    parts of the last amount before it that it comes to, a budget or spending, as the words before the colon say."""
    for row in _listed(found):
        total = sum((part.wan for part in row), Decimal(0))
        before = found[: found.index(row[0])]
        measures = {"executed"} if {part.measure for part in row} == {"executed"} else OF_FUNDS
        wholes = [mention for mention in before if mention.wan == total and mention.measure in measures]
        wholes = [mention for mention in wholes if _is_plain(mention) and row[0].year in {None, mention.year}]
        lead, colon, _ = row[0].evidence.quote.replace("：", ":").partition(":")
        if len({mention.measure == "executed" for mention in wholes}) > 1 and colon and lead != "其中":
            wholes = [mention for mention in wholes if (mention.measure == "executed") == bool(_SPENDS.search(lead))]
        are_parted = [any(mention.broken_down is whole for mention in found) for whole in wholes]
        for part in row if wholes else ():
            if are_parted[-1]:
                part.doubt = "part"
            else:
                part.measure, part.broken_down, part.item = wholes[-1].measure, wholes[-1], item_of(part.about)


def _listed(found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The amounts in a row of a sentence that nothing but a name stands before, the first one behind a colon, where
    none of them is told to be of anything: the words before a colon may tell it of the first one alone."""
    row: list[Mention] = []
    for mention in [*(mention for mention in found if mention.figure.unit in PER_WAN), None]:
        if mention is not None and _is_listed(mention) and (not row or mention.evidence == row[0].evidence):
            row.append(mention)
            continue
        if len(row) >= _FEWEST and _is_open(row) and _opens_list(row[0]):
            yield row
        row = [mention] if mention is not None and _is_listed(mention) else []


def _is_listed(mention: Mention) -> bool:
    is_named = mention.is_unnamed or (part_measure(mention.about) is None and without_measures(mention.about))
    is_in_row = mention.measure == "executed" and without_measures(mention.about)
    return bool(mention.about and (is_named or is_in_row)) and _is_plain(mention)


def _is_open(row: Sequence[Mention]) -> bool:
    """Whether no one thing is told of each of a row, or one thing of them all."""
    return any(mention.measure == "other_amount" for mention in row) or len({mention.measure for mention in row}) == 1


def _opens_list(first: Mention) -> bool:
    quote, words = first.evidence.quote.replace(":", "："), f"{first.about}{first.figure.value_text}"
    is_spent = first.measure == "executed"
    is_row = is_spent and re.search(f"分别[^，。；\\d]*{first.figure.value_text}", quote) is not None
    is_told = re.search(f"(?:支出|资金|经费|预算)中，{re.escape(words)}", quote) is not None
    begins = is_spent and quote.startswith(words)
    lead, colon, _ = quote.partition(f"：{words}")
    is_of_money = bool(colon and _OF_MONEY.search(lead)) and not _OF_OTHERS.search(lead)
    return is_row or is_told or begins or is_of_money or quote.startswith(f"其中{words}")


def _is_plain(mention: Mention) -> bool:
    return not (mention.broken_down or mention.category or mention.is_of_giver) and mention.figure.unit in PER_WAN


def _is_shared_out(mention: Mention) -> bool:
    is_own = mention.measure in _WHOLES and _is_plain(mention) and mention.wan > 0
    return is_own and mention.listed is None and bool(_SHARED_OUT.search(mention.about)) and not is_batch(mention.about)
