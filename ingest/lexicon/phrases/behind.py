# ruff: noqa: E501  (a vocabulary is read by the line)
"""What the words behind an amount, or those of all its sentence, add to what those before it say: that it is spent, received
or no longer left over."""

from __future__ import annotations

import re

_SPENT = re.compile(r"实际|决算|支付|执行|完成")
_SPENT_BEHIND = re.compile(
    r"\s*(?:资金|经费)?已?(?:(?:于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?|全部|全额|足额)+(?:支付|发放|兑付)(?:完毕|到位|完成)?(?=[，,。；;]|$)"
    r"|(?:均|都)?已经?(?:全部|全额|足额|按规定|按合同|及时|按时)*(?:支付|支出|使用|用完|兑付|发放)|(?:均|都|已|经)*(?:全部|全额|足额)执行)"
)
_DONE, _RATED_BEHIND = re.compile(r"完成$"), re.compile(r"[，,]\s*(?:预算|资金|支出)?(?:执行率|支付率|支出进度)")
_BUDGETED_BEHIND = re.compile(r"\s*列入[\dxX年度本当]{0,6}(?:财政|部门|年初)?预算")
_FIGURE_NEXT = re.compile(r"(?:资金|金额)?[为约达:：]*\s*\d")
_HANDED_ON = re.compile(r"\s*(?:资金|经费)?(?:均|都|已|经|待|尚未|全部|全额|及时)*(?:分配|下达|拨付|支付|兑付|发放)")
_AT_YEAR = re.compile(r"[上去]年|年[初末终]")
_TO_NEXT_YEAR = re.compile(r"[到至]?[下次]年")
_RECEIVED_BEHIND = re.compile(
    r"\s*(?:资金|经费)?(?:均|都)?已?经?(?:全部|全额|足额|及时|按时|于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?)+(?:拨付)?(?:到位|到账)"
)
_RECEIVED_NEXT = re.compile(
    r"[，,]\s*(?:资金|经费)?(?:均|都)?已?经?(?:全部|全额|足额)(?:及时|按时)?(?:拨付|拨款)?(?:到位|到账)(?=[，,。；;]|$)"
)
_EARNED = re.compile(r"协议|签约|引进|招商|投资|合同|收取|收费|学费|租金|欠款")
_AGREED = re.compile(r"签约|协议(?:引资|投资|资金|金额|总?额)|(?<!人才)引进[^，。；]{0,8}(?:外资|内资|资金|项目|企业)")
_RAISED = re.compile(r"自筹|自有|社会|企业|银行|贷款|捐")
_GIVEN_BEFORE = re.compile(r"下达|拨付|安排|批复|预算|到位|收到|计划|划拨|核拨")
_BUDGETED_INCOME = re.compile(r"预算(?:整体|总)?收入")
_BALANCED = re.compile(r"收入总计|收、?支总计")
_LEFT_OVER = re.compile(r"结转|结余")


def is_spent_behind(about: str, following: str) -> bool:
    """Whether the words behind an amount say that it is spent, and none before it that it is a budget: 中央和省级资金
    480万元已全部支付; 中央资金完成60万元，预算执行率75%."""
    if _DONE.search(about) and _RATED_BEHIND.match(following):
        return not _GIVEN_BEFORE.search(about)
    spent = _SPENT_BEHIND.match(following)
    is_of_next = spent is not None and _FIGURE_NEXT.match(following, spent.end())
    return spent is not None and not is_of_next and not _GIVEN_BEFORE.search(about)


def is_budgeted_behind(following: str) -> bool:
    """Whether the words behind an amount say that it is in a budget: 县财政列支20万元列入2022年预算."""
    return bool(_BUDGETED_BEHIND.match(following))


def is_received_behind(about: str, following: str) -> bool:
    """Whether the words behind an amount that was given say that all of it was received: 各级补助资金500万元全部到位."""
    return bool(_RECEIVED_BEHIND.match(following)) and not _RAISED.search(about)


def is_received_next(about: str, following: str) -> bool:
    """Whether the clause behind an amount of which no word says what it is says that all of it was received: 专项资金
    90万元，全额拨付到位."""
    return bool(_RECEIVED_NEXT.match(following)) and not is_of_others(about)


def is_of_others(about: str) -> bool:
    """Whether an amount was raised, agreed or earned, so that no budget gave it: 自筹资金, 招商项目协议资金."""
    return bool(_RAISED.search(about) or _EARNED.search(about))


def is_of_agreements(before: str) -> bool:
    """Whether what arrives is of what was agreed upon with others: 签约26个，协议资金8亿元，到位资金3亿元."""
    return ("签约" in before or "引进" in before or "协议" in before) and bool(_AGREED.search(before))


def is_carried_over(about: str) -> bool:
    """Whether what is left over is said to be so at the turn of a year: 上年结转, 年末结余."""
    return bool(_AT_YEAR.search(about))


def is_handed_on(following: str) -> bool:
    """Whether the words behind an amount say that it is left over no more: 剩余的资金20万元分配到位."""
    handed_on = _HANDED_ON.match(following)
    return handed_on is not None and not _TO_NEXT_YEAR.match(following, handed_on.end())


def is_balance(about: str, text: str, following: str) -> bool:
    """Whether 支出总计 balances an account, with all that is carried over in it: it is no spending."""
    return about.endswith("总计") and bool(_LEFT_OVER.search(following) or _BALANCED.search(text))


def is_beside_budget(sentence: str, following: str) -> bool:
    """Whether 预算支出 is a budget: spending of its own stands behind it, or the income that is budgeted beside it."""
    return bool(_SPENT.search(following) or _BUDGETED_INCOME.search(sentence))
