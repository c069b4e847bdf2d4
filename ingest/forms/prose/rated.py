"""Amounts that the rate behind them says were all that was given, or all that was spent."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise, zip_longest

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.shared_rates import is_share
from ingest.forms.prose.times import AS_OF
from ingest.forms.prose.wholes import MAY_BE_WHOLE, is_given
from ingest.lexicon.phrases.behind import is_of_others
from ingest.lexicon.phrases.money import money_measure
from ingest.lexicon.phrases.rates import rate_measures

_OF_PAYMENT = re.compile(
    "[，,]?(?:(?:(?:资金|经费|预算|项目|补助|补贴|综合|总体|整体|实际|[当本全]年|年度)*(?:支付|兑付|兑现|发放|报账|执行|支出)|(?:资金|经费)?使用)(?:比?率|进度|比例)"
    "|(?:(?:支出)?占|达到?)?(?:年初|全年|年度|项目|到位|下达|安排|可用|总)*(?:预算|资金|经费|投入)(?:资金|总?[数额])?的|(?:预算)?完成率)(?:为|达到?)?$"
)
_MAY_BE_OF_WORK = re.compile("完成率")
"""What is told of money and of work alike: 100% of it says of neither."""
_PROJECT_MONEY = re.compile(
    "(?:20\\d\\d年度?|[本当全]年度?|[本该此])*(?:(?:项目|专项|财政)(?:补助|奖补)?|补助|奖补)(?:投入|涉及)?总?(?:资金|经费)(?:投入)?(?:[共总合]计?|总额)?"
)
_HANDED_OUT = re.compile(r"^(?!.*(?:财政|上级|中央|[省市州县区]级?)(?:[厅局]|部门)?(?:已|实际|累计|共)*拨付).*拨付")
_HANDED_ON = re.compile(
    r"(?:拨付|下拨|划拨)(?:(?:给|[至到](?![位账]))(?![我本该]|县?财政)|(?=各|全[县市区]|\d+[个家所]|乡镇|街道|企业|学校|农户|合作社))"
)
_ADDED_UP = re.compile(r"实际|累计|全年|(?<!公)共|[合总]计")
_NAMES_MONEY = re.compile("(?:项目|资金|经费|补助|专项)(?:[共总合]计?|总额)?$")
_ALL = 100
_NAME = 3


def name_rated(prose: Sequence[Mention], known: Collection[Decimal], year: int | None) -> list[Mention]:
    """项目资金共200万元，完成拨付190万元，执行率95%: the amount that no word names is what was given in all if what was
    spent or 拨付 behind it is the share that the rate says, where no other budget is `known`. Else nothing tells what
    either is: those are returned, as is what was 拨付 of it without a rate."""
    found = [
        (whole, spent, rate)
        for at, (spent, rate) in enumerate(pairwise(prose))
        if rate.anchor is spent and spent.year in {None, year}
        if (whole := _unnamed_before(spent, prose[:at])) is not None
        if rate.measure == "execution_rate" or _is_share_of(whole, spent, rate)
    ]
    if not found:
        _name_spent(prose, known, year)
        _name_only(prose, known)
        return _untold(prose, known, year)
    if len(found) != 1 or not set(known) <= {found[0][1].figure.in_wan}:
        return []
    [(whole, spent, rate)] = found
    if is_share(spent.figure.in_wan, rate.figure, [whole.figure.in_wan]):
        whole.measure, spent.measure, rate.measure = "appropriated", "executed", "execution_rate"
        parts = [part for part in prose if part.broken_down is whole and part.measure == "other_amount"]
        are_all = sum((part.wan for part in parts), Decimal(0)) == whole.wan
        for part in parts:
            part.measure = "appropriated" if are_all or is_given(part) else part.measure
        return []
    if spent.measure == "executed":
        return [whole]
    spent.measure = "other_amount"
    return [whole, spent]


def name_received(prose: Sequence[Mention], known: Collection[Decimal]) -> None:
    """某项目50万元，实际到位50万元，到位率100%: the only amount that no word names is what was given, where what was
    received is the share of it that the rate says and no other budget is `known`."""
    found = [
        (whole, received)
        for whole, received, rate in zip(prose, prose[1:], prose[2:], strict=False)
        if (received.measure, rate.measure, rate.anchor) == ("funds_received", "funds_received_rate", received)
        and whole.measure == "other_amount"
        and whole.is_unnamed
        and whole.place == received.place
        and _NAMES_MONEY.search(whole.about)
        and not is_of_others(whole.about)
        and is_share(received.figure.in_wan, rate.figure, [whole.figure.in_wan])
    ]
    if len(found) == 1 and set(known) <= {found[0][1].figure.in_wan}:
        found[0][0].measure = "appropriated"


def _name_spent(prose: Sequence[Mention], known: Collection[Decimal], year: int | None) -> None:
    """项目资金300万元，支出280万元: the project's money is what was given, if no budget is known and only that is
    spent."""
    of_year = (mention for mention in prose if mention.measure == "executed" and mention.year in {None, year})
    spent = {mention.wan for mention in of_year if not (mention.broken_down or mention.project or mention.category)}
    for at, amount in enumerate(prose):
        whole = _unnamed_before(amount, prose[:at]) if amount.measure == "executed" else None
        if whole is None or known or not _PROJECT_MONEY.fullmatch(whole.about):
            continue
        if len(spent) == 1 and max(spent) <= whole.wan:
            for mention in (whole, *(part for part in prose if part.broken_down is whole)):
                mention.measure = "appropriated" if mention.measure == "other_amount" else mention.measure
        return


def _name_only(prose: Sequence[Mention], known: Collection[Decimal]) -> None:
    """项目总资金160万元，执行率100%: the only amount of all, right before a rate, is what was given."""
    amounts = [mention for mention in prose if mention.figure.in_wan is not None]
    if known or len(amounts) != 1 or not amounts[0].is_unnamed or not MAY_BE_WHOLE.search(amounts[0].about):
        return
    [whole] = amounts
    rates = [rate for rate in prose if rate.measure == "execution_rate"]
    if rates and rates[0].place == whole.place:
        whole.measure = "appropriated"


def _untold(prose: Sequence[Mention], known: Collection[Decimal], year: int | None) -> list[Mention]:
    """An amount that no word names, and less that was 拨付 behind it: the budget and what was paid, or neither."""
    for at, handed_out in enumerate(prose):
        if handed_out.measure != "appropriated" or handed_out.year not in {None, year}:
            continue
        whole, amount = _unnamed_before(handed_out, prose[:at]), handed_out.wan
        if whole is not None and amount < whole.wan and set(known) <= {amount}:
            handed_out.measure = "other_amount"
            return [whole, handed_out]
    return []


def _unnamed_before(spent: Mention, before: Sequence[Mention]) -> Mention | None:
    """The amount without a name that stands in the same cell before what was spent of it, but for its parts."""
    is_spent = spent.measure == "executed" or (spent.measure == "appropriated" and _HANDED_OUT.search(spent.about))
    of_funds = (mention for mention in reversed(before) if mention.is_unnamed or mention.measure != "other_amount")
    whole = next((mention for mention in of_funds if mention.broken_down is None), None)
    if whole is None or not is_spent or spent.broken_down is not None or whole.year not in {None, spent.year}:
        return None
    is_near = whole.place == spent.place
    is_unnamed = whole.measure == "other_amount" and whole.is_unnamed and MAY_BE_WHOLE.search(whole.about)
    return whole if is_near and is_unnamed else None


def mark_rated(prose: Sequence[Mention], budgets: Collection[Decimal]) -> None:
    """下达资金500万元，支付工程款430万元，支付率86%: the only amount that was spent is all that was, whatever it was
    spent on, if its rate is its share of the budget; so is what was 拨付 where nothing else is said to be spent. 支付率
    and 占预算的 are of the budget only there."""
    rates = [rate for rate in prose if rate.measure == "execution_rate" or _is_of_payment(rate)]
    if not rates:
        return
    _mark_rated_of_givers(prose, rates)
    plain = [mention for mention in prose if not (mention.broken_down or mention.project)]
    spent = [mention for mention in plain if mention.measure == "executed"]
    taken = spent or [rate.anchor for rate in rates if rate.anchor and _is_handed_out(rate.anchor, rate, prose)]
    if len({mention.figure.in_wan for mention in taken}) != 1:
        return
    rated = [
        (rate, amount)
        for rate in rates
        if (amount := _rated_amount(rate, prose) or _only_one_beside(rate, spent))
        and amount in taken
        and is_share(amount.figure.in_wan, rate.figure, budgets)
    ]
    if len(rated) == 1:
        [(rate, amount)] = rated
        for part in prose:
            if part.broken_down is amount and part.measure == amount.measure:
                part.measure = "executed"
        rate.measure, amount.measure, amount.is_rated = "execution_rate", "executed", True


def _mark_rated_of_givers(prose: Sequence[Mention], rates: Sequence[Mention]) -> None:
    """中央下达60万元，省级下达40万元。中央资金支付54万元，支付率90%: so it is with one giver's money."""
    for rate in rates:
        spent = rate.anchor
        if spent is None or spent.measure != "executed" or not (spent.is_of_giver and spent.level):
            continue
        given = {mention.wan for mention in prose if mention.measure in BUDGETS and mention.level == spent.level}
        if is_share(spent.figure.in_wan, rate.figure, given):
            rate.measure = "execution_rate"


