"""Which funding line the words before a figure name: one part by its label, some part, or none."""

from __future__ import annotations

import re

from ingest.forms.funds.statement import Statement, in_wan
from ingest.forms.prose.earmarked import SHORT_THING
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.phrases.money import without_measures
from ingest.lexicon.text import squeeze, without_start
from ingest.records import FundingLine

_PART_OF_COST = re.compile(
    r"(?:20\d\d年度?|全年|[本当]年|年度|实际|累计|共)*(?P<what>[\u4e00-\u9fff（）()]{1,20}?(?<!经)(?:费用?|(?<!拨)款|补助|补贴|津贴|工资|奖金|公积金|保险))"
    r"(?:年初|全年|实际|累计)*(?:支出|支付|使用|列支|预算|决算)"
)
_SPENT_ON = re.compile(
    r"(?:支出|支付|使用|列支|用于|发放|兑现|报账|(?<!支)付款?)"
    r"(?P<what>(?:(?!支出|支付|使用|列支|用于|发放|兑现|报账|(?<!支)付).)*)$"
)
_NO_PART = re.compile(
    r"(?:上年)?结[转余]{1,3}|财政性?|资?金(?!融)|金额|总额|合计|共计|经费|决算|总计|累计|数额?|进度|额|为|共|约|近|逾|是|达|了|[“”\s①-⑳]"
)
_PROJECT_MONEY = re.compile(r"(?:专项|项目)(?:资金|经费|支出|金额)")
_ONE_PAYMENT = re.compile(r"(?:验收|进度|质保|结算)款|第[一二三四五六\d]+[笔期批次]|首[期笔批付]|尾款|预付|标段")
_NAMED_COST = re.compile(r"(?:公用|人员|办公|会议|培训|差旅|接待|业务|日常|运行|工作)(?:经费|支出)")
_COST_OF_ANY = re.compile(
    r"(?P<what>公用|人员|办公|会议|差旅|接待|劳务|采购|培训|公务用车(?:运行维护|购置)?)(?:经费)?支出"
)
_ECONOMIC = re.compile(r"(?:工资福利|商品和服务|对个人和家庭的?补助|资本性|债务利息)支出")
_OF_WHOLE_UNIT = re.compile(r"(?:事业|经营|医疗)支出")
_PURPOSE_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:经费|补助|补贴)$")
_GRANTS = frozenset({"补助", "补贴", "奖补"})
"""What a budget may be called by: 下达补助资金20万元，发放补助资金18万元."""
_AND_MORE = re.compile(r"(?:财政)?(?:资金|经费|补助)?[、和及与]")
_YEAR = re.compile(r"20\d\d年度?")
_NAME_END = 3
_FEWEST_OF_NAME = 5
_GENERAL = re.compile(
    r"20\d\d年度?|[\d.]+[年月日个项]?|[我本该][省市州盟县区旗乡镇局委办厅院校站所部]|全[省市州盟县区旗乡镇]|按照?合同(?:进度|约定)?|"
    r"(?:通过|采取|采用).*|(?:截至|截止)|[一二三四上下]+(?:季度|半年)|[年月日底末初]|财政|国库|资金|经费|项目|工程|单位|部门|完成|发放|实际|累计|全部|[共已约为的等，,：:（()）“”]"
)
"""What words before an amount hold beside a name."""
_ONE_OF_SEVERAL = re.compile(
    r".(?:校区|院区|分[校院部]|[小中]学|学校|幼儿园|医院|卫生院|福利院|敬老院|社区|[村镇乡]|街道|街道办事?处?|[支大中]队|派出所|站|标段?|线|本级)$"
)
"""What a place or a unit is called that is one of several: 西校区, 第一小学, 县本级."""


def named_line(statement: Statement, mention: Mention) -> FundingLine | None:
    """The part with whose label the words before a rate begin (西县支出进度缓慢，仅92%), or of which the words before
    an amount say nothing but its measure: 西县支出736万元."""
    about = without_start(squeeze(mention.about), _YEAR)
    labels = {squeeze(line.line_label): line for line in reversed(statement.lines) if line.line_kind != "total"}
    labels = {label: line for label, line in labels.items() if _is_name(label, line)}
    named = max((label for label in labels if _begins_with(about, label)), key=len, default=None)
    is_amount = mention.measure not in RATE_MEASURES
    if named is None or (is_amount and without_measures(about.removeprefix(named))):
        return None
    return labels[named]


