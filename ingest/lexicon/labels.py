# ruff: noqa: E501  (a vocabulary is read by the line)
"""The label vocabulary: which printed headings and row labels mean which concept.

One place for all printed variants (年初预算数, 年初\\n预算数, 年初预算（万元）…). A concept is matched on the folded
label without its unit, its formula letters and its brackets; longer patterns stand before those that they contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.lexicon.note_marks import label_without
from ingest.lexicon.text import fold, without_start

MONEY_MEASURES = ("initial_budget", "budget_adjustment", "annual_budget", "funds_received", "executed")
RATE_MEASURES = ("execution_rate", "funds_received_rate")
CONCLUSIONS = ("grade", "remark")
"""The rows that may say in words what a form has figures for: 评价结论, 说明."""

# fmt: off
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("level1_weight", r"一级(?:指标)?(?:权重|分值)(?:值)?"),
    ("level2_weight", r"二级(?:指标)?(?:权重|分值)(?:值)?"),
    ("level1_score", r"一级(?:指标)?得分"),
    ("level2_score", r"二级(?:指标)?得分"),
    ("level1", r"一级(?:绩效)?指标(?:名称)?|一级"),
    ("level2", r"二级(?:绩效)?指标(?:名称)?|二级"),
    ("level3", r"[三四]级(?:绩效)?指标(?:名称)?|三级|指标名称|具体指标|绩效指标名称|评价指标"),
    ("adjusted_target", r"调整后?(?:的)?(?:绩效)?(?:指标值|目标值)"),
    ("target", r"(?:年度|年初|预期|计划|目标|全年|设定|预设|绩效|指标|批复|预算|项目)*(?:指标值|目标值|指标目标值|绩效目标值|计划完成[值数]|计划值|预期值|预期指标|预期指标值|目标数|计划数|设定值|预设值|批复值)|预期(?:完成|实现)值|应完成[值数]|参考值|标准值"),
    ("actual", r"(?:全年|年度|年末|年终|指标值?|目标|自评|绩效|项目(?=.*值$))*(?:实际)?(?:完成|达成|达到|实现)(?:指标|目标|情况)?(?:值|数)?(?:情况|结果)?|(?:全年|年度)?实际(?:值|情况|数)|(?:全年|年度|当年|年末|年终|指标|目标|绩效|完成)*实际(?:指标|目标|绩效)?(?:值|结果)|(?:实际)?业绩(?:值)?|实绩(?:值)?|绩效指标完成情况"),
    ("operator", r"指标性质|性质|指标方向|计算符号|运算符号|比较符号|指标符号|符号|目标方向"),
    ("target_unit", r"(?:度量|计量|指标值|数值)单位|单位"),
    ("deduction", r"(?:扣分(?:情况|分值|值|数)?|扣减分值|减分)"),
    ("reason", r"(?:扣分|失分|减分|未得分|偏差|未完成|未达标|偏离|未实现|差异)(?:的)?(?:原因|情况|说明|分析).*|(?!(?:自评)?得分[及和与、/]).*(?:偏差|扣分|未完成)原因.*|(?:原因分析|改进措施|情况说明|得分说明|评分说明|得分理由|自评说明|原因说明|原因).*"),
    ("explanation", r"指标(?:解释|说明|内容|定义|内涵|释义)|评价(?:内容|要点)|解释"),
    ("criteria", r"(?:评价|评分|计分|得分|考核|扣分|打分|赋分)(?:标准|规则|细则|办法|依据|方法|要点)|(?:评价|评分)标准.*"),
    ("score_rate", r"得分(?:率|系数|比例)"),
    ("review_score", r"(?:复核|复评|审核|抽查|核查|评审|(?:财政(?:部门)?|主管部门|第三方(?:机构)?|专家组?)(?:复核|复评|审核|抽查|核查|评审)?)(?:得分|评分|分值|分)|(?:财政(?:部门)?|(?:主管)?部门|第三方(?:机构)?|专家组?)?(?:复核|复评)(?:情况|结果|意见)?|(?:评分|得分)差异|(?:偏离|差异)(?:度|率|值)?"),
    ("score", r"(?:自评价?|评价|绩效|实际|考核|加权后?|折算后?|(?:预算|主管)?(?:单位|部门)自评|自我评价|自查|指标|最终|项目|年度|综合|执行率|评定|评估|[三四]级(?:指标)?)*(?:得分|评分|自评分|实得分|评价分|打分)(?:值|数|情况|结果)?|(?:自评)?得分[及和与、/](?:扣分|偏差)?(?:原因|说明|理由)|自评分数?|自评分值|自评结果"),
    ("weight", r"(?:指标|标准|评价|参考|设定|预设|执行率|目标|自评|单项|所占|分配|设置|各项?|[三四]级(?:指标)?)*(?:分值|权重|标准分|满分|分数|基准分|基础分|应得分|赋分|配分|权值|权数)(?:分值|权重|分|值)?(?:设置)?|标准得分"),
    ("revenue", r"(?:本年|全年|年度|部门)*收入(?:预算|决算)?(?:数|合计|总计|总额)"),
    ("initial_budget", r"(?:年初|初始)(?:批复|安排|部门|财政|项目)*预算(?:安排|批复|下达|指标|资金|金额)*(?:数|金额|额|总额)?|年初(?:批复|安排)数|年初数"),
    ("budget_adjustment", r"(?:预算)?(?:年中)?(?:追加|调增|调减|核减|增减|调剂)(?:预算)?(?:数|金额|额)?|(?:预算|年中)?调整(?:数|金额|额)|(?:预算)?(?:调整|增减)?净额|年中调整|预算(?:追加|调整|调剂|增减)"),
    ("annual_budget", r"计划支出(?:数|金额|额)|(?:全年|年度|本年|当年)(?:财政|部门|项目|支出)?(?:预算|资金)(?:安排|批复|下达)?(?:数|金额|额|总额)?|预算(?:确定|安排|批复|下达|金额|总额|核定|批准|资金|额度|合计)(?:数|金额|额|资金)?|(?:预算)?调整后(?:的)?(?:全年)?预算(?:安排)?(?:数|金额|额)?|调整预算数?|(?:支出|项目|部门)?预算数?|(?:批复|指标下达|下达|安排|指标)(?:资金|金额|数|额)?|(?:资金|指标|预算)(?:下达|安排|批复)(?:数|金额)|下达预算数?|年终预算数|计划(?:投入|安排)?(?:资金|金额)|计划投资(?:数|金?额)|转移支付(?:资金)?预算数"),
    ("funds_received_rate", r"(?:资金|预算)?到位率"),
    ("funds_received", r"(?:全年|实际|资金|预算|本年|已|累计|专项|债券)*到位(?:资金|金额|预算)?(?:数|额)?|(?:实际)?到位(?:财政)?资金(?:数|额)?|(?:财政|实际|资金)*拨付(?:资金|金额|到位)?(?:数|额)?"),
    ("carryover", r"结转下年(?:资金|数|金额|额)?|(?:上年|年初|期初|年末|年终|资金|预算|项目|指标)*(?:结转|结余)(?:和|及|与)?(?:结余|结转)?(?:资金|数|金额|额)*|(?:指标|预算|资金)?余额"),
    ("execution_rate", r"(?:预算|资金|全年|年度|项目|财政)*(?:执行|支出|使用|支付)(?:进度|率|比例|比率|完成率)|完成率|预算完成率"),
    ("executed", r"(?:全年|实际|本年|年度|预算|累计|资金|当年|截止年底|财政|已|支出|专项|债券)*(?:支出|执行|支付|使用|列支|开支|决算)(?:资金|金额)?(?:数|额)?|(?:项目|部门)(?:实际支出|支出数)(?:金额|数)?|转移支付(?:资金)?执行数"),
)
_ROWS: tuple[tuple[str, str], ...] = (
    ("goal_heading", r"(?:部门|单位|项目|年初|年度|预期|总体|设定|全年|当年|本年|履职|调整后?|政策)*(?:预期|总体|设定)*(?:绩效|工作|履职|总)?目标(?:\(.*\))?"),
    ("completion_heading", r"(?:年度|全年|年初|总体|绩效|预期|工作|具体|实际|项目|部门)*(?:目标)?(?:实际|具体)?(?:完成|达成|实现)(?:情况|目标)(?:综述|说明|概述|描述)?"),
    ("project_name", r"(?:一级|二级|具体)?(?:项目|政策|专项|转移支付|资金|专项资金)\(?(?:单位|项目|资金|政策)?\)?名称|项目(?:资金)?名称.*"),
    ("central_department", r"中央(?:主管|业务主管)部门(?:名称)?"),
    ("department_name", r"(?:项目|预算)?(?:省级|市级|区级|县级|州级|市县级?|地方|上级|业务)*(?:主管|归口)(?:部门|单位)(?:名称|及代码)?(?:\(.*\))?"),
    ("organization_name", r"(?:项目)?(?:具体)?(?:实施|承担|执行|使用|责任)(?:单位|部门|主体)(?:名称)?(?:\(.*\))?|项目单位(?:名称)?|(?:填报|自评|预算|申报|评价|被评价|用款|资金使用|编报|公开|编制|报送)(?:单位|部门)(?:名称)?(?:\(.*\))?|(?:省级|市级|区级|县级|州级)预算(?:部门|单位)(?:名称)?|单位[名全]称(?:\(.*\))?|部门\(单位\)[名全]称|部门\(?单位?\)?名称.*|部门名称|单位\(?部门\)?名称|(?:填报|预算)?(?:部门[、/及和]单位|单位[、/及和]部门)名称(?:\(.*\))?"),
    ("project_type", r"项目(?:类型|类别|属性|性质)"),
    ("grade", r"(?:评价|自评|绩效|项目|综合)*(?:等次|等级|结论|评定等级|结果等级|评级|档次)"),
    ("person", r"(?:项目|单位|财务)?(?:负责人|联系人)(?:[及和与、/]?(?:联系)?(?:电话|方式))?|联系电话|联系方式|填[报表]人|电话"),
    ("total", r"(?:合|总)计(?:得分|分值|分)?|总(?:得)?分(?:数|值)?|(?:自评|评价|绩效)*总(?:得)?分|合计\(?总分\)?|自评得分合计|得分合计|自评总得分|综合得分"),
    ("subtotal", r".{0,12}小计|(?:产出|效益|满意度|成本|决策|过程|投入|效果|管理|履职)(?:类?指标)?(?:得分)?合计|.{1,10}(?:局|委|办公?室?|厅|院|校|中心|街道|[镇乡村]|单位|部门)合计"),
    ("issues", r"(?:自评中?(?:发现)?|主要)*(?:存在)?(?:的)?(?:主要)?问题(?:及|和|与)?(?:建议|原因)?(?:分析)?|问题描述|偏差大?或?(?:绩效)?(?:目标|指标)?未完成原因(?:分析)?|未完成原因分析"),
    ("suggestions", r"(?:下一步)?(?:工作)?(?:改进|整改)(?:措施|意见|建议|方案)(?:及结果应用(?:方案)?)?|(?:有关|工作|意见和?)?建议"),
    ("practices", r"(?:主要|项目|工作|典型|先进|成功|好的)*(?:经验|做法)(?:(?:及|和|与|、)(?:主要)?(?:经验|做法|成效))?(?:情况|介绍)?"),
    ("issue_category", r"问题(?:分类|类别|类型)"),
    ("remark", r"(?:其他)?需?(?:要)?说明(?:的)?(?:事项|问题|情况)|其他(?:需|需要)说明的?(?:事项|问题)|备注|说明"),
)
# fmt: on
_COLUMN_LABEL, _ROW_LABEL = (
    re.compile(rf"^(?:{'|'.join(f'(?P<{concept}>{pattern})' for concept, pattern in labels)})$")
    for labels in (_COLUMNS, _ROWS)
)
_BRACKETS = re.compile(r"\((?:单位[:：]?)?(?:万元|元|亿元|%|\d+分?|系统提取|[A-Z\d/÷×*=+%-]+)\)|[\[【][A-Z/]+[\]】]|%")
_MONTH = re.compile(r"^\s*(?:19|20)\d\d[/／]\d{1,2}\s*$")
_PARTED = re.compile(r"[/／(（]")
_SLASH = re.compile(r"[/／]")
_HOLDS_BRACKETS = re.compile(r"^([^()（）]+)[(（]([^()（）]+)[)）]\s*$")
_IN_ONE_CELL = ({"weight", "score"}, {"target", "actual"})
_BUDGET_AND_SPENT = {("initial_budget", "executed"), ("annual_budget", "executed")}
_ANY_BRACKETS = re.compile(r"\([^()]*\)")
_TELLING = re.compile(r"\([^()]*(?:\d月|季度|上年|去年|往年|前[一两三]年|预计|复核|复评|审核)[^()]*\)")
_LONGEST_LABEL, _LONGEST_PRINTED = 60, 120
_OPERATOR = re.compile(r"^(?:[≥≤=><≧≦]|>=|<=|大于等于|小于等于|不低于|不少于|不超过|大于|小于|等于|定性)$")
_WEIGHT = r"(?:\(\d+(?:\.\d+)?分?\)|\d+分\)?)?"
_LEVEL1_NAME = re.compile(
    rf"^(?:项目|部门|年度)?(?:(?:产出|效益|满意度|成本|决策|过程|投入|效果|管理|完成|(?:投入和?|过程)管理|履职)(?:指标)?|"
    rf"(?:产出|效果|效益|满意度|影响力)目标){_WEIGHT}$"
)
_LEVEL2_NAME = re.compile(
    r"^(?:(?:产出)?(?:数量|质量|时效|成本)|(?:经济|社会|生态环境|生态)(?:效益|成本)|可持续(?:影响|发展)?|"
    rf"服务对象满意度|社会公众满意度|满意度|项目立项|绩效目标|资金投入|资金管理|组织实施)指标(?:等)?{_WEIGHT}$"
)
_SHORT_LEVEL2_NAME = re.compile(
    r"^(?:(?:产出)?(?:数量|质量|时效|成本)|(?:经济|社会|生态环境|生态)(?:效益|成本)?|可持续(?:影响|发展)?|"
    rf"(?:服务对象|社会公众)?满意度|项目立项|绩效目标|资金投入|资金管理|组织实施){_WEIGHT}$"
)
_EXECUTION_NAME = re.compile(
    rf"^(?:年度|全年|财政|项目|部门|单位|整体|预算|资金)*执行(?:率|进度|情况)?(?:指标)?{_WEIGHT}$"
)
_NUMBERS = re.compile(r"[行栏列]次|序号|编号|编码")
_TASKS = re.compile(r"^(?:年度)?(?:重点|主要)?(?:工作)?任务(?:名称)?$")
_UNIT = re.compile(
    r"(?:单位(?:[:：]|均?为|是)?\s*(?:人民币)?|\(|/)\s*(?P<unit>(?:[十百千]?[万亿]|[十百千])?(?:[美欧日港]?元|英镑))"
)
_LEADING_YEAR = re.compile(r"^20\d\d(?:年度?(?![初末底终度])|(?=年[初末底终度]))")
_MAY_BE_DATED = re.compile(r"20\d\d|上年|去年|上一年")
_CARRIED_OVER = re.compile(r"结转|结余")
_YEAR_BEFORE = re.compile(r"^(?:上一?年|去年)度?(?P<rest>(?!结转|结余).+)$")
_HEADING_YEAR = re.compile(r"(?P<year>20\d\d)(?:年|$)|^(?:上一?年|去年)")
_ADJUSTMENT = re.compile(r"^(?:预算)?调整预算(?:数|金额|额)?$")


def may_be_dated(text: str) -> bool:
    """Whether any heading in a text may name a year."""
    return bool(_MAY_BE_DATED.search(text))


def heading_year(text: str) -> int | None:
    """The year that a heading is of, 0 for the year before without its number (上年预算数); None where it names none. Of
    what is carried over the year is only the origin."""
    if not may_be_dated(text) or _CARRIED_OVER.search(text):
        return None
    match = _HEADING_YEAR.search(fold(text))
    return (int(match["year"]) if match["year"] else 0) if match else None


def is_of_year_before(label: str) -> bool:
    """Whether a heading says of the year before what another column says of this one: 上年预算数."""
    match = _YEAR_BEFORE.match(fold(label))
    return bool(match and column_concept(match["rest"]))


def bare_label(label: str) -> str:
    """A label, folded, without its number, the unit in its brackets and the marks around it."""
    bare = fold(label_without(label))
    if "(" in bare or "%" in bare or "[" in bare or "【" in bare:
        bare = _BRACKETS.sub("", bare)
    return bare.strip(":：*★▲、.;")


def _concept(label: str, labels: re.Pattern[str]) -> str | None:
    """The concept of a label; what its brackets add (全年（调整）预算数) counts only where it changes the meaning. Labels are Chinese: figures, of which most cells are made, are none."""
    if label.isascii() or len(fold(label)) > _LONGEST_PRINTED:
        return None
    bare = bare_label(label)
    if bare.startswith("20"):
        bare = without_start(bare, _LEADING_YEAR)
    if not bare or len(bare) > _LONGEST_LABEL:
        return None
    found = labels.match(bare)
    if found is None and "(" in bare and not _TELLING.search(bare):
        found = labels.match(_ANY_BRACKETS.sub("", bare))
    return found.lastgroup if found else None


@lru_cache(maxsize=4096)
def column_concept(label: str) -> str | None:
    """The concept that a column heading names, e.g. `initial_budget` for 年初\\n预算数（万元）; None when unknown."""
    return _concept(label, _COLUMN_LABEL)


@lru_cache(maxsize=4096)
def paired_concepts(label: str) -> tuple[str, str] | None:
    """The two concepts of a heading whose cells hold two things in one: 分值/得分, 目标值（完成值）, 预算数/执行数; None
    for another. 执行数/预算数 is a rate."""
    may_be_two = len(label) <= _LONGEST_LABEL and not label.isascii() and _PARTED.search(label)
    two = halves(label) if may_be_two else None
    first, second = map(column_concept, two) if two else (None, None)
    if not first or not second:
        return None
    return (first, second) if {first, second} in _IN_ONE_CELL or (first, second) in _BUDGET_AND_SPENT else None


@lru_cache(maxsize=4096)
def heading_concepts(label: str) -> tuple[str, ...]:
    """Every concept that a column heading names."""
    concept = column_concept(label)
    return paired_concepts(label) or ((concept,) if concept else ())


def halves(text: str) -> tuple[str, str] | None:
    """The halves of a text that a slash or brackets part: 60/58, 10（9.5）, 500元/人/480元/人; None where nothing does,
    as in 2023/12."""
    if _MONTH.match(text):
        return None
    parts = _SLASH.split(text)
    if len(parts) == 1 and (match := _HOLDS_BRACKETS.match(text)):
        parts = list(match.groups())
    middle = len(parts) // 2
    first, second = "/".join(parts[:middle]).strip(), "/".join(parts[middle:]).strip()
    return (first, second) if len(parts) % 2 == 0 and first and second else None


@lru_cache(maxsize=4096)
def row_concept(label: str) -> str | None:
    """The concept that a row label names, e.g. `department_name` for 主管部门; None when unknown."""
    return _concept(label, _ROW_LABEL)


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a text is the label of a column or of a row."""
    return (column_concept(text) or row_concept(text)) is not None