def _is_of_payment(rate: Mention) -> bool:
    """Whether the words of a rate may say what share of the budget was paid."""
    is_named = rate.measure == "other_rate" and bool(_OF_PAYMENT.match(rate.about))
    return is_named and (rate.figure.number != _ALL or not _MAY_BE_OF_WORK.search(rate.about))


def _is_share_of(whole: Mention, spent: Mention, rate: Mention) -> bool:
    """Whether a rate whose words may say what share was paid is the share of an amount that no word names."""
    return _is_of_payment(rate) and is_share(spent.figure.in_wan, rate.figure, {whole.figure.in_wan})


def _rated_amount(rate: Mention, prose: Sequence[Mention]) -> Mention | None:
    """The amount that a rate may be the share of: 支出95万元，完成率95%, or 支出95万元，预算100万元，完成率95%."""
    amount = rate.anchor
    if amount is None or amount.measure not in BUDGETS or rate.measure == "execution_rate":
        return amount
    at = next(number for number, mention in enumerate(prose) if mention is amount)
    before = prose[at - 1] if at else amount
    return before if before.evidence == amount.evidence and before.measure == "executed" else amount


def doubt_handed_on(prose: Sequence[Mention], budgets: Collection[Decimal], title: str) -> None:
    """预算200万元，拨付至各乡镇80万元: less than the budget that went on to others is neither what the unit itself was
    given nor all that was spent, and what is spent behind it may be of that alone."""
    budget = max(budgets, default=Decimal(0))
    for given, following in zip_longest(prose, prose[1:]):
        if given.measure != "appropriated" or given.broken_down or given.project or given.wan >= budget:
            continue
        handed_on = _HANDED_ON.search(given.about)
        if handed_on and not _begins_in(title, given.about[handed_on.end() :]):
            given.doubt = "part"
            if following is not None and following.anchor is given and following.measure == "executed":
                following.rival, following.anchor = given if following.wan <= given.wan else None, None


