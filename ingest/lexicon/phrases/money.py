# ruff: noqa: E501  (a vocabulary is read by the line)
"""What the words before an amount say it is: the phrases of budget prose.

Among the phrases that occur, the one that ends last decides (支出预算 is a budget, 预算支出 is spending); of two that
end at the same place the longer one does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.phrases.facts import is_no_fact

_GIVER = r"(?:中央|自治区|兵团|省|市|州|盟|县|区|旗|乡|镇|上级|本级|地方)(?:[两三]?级)?"
_GIVEN = rf"{_GIVER}(?:财政)?(?:按[^，。；]{{1,12}}?(?=配套|匹配))?(?:专项|转移支付|直达)?(?:补助|配套|匹配|资金|经费|专款|资本金|以奖代补|奖补)+"
_BONDS = "(?:地方|政府|新增|专项|一般)*债券资金"
_MONEY = (
    (
        "annual_budget",
        r"预算安排(?:(?!实际|累计|执行|使用|基本|项目|共|总|整体)[\u4e00-\u9fff]){2,14}支出$|(?:全年|年度)?应执行数|(?:预算|资金)?指标(?:资金|金额|总额|额)|可执行指标数?|调整预算数|调整后(?:的)?(?:(?:全年)?预算|资金|金额|总额|经费)?|全年预算数?|预算确定数|年度预算|预算总额|总预算|预算(?!内(?:资金|拨款))(?:批复|安排|核定|下达)?(?:资金总额|资金|金额|数|总额|额|经费)?|预算编制(?:金额|数)|(?:批复|核定)(?:[我本该]?(?:[局委办厅院校所站会]|单位|部门|中心|机关))?(?:年度)?(?:基本|项目)支出(?:预算)?",
    ),
    (
        "initial_budget",
        r"年初预算安排(?:(?!实际|累计|执行|使用|基本|项目|共|总|整体)[\u4e00-\u9fff]){2,14}支出$|年初(?:批复|安排|核定|下达)?(?:的)?(?:部门|财政|项目)?(?:支出)?预算(?:安排|批复|批准|下达|核定)?(?:支出|资金总额|资金|金额|总额|数|额|经费)?|年初(?:批复|安排)(?:资金|数)?"
        r"|年初(?:(?!调[整增减剂]|追加|争取|以来|全年|年度|本年|当年|结[转余]|支出|执行|完成|决算)[\u4e00-\u9fff]){1,16}预算(?:批复|安排|核定|下达)?(?:资金|金额|数|总额|额|经费)?",
    ),
    ("budgeted_spending", r"预算(?:安排)?(?:总|整体)?支出(?:总额|总计|合计|数)?"),
    (
        "budget_adjustment",
        rf"(?:年中)?调[增减](?:{_GIVEN}|{_GIVER}财政(?:资金|经费))|"
        r"收回(?:预算)?指标(?:资金|金额|数)?|(?<![年期])增加预算(?:资金|金额|数)?|(?:预算)?(?:年中)?(?:调整|追加|调增|调减|核减)(?:预算)?(?:资金|金额|数|经费)?|预算(?:追加|调整|调增|调减|压减)(?:资金|金额|数)?|年中(?:压减|削减)(?:预算)?(?:资金|金额|数)?",
    ),
    (
        "executed",
        rf"(?:实际|全年|累计|本年|共|总)*(?:支出|支付|使用)(?:上年)?结转(?:结余)?资金|(?:实际|全年|累计|本年|共|总)*(?:支出|(?<!转移)支付|列支|(?<!整合)(?<!调剂)(?<!统筹)使用|(?<!预算)执行)(?:{_GIVEN}|{_BONDS}|财政(?:专项|补助)?(?:资金|拨款))|"
        r"完成(?:预算)?(?:资金|支出)|(?:资金|经费)(?:实际|累计|全部|已|共)*完成$|预算完成(?:数|额)|兑[付现][^，。；]{0,12}(?:资金|补助|补贴)?|(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?(?:基本|项目)?支出|发放(?:(?!结余|结转|剩余|预算|到位)[^，。；]){0,12}|(?:实际|全年|累计|本年|资金|项目|经费|共|总)*(?:支出|(?<!转移)支付|列支|(?<!整合)(?<!调剂)(?<!统筹)使用)(?:资金|金额|数|总额|合计|共计|经费|决算)*|(?:共|累计|合计|实|已)支$|(?<![首预应待])付款$|(?:实际|累计|共|全年)付息|结算(?:补贴|补助|奖补)资金|(?:实际|累计)(?:补助|补贴|奖补|奖励)(?:资金)?$|(?<!应)(?:[实已共]|累计)付(?:资金|金额)?|报账(?:资金|金额)?|(?:预算)?(?:全年)?执行(?:数|金额|资金)?|决算数?|(?:实际|(?<!整合)(?<!调剂)(?<!统筹))使用(?:资金|金额|经费)",
    ),
    (
        "funds_received",
        rf"(?:实际|全年|已|共)*(?:到位|收到)(?:{_GIVEN}|{_BONDS}|(?:中央|自治区|[省市州盟县区旗]级)(?:预算内)?投资(?:资金)?$)|"
        r"(?<!未)到位的(?:(?!预算)[^，。；\d])*?(?:资金|经费)(?:总额|合计|共计)|(?:实际|资金|全年|财政|预算)*到位(?:财政)?(?:资金|金额|数|经费)?(?:总额)?|到账(?:资金|金额)?|(?<!落)实到(?!位)(?:资金|金额)?|(?:实际)?收到(?:财政|预算|上级|下达|拨付|专项|项目|补助|指标|的)*(?:拨款|资金|拨入|经费)?",
    ),
    (
        "appropriated",
        rf"分配(?:给)?[我本][局委办县市区旗镇乡校院][^，。；]{{0,14}}(?:资金|经费)$|(?:当年|本年)?安排(?:下达)?支出|(?:完成|累计|已)*(?:财政)?(?:下达|下拨|拨付|拨入|安排|划拨|核拨|拨款|批复|批准|获批[^，。；]{{0,16}}(?=专项|财政|预算|补助)|财政投入)(?:项目|专项|财政|补助|指标)*(?:资金|经费|金额|拨款)?|财政(?:资金|经费|拨款|补助)|资金(?:总额|总?规模)|资金来源(?:情况|构成|渠道)?|获得(?:了|的)?(?:{_GIVER}|财政)[^，。；\d]{{0,12}}(?:资金|补助|经费)|{_GIVER}财政(?:年初)?预算安排(?:资金)?|债券资金|{_GIVER}(?:财政)?(?:承担|负担|出资)(?:资金)?|{_GIVER}预算内(?:基本建设|基建)?投资(?:资金|补助)?|(?:中央|自治区|[省市州盟县区旗]级)投资(?:资金)?$|(?:中央|自治区|[省市州盟县区旗])级?财政(?:(?![和与及收缴调追减增垫借欠扣]|支出|支付|使用|到位|预算|结余|结转|执行|安排|统筹|整合)[\u4e00-\u9fff]){{2,12}}(?:补偿|补助|奖补|专项|发展|保障|扶持)(?:资金|经费)$|{_GIVEN}",
    ),
    (
        "carryover",
        r"结转(?:至|到)?(?:(?:下|次)一?年度?|20\d\d年度?)(?:继续)?使用(?:的)?(?:资金|金额|数)?|(?:上年|年初|年末)?结转(?:和|及)?结余(?:资金)?|(?:上年|年初|年末)?(?:结转|结余|结存|剩余)(?:资金|数)?",
    ),
    ("revenue", r"(?:本年|全年|总|年度)*收入(?:预算|决算)?(?:总额|合计|总计|总数|数|额)?"),
    (
        "other_amount",
        r"涉及(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?(?:基本|项目)?支出|审定(?:的)?(?:预算)?(?:控制)?(?:数|价|金额|造价)?|结余分配|非财政拨款结余|单价|工资|产值|税收|投资|贷款|造价|合同(?:金额|价|款|总价)|中标(?:金额|价)|收费|罚款|销售|成本|标准|人均|收益|结算|采购",
    ),
)
_OTHER_SUBJECT = re.compile(
    r"全国|(?<!人才)引进|招商|签约|企业(?:实际|已|共)*支付|产值|(?<!车购)(?<!购置)(?<!燃油)税|GDP|固定资产|政府采购|贷款|工资|单价|人均|每[\u4e00-\u9fff]{1,6}$|每[人户台年月次亩个]|收益|增收|增加值|销售|营业|罚款|合同|中标|捐赠|补助标准|省外|社会资本|节约|"
    r"结余分配|非财政拨款结余|单位成本|(?<![未不])超出?(?:年初|全年)?预算|挽回|资产|缺口|闲置"
)
_NO_PART = re.compile(
    r"(?<!人才)引进|签约|产值|GDP|单价|人均|每[\u4e00-\u9fff]{1,6}$|每[人户台年月次亩个生公]|增收|增加值|标准|省外|节约|挽回|增长|比上年|较上年|同比|(?:增加|减少|下降|压减|节约|少|多|超)了?$"
)
_NAMED = re.compile(
    r"^.*(?:[局委办院校队所站厅会]|中心|政府|街道|公司)(?=年初|年度|全年|20\d\d|本年|预算|部门|项目|实际|支出|决算|共|累计)|^.*经费(?=年初|年度|全年|预算|实际|支出|决算|到位|执行)"
)
_DOCUMENT = re.compile(r"《[^《》]*》|关于(?:(?!关于)[^，,。；;《》]){4,60}的(?:通知|批复|函)")
_BY_CONTRACT = re.compile(r"(?:按照?|依据|根据|依照)(?:施工|采购|服务)?合同(?:约定|规定|要求|条款|进度)*")
_PAID_BY_CONTRACT = re.compile(r"(?<=[支已实]付)(?:施工|采购|服务|工程|设备)*合同(?:价?款|总?金额|总?价)?的?$")
_LOWERS = re.compile(r"调减|核减|压减|削减|减少|收回")
_SPENDING_IN_NAME = re.compile(r"(?<!实际)(?<!累计)(?<!全年)(?<!决算)支出$")
_NAMES_ACCOUNT = re.compile(r"(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?$")
_TIME = re.compile(
    r"截[止至].*[日底月]|20\d\d年度?|年初|(?:全|本|当)年度?|年度|实际|累计|年末|总额|共计?|合计|[\W_为是达约已]"
)
_NO_NAME = re.compile(r"涉及|资金|金额|经费|款项|总|部门|单位|[我本该][局委办厅院校所站县市区镇乡]")
MONEY_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _MONEY)
_PART_PATTERNS = tuple(pattern for pattern in MONEY_PATTERNS if pattern[0] != "other_amount")
_PLANNED = frozenset({"annual_budget", "initial_budget"})
_GIVEN_BY_DOCUMENT = _PLANNED | {"appropriated"}


@lru_cache(maxsize=4096)
def money_measure(about: str, behind: str = "") -> str | None:
    """The measure of an amount by the words before it; None when they do not say, `other_amount` when they tie the
    figure to something other than this budget or only set a bound for it.

    `budgeted_spending`: 预算支出, of which the words around must tell whether it is a budget or spending.
    """
    words = _PAID_BY_CONTRACT.sub("", without_documents(about))
    told = _BY_CONTRACT.sub("", _NAMED.sub("", words))
    if _OTHER_SUBJECT.search(told) or is_no_fact(words, behind):
        return "other_amount"
    measure = _last(words, MONEY_PATTERNS)
    if measure is None and words != about and _last(about, MONEY_PATTERNS) in _GIVEN_BY_DOCUMENT:
        return "appropriated"
    return measure


def part_measure(about: str, behind: str = "") -> str | None:
    """The measure that the words of a breakdown's item name; `other_amount` for what is no part of any budget. 办公费支出
    only names an item, of a budget or of spending."""
    if _NO_PART.search(about) or is_no_fact(about, behind):
        return "other_amount"
    name = _SPENDING_IN_NAME.sub("", about)
    if _NAMES_ACCOUNT.search(name):
        return None
    measure = _last(name, _PART_PATTERNS)
    return None if measure == "budgeted_spending" else measure


def without_documents(words: str) -> str:
    """The words without the documents that they name: 《关于下达某资金预算的通知》 tells of what a budget says, and is none."""
    return _DOCUMENT.sub("", words) if "关于" in words or "《" in words else words


@lru_cache(maxsize=4096)
def without_measures(words: str) -> str:
    """What is left of words when all that names a measure or a time is taken away: nothing, if they name no item."""
    for _, pattern in MONEY_PATTERNS:
        words = pattern.sub("", words)
    return _TIME.sub("", words)


def is_of_other_subject(words: str) -> bool:
    """Whether words tie an amount to something other than this budget: 招商引资签约."""
    return bool(_OTHER_SUBJECT.search(_NAMED.sub("", words)))


def is_of_other_budget(about: str) -> bool:
    """Whether words name a budget, and one of something else: 政府采购预算."""
    other = _OTHER_SUBJECT.search(about)
    return other is not None and (other.group() == "政府采购" or _last(about, MONEY_PATTERNS) in _PLANNED)


def is_of_all(words: str) -> bool:
    """Whether words name no part of a whole, but only say that all is added up, its time, that it is money or whose: 共,
    实际, 全年, 涉及资金, 我局."""
    return not _TIME.sub("", _NO_NAME.sub("", words))


def lowers(about: str) -> bool:
    """Whether an adjustment lowers the budget: 调减20万元 is −20."""
    return bool(_LOWERS.search(about))


def _last(text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    best: tuple[int, int, str] | None = None
    for measure, pattern in patterns:
        for match in pattern.finditer(text):
            rank = (match.end(), match.end() - match.start(), measure)
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None