@lru_cache(maxsize=4096)
def is_operator(text: str) -> bool:
    """Whether a cell is an operator of a target: ≥, 不低于, 定性."""
    return bool(_OPERATOR.match(fold(text)))


@lru_cache(maxsize=4096)
def is_level1_name(text: str) -> bool:
    """Whether a word is a usual level-1 name: 产出指标, 效益指标（30分）."""
    return bool(_LEVEL1_NAME.match(fold(text)))


@lru_cache(maxsize=4096)
def is_level2_name(text: str) -> bool:
    """Whether a word is a usual level-2 name: 数量指标, 社会效益指标."""
    return bool(_LEVEL2_NAME.match(fold(text)))


@lru_cache(maxsize=4096)
def is_short_level2_name(text: str) -> bool:
    """Whether a word is a usual level-2 name without 指标, which may name an indicator as well: 社会效益, 服务对象满意度."""
    return bool(_SHORT_LEVEL2_NAME.match(fold(text)))


def names_execution(text: str) -> bool:
    """Whether a level or an indicator is called by what was spent: 预算执行率（10分）."""
    return "执行" in text and bool(_EXECUTION_NAME.match(fold(text)))


@lru_cache(maxsize=1024)
def names_tasks(heading: str) -> bool:
    """Whether a heading stands over the tasks of a year: 任务名称."""
    return bool(_TASKS.match(bare_label(heading)))


@lru_cache(maxsize=4096)
def numbers_rows(heading: str) -> bool:
    """Whether a heading is of a column that numbers the rows: 行次."""
    return bool(_NUMBERS.fullmatch(fold(heading)))


def money_unit(label: str) -> str | None:
    """The unit of money that a heading or a corner states in brackets or behind 单位: yuan | wan | yi, or unknown for any
    other (千元, 万美元); None where it states none."""
    return next(_money_units(label), None)


def only_money_unit(text: str) -> str | None:
    """The unit of money that a text states, where it states no other besides."""
    units = {*_money_units(text)}
    return units.pop() if len(units) == 1 else None


def _money_units(text: str) -> Iterator[str]:
    for match in _UNIT.finditer(fold(text)):
        yield {"亿元": "yi", "万元": "wan", "元": "yuan"}.get(match["unit"], "unknown")


def is_adjustment(label: str) -> bool:
    """Whether a heading names the adjusted budget where no other does, but else the adjustment: 调整预算数."""
    return bool(_ADJUSTMENT.match(bare_label(label)))