def _begins_in(title: str, recipient: str) -> bool:
    return len(recipient) >= _NAME and recipient[:_NAME] in title


def _only_one_beside(rate: Mention, spent: Sequence[Mention]) -> Mention | None:
    """The only amount that was spent, where the rate stands in its paragraph, be it in another sentence."""
    return spent[0] if len(spent) == 1 and spent[0].place == rate.place else None


def mark_all_spent(prose: Sequence[Mention], budgets: Collection[Decimal], year: int | None) -> None:
    """预算300万元，食堂供餐累计支出290万元: the only spending is all there was, by whatever words for the project it
    goes, if it is all of the budget, with what is left over or without, or if it is called a sum and is most of it."""
    of_year = (mention for mention in prose if mention.measure == "executed" and mention.year in {None, year})
    spent = [mention for mention in of_year if not (mention.broken_down and mention.broken_down.measure == "executed")]
    budget = max(budgets, default=Decimal(0))
    if len({mention.wan for mention in spent}) != 1 or any(mention.broken_down for mention in spent):
        return
    rates = [rate.figure for rate in prose if rate.measure == "execution_rate"]
    rests = [(amount, rest.wan) for amount, rest in pairwise(prose) if rest.measure == "carryover" and rest.wan]
    for mention in spent:
        is_sound = all(is_share(mention.wan, rate, budgets) for rate in rates)
        left = [rest for amount, rest in rests if amount is mention and is_sound]
        mention.is_rated = mention.is_rated or any(mention.wan + rest in budgets for rest in left)
        is_sum = _ADDED_UP.search(mention.about) and budget / 2 < mention.wan <= budget
        mention.is_all = mention.wan == budget or bool(is_sum)


def mark_later(prose: Sequence[Mention], budgets: Collection[Decimal], year: int | None) -> None:
    """截至次年5月底支出430万元，执行率86%: what an evaluation finds spent after the year, or by a day of it if that is
    all of the budget, where nothing is said to be spent in it and the rate is the share of the budget."""
    if year is None or any(mention.measure == "executed" for mention in prose):
        return
    pairs = [
        (amount, rate)
        for amount, rate in pairwise(prose)
        if (amount.measure, rate.measure) == ("other_amount", "other_rate")
        and amount.evidence == rate.evidence
        and (any(int(later) > year for later in AS_OF.findall(amount.evidence.quote)) or rate.figure.number == _ALL)
        and (money_measure(amount.about) == "executed" or _HANDED_OUT.search(amount.about))
        and rate_measures(rate.about) == ["execution_rate"]
        and is_share(amount.figure.in_wan, rate.figure, budgets)
    ]
    if len(pairs) == 1:
        [(amount, rate)] = pairs
        amount.measure, amount.is_rated, amount.year = "executed", True, None
        rate.measure, rate.anchor, rate.year = "execution_rate", amount, None


def _is_handed_out(amount: Mention, rate: Mention, prose: Sequence[Mention]) -> bool:
    """Whether an amount was 拨付, and is not all that is said of the budget."""
    stated = [mention for mention in prose if mention.measure in BUDGETS and not mention.broken_down]
    same = [mention for mention in stated if mention.figure.in_wan == amount.figure.in_wan]
    is_other = rate.figure.number < _ALL or len(same) > 1
    return amount.measure == "appropriated" and bool(_HANDED_OUT.search(amount.about)) and is_other