def _is_name(label: str, line: FundingLine) -> bool:
    return bool(line.fund_level or line.line_kind == "source" or without_measures(label))


def _begins_with(words: str, label: str) -> bool:
    """Whether words begin with a name, and not with a row of several: 东县和西县资金."""
    return bool(label) and words.startswith(label) and not _AND_MORE.match(words, len(label))


def speaks_of(statement: Statement, headline: FundingLine, mention: Mention) -> bool:
    """Whether a sentence without a subject of its own speaks of the report's total: it names it clearly, or
    repeats its figure. Spending on a part (支付设备款30万元) does not."""
    if not names_a_part(statement, mention):
        return True
    if mention.measure in RATE_MEASURES:
        return False
    value = mention.figure.number * PER_WAN[mention.figure.unit or "wan"]
    return any(
        amount.line_no == headline.line_no and amount.measure == mention.measure and in_wan(amount) == value
        for amount in statement.amounts
    )


def names_a_part(statement: Statement, mention: Mention) -> bool:
    """Whether the words say what the money was spent on, so that it is not the whole: 支付设备款 or 设备费支出, not
    累计支出, nor the project's own name, nor what a rate makes a share of the whole budget."""
    if mention.is_rated:
        return False
    if mention.cost is not None and mention.cost not in statement.project:
        return True
    if mention.is_part and _PURPOSE_END.sub("", without_measures(mention.about)) not in statement.project:
        return True
    is_spent = mention.measure == "executed"
    if is_spent and (_ONE_PAYMENT.search(mention.about) or _ECONOMIC.search(mention.about)):
        return True
    spent = _SPENT_ON.search(mention.about) if is_spent and not mention.is_of_giver else None
    if spent and (what := _NO_PART.sub("", spent["what"])) and what not in statement.project:
        return what not in _GRANTS or not _is_granted(statement, what)
    is_named = is_spent and not (mention.is_all or mention.is_of_giver)
    if is_named and _is_of_another_name(mention.about, statement):
        return True
    if _OF_WHOLE_UNIT.search(mention.about) and not statement.is_department:
        return True
    if statement.is_department and (_PROJECT_MONEY.search(mention.about) or _NAMED_COST.search(mention.about)):
        return True
    if (cost := _COST_OF_ANY.search(mention.about)) and cost["what"] not in statement.project:
        return True
    part = _PART_OF_COST.search(squeeze(mention.about))
    return part is not None and part["what"][-_NAME_END:] not in statement.project


def _is_of_another_name(about: str, statement: Statement) -> bool:
    """Whether the words before an amount name another place or unit than the report is of, something of which the
    project's name has not two characters in a row, or another one of its kind: 临时救助 for 社会救助."""
    words = _GENERAL.sub("", without_measures(squeeze(about)))
    if _ONE_OF_SEVERAL.search(words):
        return words not in statement.title
    is_name = len(words) >= _FEWEST_OF_NAME or SHORT_THING.search(words)
    if statement.is_department or not is_name or len(statement.project) < _FEWEST_OF_NAME:
        return False
    if not _shares_pair(words, statement.title):
        return True
    kind = next((words[at:] for at in range(len(words) - 1) if words[at:] in statement.title), words)
    species = words.removesuffix(kind)
    is_of_kind = len(species) > 1 and not _shares_pair(species, statement.title)
    return is_of_kind and not statement.project.startswith(kind)


def _shares_pair(words: str, title: str) -> bool:
    """Whether a title has two characters in a row of the words."""
    return any(words[at : at + 2] in title for at in range(len(words) - 1))


def _is_granted(statement: Statement, grant: str) -> bool:
    """Whether the whole budget is a grant: the report is on a transfer, or the total goes by the name of the grant."""
    headline = statement.headline
    return "转移支付" in statement.project or (headline is not None and grant in headline.line_label)
