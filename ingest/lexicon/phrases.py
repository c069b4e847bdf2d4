# ruff: noqa: E501  (a vocabulary is read by the line)
"""What the words before a figure say it is: the phrases of budget prose.

Among the phrases that occur, the one that ends last decides (支出预算 is a budget, 预算支出 is spending); of two that
end at the same place the longer one does.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GIVER = r"(?:中央|自治区|兵团|省|市|州|盟|县|区|旗|乡|镇|上级|本级|地方)级?"
_GIVEN = rf"{_GIVER}(?:财政)?(?:按[^，。；]{{1,12}}?(?=配套|匹配))?(?:专项|转移支付)?(?:补助|配套|匹配|资金|经费|专款)+"
_BONDS = "(?:地方|政府|新增|专项|一般)*债券资金"
_MONEY = (
    (
        "annual_budget",
        r"(?:全年|年度)?应执行数|(?:预算|资金)?指标(?:资金|金额|总额|额)|可执行指标数?|调整预算数|调整后(?:的)?(?:(?:全年)?预算|资金|金额|总额|经费)?|全年预算数?|预算确定数|年度预算|预算总额|总预算|预算(?:批复|安排|核定|下达)?(?:资金总额|资金|金额|数|总额|额|经费)?|预算编制(?:金额|数)",
    ),
    (
        "initial_budget",
        r"年初(?:批复|安排|核定|下达)?(?:的)?(?:部门|财政|项目)?(?:支出)?预算(?:安排|批复|批准)?(?:支出|资金总额|资金|金额|总额|数|额|经费)?|年初(?:批复|安排)(?:资金|数)?"
        r"|年初(?:(?!调[整增减剂]|追加|争取|以来|全年|年度|本年|当年|结[转余]|支出|执行|完成|决算)[\u4e00-\u9fff]){1,16}预算(?:批复|安排|核定|下达)?(?:资金|金额|数|总额|额|经费)?",
    ),
    ("budgeted_spending", r"预算(?:安排)?(?:总|整体)?支出(?:总额|总计|合计|数)?"),
    (
        "budget_adjustment",
        rf"(?:年中)?调[增减](?:{_GIVEN}|{_GIVER}财政(?:资金|经费))|"
        r"(?:预算)?(?:年中)?(?:调整|追加|调增|调减|核减)(?:预算)?(?:资金|金额|数|经费)?|预算(?:追加|调整|调增|调减)(?:资金|金额|数)?",
    ),
    (
        "executed",
        rf"(?:实际|全年|累计|本年|共|总)*(?:支出|(?<!转移)支付|列支|(?<!整合)(?<!调剂)(?<!统筹)使用)(?:{_GIVEN}|{_BONDS}|财政(?:专项|补助)?(?:资金|拨款))|"
        r"完成(?:预算)?(?:资金|支出)|预算完成(?:数|额)|兑付[^，。；]{0,12}(?:资金|补助|补贴)?|(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?(?:基本|项目)?支出|发放(?:(?!结余|结转|剩余|预算|到位)[^，。；]){0,12}|(?:实际|全年|累计|本年|资金|项目|经费|共|总)*(?:支出|(?<!转移)支付|列支|(?<!整合)(?<!调剂)(?<!统筹)使用)(?:资金|金额|数|总额|合计|共计|经费|决算)*|(?:共|累计|合计|实|已)支$|(?:预算)?(?:全年)?执行(?:数|金额|资金)?|决算数?|(?:实际|(?<!整合)(?<!调剂)(?<!统筹))使用(?:资金|金额|经费)",
    ),
    (
        "funds_received",
        rf"(?:实际|全年|已|共)*(?:到位|收到)(?:{_GIVEN}|{_BONDS})|"
        r"(?<!未)到位的(?:(?!预算)[^，。；\d])*?(?:资金|经费)(?:总额|合计|共计)|(?:实际|资金|全年|财政|预算)*到位(?:财政)?(?:资金|金额|数|经费)?(?:总额)?|到账(?:资金|金额)?|(?<!落)实到(?!位)(?:资金|金额)?|(?:实际)?收到(?:财政|预算|上级|下达|拨付|专项|项目|补助|指标|的)*(?:拨款|资金|拨入|经费)?",
    ),
    (
        "appropriated",
        rf"(?:当年|本年)?安排(?:下达)?支出|(?:完成|累计|已)*(?:财政)?(?:下达|下拨|拨付|拨入|安排|划拨|核拨|拨款|批复|批准|获批[^，。；]{{0,16}}(?=专项|财政|预算|补助)|财政投入)(?:项目|专项|财政|补助|指标)*(?:资金|经费|金额|拨款)?|财政(?:资金|经费|拨款)|资金(?:总额|总?规模)|资金来源(?:情况|构成|渠道)?|{_GIVER}财政(?:年初)?预算安排(?:资金)?|债券资金|{_GIVER}(?:财政)?(?:承担|负担|出资)(?:资金)?|{_GIVER}预算内(?:基本建设|基建)?投资(?:资金|补助)?|{_GIVEN}",
    ),
    (
        "carryover",
        r"结转(?:至|到)?(?:下|次)一?年度?(?:继续)?使用(?:的)?(?:资金|金额|数)?|(?:上年|年初|年末)?结转(?:和|及)?结余(?:资金)?|(?:上年|年初|年末)?(?:结转|结余|结存|剩余)(?:资金|数)?",
    ),
    ("revenue", r"(?:本年|全年|总|年度)*收入(?:预算|决算)?(?:总额|合计|总计|总数|数|额)?"),
    (
        "other_amount",
        r"审定(?:的)?预算(?:控制)?(?:数|价|金额)?|结余分配|非财政拨款结余|单价|工资|产值|税收|投资|贷款|造价|合同(?:金额|价|款|总价)|中标(?:金额|价)|收费|罚款|销售|成本|标准|人均|收益|结算|采购",
    ),
)
_RATES = (
    (
        "execution_rate",
        r"(?:预算|资金|经费)*(?:总体)?执行率|(?:预算|资金|经费)*支出率|预算使用率|预算执行(?:总体)?进度|(?:预算|资金)?(?:支出|支付)进度|完成(?:年初|全年|调整后?)?预算(?:数)?的?|占(?:年初|全年|调整后?)?预算(?:数)?的",
    ),
    (
        "funds_received_rate",
        r"(?:资金|预算)?(?<!设备)(?<!人员)(?<!物资)(?<!材料)(?<!教师)到位率|到位资金[与占和](?:计划|预算|应到位)[^，。]{0,10}的?比(?:率|例|重)",
    ),
    (
        "other_rate",
        r"及时率|(?:合同|工程款?|进度款|民生|到位资金)[^，。；]{0,6}(?:支付|支出)(?:进度|率)|(?:执行及时|制度执行|任务执行|计划执行|(?:采购|收入|非税|政策|合同|标准)(?:预算|计划)?执行|得分|控制|节约|变动|调整|偏差)率",
    ),
)
# fmt: off
_OTHER_SUBJECT = re.compile(
    r"全国|(?<!人才)引进|招商|签约|产值|税|GDP|固定资产|政府采购|贷款|工资|单价|人均|每[人户台年月次亩个]|收益|增收|增加值|销售|营业|罚款|合同|中标|捐赠|补助标准|省外|社会资本|节约|"
    r"结余分配|非财政拨款结余|单位成本|(?<![未不])超出?(?:年初|全年)?预算|挽回|资产|缺口|闲置"
)
_NO_PART = re.compile(
    r"(?<!人才)引进|签约|产值|GDP|单价|人均|每[人户台年月次亩个生公]|增收|增加值|标准|省外|节约|挽回|增长|比上年|较上年|同比|(?:增加|减少|下降|压减|节约|少|多|超)了?$"
)
_NAMED = re.compile(
    r"^.*(?:[局委办院校队所站厅会]|中心|政府|街道|公司)(?=年初|年度|全年|20\d\d|本年|预算|部门|项目|实际|支出|决算|共|累计)|^.*经费(?=年初|年度|全年|预算|实际|支出|决算|到位|执行)"
)
_DOCUMENT = re.compile(r"《[^《》]*》|关于(?:(?!关于)[^，,。；;《》]){4,60}的(?:通知|批复|函)")
_BY_CONTRACT = re.compile(r"(?:按照?|依据|根据|依照)(?:施工|采购|服务)?合同(?:约定|规定|要求|条款|进度)*")
_NOT_DONE = re.compile(
    r"(?:未|没有|(?<!接)待|拟|欠|应(?!执行数)|需|将|预计|计划)(?:能|予|及时|实际|完成|足额|全部|要)*(?:支付|支出|使用|执行|拨付|到位|下达|列支|付款)(?:完毕?|完成)?(?:的|资金|经费|金额|数|(?:工程|设备|进度|首付?|尾|余|货)?款项?|质保金)*$"
)
_APPLIED_FOR = re.compile(r"(?:申请|申报|送审|报送|发行)(?:财政|地方|政府|债券|专项|项目|预算|补助|中央|省级|市级|上级)*(?:资金|经费|预算|金额|数)*$")
_REVIEWED_WORK = re.compile(r"(?:评审|审计|结算|审定|审核)[^，。；]{0,4}(?:核减|审减|审定|核定)|审减")
_SEVERAL_YEARS = re.compile(r"[二三四五两][个]?年(?:共|总|合计|累计|期间|内)|概算|总投资|20\d\d\s*年?度?[、和及与]\s*20\d\d\s*年|20\d\d\s*年?\s*[-—~～至到]+\s*20\d\d\s*年")
_COMPARED = re.compile(
    r"(?:未达到?|未能达到|没有达到|低于|不低于|不少于|不超过|高于|大于|小于|少于|不足|预计|力争|要求|应|控制在|比上年(?:同期)?|较上年|[较比]20\d\d年度?的|同比)(?:了|提高|上升|增长|增加|减少|下降|降低)*$"
)
_EARLIER = re.compile(r"(?:上年|去年|上一年度?|往年|同期)(?!持平|一致|相同|度?[末底]?(?:结转|结余)|[末底]?提前)")
_UNTIL_MONTH = re.compile(r"(?:截[止至]|到)(?:20\d\d年)?\s*(?P<month>\d{1,2})月")
_MAY_BE_PART_OF_YEAR = re.compile(r"[月季半]")
_PART_OF_YEAR = re.compile(r"[上下]半年|前三季度|(?<!截至)(?<!截止)第?[一二三四1-4]季度|[春秋]季学?期?|\d{1,2}\s*[-—－至到~]\s*(?:[1-9]|10|11)月")
_LOWERS = re.compile(r"调减|核减|压减|削减|减少|收回")
_LAST_RATE = re.compile(r"(?:率|进度|比例|预算(?:数)?的?)(?P<link>(?:(?!率|进度|比例).)*)$")
_BETWEEN_RATES = re.compile(r"(?<=率)[、和及与]")
_ANOTHER_RATE = re.compile(r"[率比]")
_CHANGED = re.compile(r"由$|由\d|^(?:提高|上升|下降|降低|增加)?到(?![位账])|从$")
_TAKEN_OUT = re.compile(r"(?:剔除|不含|不考虑|扣[除减](?![^，,。；;]*结[余转]))[^，,。；;]*后[，,]?[^，,。；;]*$")
_AIMED_AT = re.compile(r"目标|指标值|计划|标准|要求|权重|分值|比重|(?<!占)下达")
_SPENT = re.compile(r"实际|决算|支付|执行|完成")
_SPENT_BEHIND = re.compile(r"\s*(?:资金|经费)?(?:(?:于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?|全部|全额|足额)+(?:支付|发放|兑付)(?:完毕|到位|完成)?(?=[，,。；;]|$)|(?:均|都)?已经?(?:全部|全额|足额|按规定|按合同|及时|按时)*(?:支付|支出|使用|用完|兑付|发放)|(?:均|都|已|经)*(?:全部|全额|足额)执行)")
_BUDGETED_BEHIND = re.compile(r"\s*列入[\dxX年度本当]{0,6}(?:财政|部门|年初)?预算")
_FIGURE_NEXT = re.compile(r"(?:资金|金额)?[为约达:：]*\s*\d")
_HANDED_ON = re.compile(r"\s*(?:资金|经费)?(?:均|都|已|经|全部|全额|及时)*(?:分配|下达|拨付|支付|兑付|发放)")
_AT_YEAR = re.compile(r"[上去]年|年[初末终]")
_TO_NEXT_YEAR = re.compile(r"[到至]?[下次]年")
_RECEIVED_BEHIND = re.compile(r"\s*(?:资金|经费)?(?:均|都)?已?经?(?:全部|全额|足额|及时|按时|于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?)+(?:拨付)?(?:到位|到账)")
_RAISED = re.compile(r"自筹|自有|社会|企业|银行|贷款|捐")
_GIVEN_BEFORE = re.compile(r"下达|拨付|安排|批复|预算|到位|收到|计划|划拨|核拨")
_BUDGETED_INCOME = re.compile(r"预算(?:整体|总)?收入")
_BALANCED = re.compile(r"收入总计|收、?支总计")
_LEFT_OVER = re.compile(r"结转|结余")
_SPENDING_IN_NAME = re.compile(r"(?<!实际)(?<!累计)(?<!全年)(?<!决算)支出$")
_NAMES_ACCOUNT = re.compile(r"(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?$")
_LONGEST_LINK = 12
_OPERATORS = tuple("≥≤≧≦＞＜><")
_BOUND = re.compile(r"^(?:以上|以下|以内|左右|的?目标|的标准|[（(]含[)）]|[-－—~～至]\d)")
# fmt: on
_MONEY_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _MONEY)
_PART_PATTERNS = tuple(pattern for pattern in _MONEY_PATTERNS if pattern[0] != "other_amount")
_RATE_PATTERNS = tuple((measure, re.compile(pattern)) for measure, pattern in _RATES)
_PLANNED = frozenset({"annual_budget", "initial_budget"})
_GIVEN_BY_DOCUMENT = _PLANNED | {"appropriated"}
_OTHER_MEASURES = frozenset({"other_amount", "other_rate"})
_SCORE_AT_END = re.compile(r"(?:得分|评分|总分|自评|自评得)$")

_SECTION = re.compile(
    r"(?:决策|投入|过程|管理|产出|效益|效果|满意度|成本|执行|执行率|立项|目标|数量|质量|时效|效能|履职|影响|效率|到位|合规性?|指标|^(?:项目)?绩效)"
    r"(?:指标|类|情况|方面|部分|分析)*$"
)
_WHOLE = re.compile(
    r"(?:项目|经费|资金|专项|工程|支出|单位|部门|[局委办院校队所站厅镇乡会]|中心|街道|政府|年度?|整体|工作|^评价?指标(?:体系)?|^指标|^各项指标)$"
)
_RULE = re.compile(
    r"以上|以下|以内|低于|高于|不足|每(?:下降|增加|超|少|减|低|高|有|出现)|[≥≤<>＞＜]|否则|最高|最多|不得|以此类推|[（(]含[)）]|[-－—~～]\d+[%％]"
)
_RULE_BEHIND = re.compile(r"^(?:以上|以下|以内|[（(]含|[至~～—－-]\d|，?扣完)")
_LEVEL1_SECTION = re.compile(
    r"^(?:其中[:：]?|项目|绩效|一级指标|[A-Z一二三四五六七八九十]{1,2}[、.]?|[“\"（(])*"
    r"(?P<name>决策|投入|过程|管理|产出|效益|效果|满意度|成本|预算执行率?|执行率)(?:指标|类|部分|方面|维度|情况)*[”\"）)]*"
    r"(?=$|[（(:：，,]|得|自评|评|满分|分值|权重|标准分|实|应|共|总|合计|为|计)"
)
_EXPLICIT = {
    "initial_budget": re.compile(r"年初"),
    "annual_budget": re.compile(r"(?:全年|年度|本年|当年)预算|调整后|调整预算|预算(?:确定|调整)数"),
    "funds_received": re.compile(r"到位|到账"),
    "executed": re.compile(
        r"(?:全年|实际|累计|本年|当年|年度|截[止至].{0,14})(?:总|共)?(?:支出|执行|支付|使用|列支)|执行数|支出数|决算"
    ),
}
_OWN_YEAR = re.compile(r"全年|年初|本年|当年|年末|年底|12月31日|年度预算")
_TIME = re.compile(
    r"截[止至].*[日底月]|20\d\d年度?|年初|(?:全|本|当)年度?|实际|累计|年末|总额|共计?|合计|[\W_为是达约已]"
)
_NO_NAME = re.compile(r"涉及|资金|金额|经费|款项|总")
_WIDER_AREA = re.compile(r"全[国省市州区县]|各[省市州区县]")
_OWN_SHARE = re.compile(r"其中[^，。；]{0,8}[我本][省市州盟县区旗镇乡街校院局单部]")
_APPROXIMATE = re.compile(r"(?:约|近|接近|大概)$")


def _last(text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    best: tuple[int, int, str] | None = None
    for measure, pattern in patterns:
        for match in pattern.finditer(text):
            rank = (match.end(), match.end() - match.start(), measure)
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def lowers(about: str) -> bool:
    """Whether an adjustment lowers the budget: 调减20万元 is −20."""
    return bool(_LOWERS.search(about))


def money_measure(about: str, behind: str = "") -> str | None:
    """The measure of an amount by the words before it; None when they do not say, `other_amount` when they tie the
    figure to something other than this budget or only set a bound for it.

    `budgeted_spending`: 预算支出, of which the words around must tell whether it is a budget or spending.
    """
    words = without_documents(about)
    told = _BY_CONTRACT.sub("", _NAMED.sub("", words))
    if _OTHER_SUBJECT.search(told) or _is_no_fact(words, behind):
        return "other_amount"
    measure = _last(words, _MONEY_PATTERNS)
    if measure is None and words != about and _last(about, _MONEY_PATTERNS) in _GIVEN_BY_DOCUMENT:
        return "appropriated"
    return measure


def without_documents(words: str) -> str:
    """The words without the documents that they name: 《关于下达某资金预算的通知》 tells of what a budget says, and is none."""
    return _DOCUMENT.sub("", words) if "关于" in words or "《" in words else words


def is_of_other_budget(about: str) -> bool:
    """Whether words name a budget, and one of something else: 政府采购预算."""
    other = _OTHER_SUBJECT.search(about)
    return other is not None and (other.group() == "政府采购" or _last(about, _MONEY_PATTERNS) in _PLANNED)


def context_at_end(words: str) -> str | None:
    """money, rate or score where words end in the name of such a figure of this budget; None for any others."""
    if _OTHER_SUBJECT.search(_NAMED.sub("", words)) or _is_no_fact(words, ""):
        return None
    if _SCORE_AT_END.search(words):
        return "score"
    ends = [
        (match.end(), match.end() - match.start(), None if measure in _OTHER_MEASURES else kind)
        for kind, patterns in (("money", _MONEY_PATTERNS), ("rate", _RATE_PATTERNS))
        for measure, pattern in patterns
        for match in pattern.finditer(words)
    ]
    last = max(ends, key=lambda end: end[:2], default=(-1, 0, None))
    return last[2] if last[0] == len(words) else None


def is_spent_behind(about: str, following: str) -> bool:
    """Whether the words behind an amount say that it is spent, and none before it that it is a budget: 中央和省级资金
    480万元已全部支付."""
    spent = _SPENT_BEHIND.match(following)
    is_of_next = spent is not None and _FIGURE_NEXT.match(following, spent.end())
    return spent is not None and not is_of_next and not _GIVEN_BEFORE.search(about)


def is_budgeted_behind(following: str) -> bool:
    """Whether the words behind an amount say that it is in a budget: 县财政列支20万元列入2022年预算."""
    return bool(_BUDGETED_BEHIND.match(following))


def is_received_behind(about: str, following: str) -> bool:
    """Whether the words behind an amount that was given say that all of it was received: 各级补助资金500万元全部到位."""
    return bool(_RECEIVED_BEHIND.match(following)) and not _RAISED.search(about)


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


def part_measure(about: str, behind: str = "") -> str | None:
    """The measure that the words of a breakdown's item name; `other_amount` for what is no part of any budget. 办公费支出
    only names an item, of a budget or of spending."""
    if _NO_PART.search(about) or _is_no_fact(about, behind):
        return "other_amount"
    name = _SPENDING_IN_NAME.sub("", about)
    if _NAMES_ACCOUNT.search(name):
        return None
    measure = _last(name, _PART_PATTERNS)
    return None if measure == "budgeted_spending" else measure


def _is_no_fact(about: str, behind: str) -> bool:
    """Whether a figure is only compared with, applied for, still to be spent, of several years or of other times."""
    words = (_COMPARED, _NOT_DONE, _APPLIED_FOR, _REVIEWED_WORK, _SEVERAL_YEARS)
    return any(pattern.search(about) for pattern in words) or bool(_BOUND.match(behind)) or is_of_other_time(about)


def is_of_all(words: str) -> bool:
    """Whether words name no part of a whole, but only say that all is added up, its time or that it is money: 共, 实际,
    全年, 涉及资金."""
    return not _TIME.sub("", _NO_NAME.sub("", words))


@lru_cache(maxsize=4096)
def without_measures(words: str) -> str:
    """What is left of words when all that names a measure or a time is taken away: nothing, if they name no item."""
    for _, pattern in _MONEY_PATTERNS:
        words = pattern.sub("", words)
    return _TIME.sub("", words)


def rate_measures(about: str, behind: str = "") -> list[str]:
    """The rates that a percentage states: one, or several where they share it (资金到位率、预算执行率均为100%)."""
    if (
        about.endswith(_OPERATORS)
        or _COMPARED.search(about)
        or _BOUND.match(behind)
        or is_of_other_time(about)
        or _CHANGED.search(about + behind)
    ):
        return ["other_rate"]
    last = _LAST_RATE.search(about)
    if last is None or len(last["link"]) > _LONGEST_LINK or _AIMED_AT.search(last["link"]):
        return ["other_rate"]
    return list(dict.fromkeys(_rate(clause) for clause in _BETWEEN_RATES.split(about)))


def is_corrected(words: str) -> bool:
    """Whether words take something out first, so that what stands behind them is not what was: 剔除追加资金后."""
    return "后" in words and bool(_TAKEN_OUT.search(words))


def _rate(clause: str) -> str:
    """The rate that a clause names last, `other_rate` where another one stands behind it: 执行率得分率."""
    best = max(
        (
            (match.end(), match.end() - match.start(), measure)
            for measure, pattern in _RATE_PATTERNS
            for match in pattern.finditer(clause)
        ),
        default=None,
    )
    if best is None or _ANOTHER_RATE.search(clause[best[0] :]):
        return "other_rate"
    return best[2]


def is_section(subject: str) -> bool:
    """Whether words name a section or an indicator of the scoring: 产出指标, 项目决策, 预算执行率."""
    return bool(_SECTION.search(subject)) and not is_whole(subject)


def is_whole(subject: str) -> bool:
    """Whether words name what is evaluated as a whole: a project, its money, a unit."""
    return bool(_WHOLE.search(subject))


def is_rule(about: str, behind: str) -> bool:
    """Whether points stand in a rule of scoring or of grades and not in a result."""
    return bool(_RULE.search(about) or _RULE_BEHIND.match(behind))


def is_of_other_time(about: str) -> bool:
    """Whether words speak of the year before, or of a part of the year that is no year's end (截至7月底, 1-7月)."""
    if _EARLIER.search(about):
        return True
    if not _MAY_BE_PART_OF_YEAR.search(about):
        return False
    until = _UNTIL_MONTH.search(about)
    return bool(until and int(until["month"]) < 12) or bool(_PART_OF_YEAR.search(about))


def level1_section(about: str) -> str | None:
    """The level-1 group that words on points name; None for a part of a group (产出数量, 社会效益) and any other words."""
    match = _LEVEL1_SECTION.match(about)
    return match["name"] if match else None


def is_of_wider_area(about: str, share: str) -> bool:
    """Whether an amount is a division's whole, of which `share`, the words behind 其中, name the writer's own: 全省共下达
    12亿元，其中我县350万元."""
    return bool(_WIDER_AREA.search(about) and _OWN_SHARE.search(share))


def is_of_area(about: str) -> bool:
    """Whether words speak of all of a division: 全省共支出."""
    return bool(_WIDER_AREA.search(about))


def is_explicit(measure: str, about: str, has_year: bool) -> bool:
    """Whether the words before an amount name its measure beyond doubt, and its year (`has_year`: they give one)."""
    named = _EXPLICIT.get(measure)
    return bool(named and named.search(about) and (has_year or _OWN_YEAR.search(about)))


def is_approximate(about: str) -> bool:
    """Whether the words before a figure say that it is rounded: 约32万元."""
    return bool(_APPROXIMATE.search(about))
