"""Lines that head something: titles of forms and reports, attachment marks, numbered section headings.

Reports run into each other without any mark but their titles, so a title is told from a sentence by its form alone:
short, without the punctuation of a sentence, ending in the name of a document kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon.note_marks import label_without
from ingest.lexicon.text import fold, squeeze

ATTACHMENT = re.compile(r"^\s*附\s*(?:件|表)\s*[\d一二三四五六七八九十]*(?:\s*[-—－.]\s*\d+)*\s*[:：]?\s*$")
_LEADING_MARK = re.compile(r"^(?:附(?:件|表)[\d一二三四五六七八九十]*(?:[-—－.]\d+)*[:：]?|【[^】]{2,8}】)")
_PAGE_LABEL = re.compile(r"^\s*(?:标题|题目|(?:内容)?概述|(?:信息|文件)?名称)\s*[:：]\s*")
"""What a web page prints before the title of what it publishes."""
_GLUED_ATTACHMENT = re.compile(
    r"^(?P<before>.*[^\s见如（(及和与《“、\d])\s*(?P<heading>附件\s*\d+(?:[-—－]\d+)*\s*[:：]?)\s*$"
)
_GLUED_TITLE = re.compile(
    r"^(?:(?P<before>无。?|优|良|中|差)[ \u3000]+|"
    r"(?P<joined>无(?:。|(?![为锡极棣线障偿人]))|优(?![抚化质待先良秀])|良(?![庆乡种好])|差(?![旅额异]))(?=\S{4,40}20\d\d年))"
    r"(?P<heading>\S.{5,}(?:报告|表|清单))\s*$"
)
"""What the last cell above says, right before the title of the next report; joined to it only where it begins no name
(无为市, 中共某县委)."""
ATTACHED = "附件"
GLUED_ENDS = ("报告", "表", "清单")
_TITLE_BEHIND_SENTENCE = re.compile(r"^(?P<before>.*[。！？])\s*(?P<heading>[^。！？《，,；;]{8,60}(?:报告|表))\s*$")
_LIST_MARK = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]+[)）]?\s*[、.．:：](?!\d)|\d{1,2}[.．](?=20\d\d年)|[（(][\d一二三四五六七八九十]+[)）]|附[件表]?\s*[:：]|[图表]\s*[\d一二三四五六七八九十]|[①-⑳*•·-])"
)
_NOT_IN_TITLE = re.compile(r"[，。；！？,;!?|]")
_DAY = re.compile(r"20\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2})")
_FILE_NUMBER = re.compile(r"[〔\[(（【]20\d\d[〕\])）】]第?\d+号$")
_PART_OF_DOCUMENT = re.compile(r"第[一二三四五六七八九十]+部分")
_OF_PAGE = re.compile(
    r"^(?:发[文布](?:单位|机[构关]|时间|日期)|索引号|文号|来源|作者|浏览|点击|当前位置|首页|网站)|IPv6|无障碍"
)
"""What a web page prints above a title."""
_FILE_END = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|html?)$", re.IGNORECASE)
_OF_WHAT = r"(?:[^（()）]|[（(][^（()）]{1,8}[)）]){4,40}(?:项目|资金|经费|补助|补贴|专项)"
_TAIL = re.compile(rf"(?:(?:[（(](?:[^（()）]{{0,14}}|{_OF_WHAT})[)）]?)+|篇\d{{1,2}})$")

SECTION = re.compile(r"^\s*(?P<number>[一二三四五六七八九十]+)\s*、\s*(?P<name>\S.*?)\s*$")
SUBSECTION = re.compile(r"^\s*[（(](?P<number>[\d一二三四五六七八九十]+)[)）]\s*(?P<name>[^。：:]{2,40})[。：:]?")

_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "other",
            r"(?:绩效目标(?:申报|批复|审核)?表|(?<![和与及])监控(?:(?!自评|评价).){0,6}(?:表|报告|总结)|"
            r"事前.{0,8}(?:评估|评价).{0,4}(?:表|报告)|(?:问题|意见|反馈|(?<![及和与、])(?:自评|评价|结果))的?整改(?:落实)?(?:情况)?的?(?:报告|表)|绩效管理(?:工作)?(?:情况)?的?报告|"
            r"(?:决算|预算)(?:公开)?(?:报告|说明|表))$",
        ),
        ("issue_list", r"问题清单$"),
        ("annex", r"(?:资金使用情况表|实施情况表|基础数据表|佐证材料.*表?)$"),
        ("score_sheet", r"(?:打分表|评分表|计分表|评分细则表?|(?<!设置)指标体系(?:表|评分)?|得分表)$"),
        ("department_text", r"整体.{0,8}(?:自评|评价).{0,4}情况(?:说明)?$|20\d\d年.{2,}整体支出绩效自评$"),
        ("report", r"(?:自评|评价|绩效|评估).{0,8}报告(?:书|正文)?$"),
        (
            "report",
            r"20\d\d年.{2,}绩效自评(?:工作)?的?(?:总结|综述|情况的?(?:说明|汇报))$|20\d\d年.{2,}(?:项目|资金|经费)(?:支出)?绩效自评$|(?:项目|资金|经费|支出).{0,4}自评(?:情况)?说明$|20\d\d年.{2,}项目绩效自评情况$|20\d\d年.{2,}(?:项目|资金|经费)(?:支出)?(?:绩效)?自评结果$",
        ),
        ("form", r"(?:自评|评价|自我评价|自评价|自查|考评|考核).{0,4}表$|绩效目标(?:实际)?完成情况(?:自评)?表$"),
    )
)
_BARE_TITLE = re.compile(r"绩效自评$|自评(?:情况)?说明$|自评结果$")
_ORGANIZATION_END = (
    "人民政府办公室|人民政府|政府办公室|委员会办公室|纪律检查委员会|委(?:组织部|宣传部|统战部|政法委员会|政法委|办公室|党校)|"
    "服务中心|管理中心|街道办事处|办事处|委员会|办公室|管理局|监督局|中心(?:小学|学校|幼儿园|校|卫生院)|"
    "法院|检察院|医院|卫生院|学院|大学(?!生)|中学(?!生)|小学(?!生)|学校|幼儿园|图书馆|博物馆|文化馆|档案馆|联合会|联合社|联社|"
    "总工会|公司(?!治理)|集团(?!化)|电视台|总队|支队|大队|研究所|研究院|中心(?![城镇村区])|协会(?!商会)|局(?!部(?!门)|域网)|厅|委(?![托派])|(?<![城乡小古集名强重])(?<!重点)(?<!中心)(?<!建制)镇(?![村域区级乡])|"
    "(?<![城水侨])乡(?![村镇土])|(?<![县市])街道(?!路)"
)
_ORGANIZATION = re.compile(
    r"^(?!健全|完善|加[强快]|提[升高]|改善|深化|推[进动]|促进|建立|支持|扶持|强化|优化|落实|"
    r"(?:中央|上级|[省市县区]级?)(?:财政)?(?:专项|一般性)?(?:转移支付|补助))"
    rf".{{1,38}}?(?:{_ORGANIZATION_END})(?=关于|20\d\d|[^（(]|$)"
)
_BEFORE_A_YEAR = re.compile(
    rf"(?:{_ORGANIZATION_END}|[部处馆站所会社队园院校场段署台组办]|政协|人大|[残妇文侨]联|社科联|工商联|科协)$"
)
_PLACE_ONLY = re.compile(
    r"^(?:[\u4e00-\u9fffA-Z×X]{1,12}?(?:省|自治区|市|自治州|州|盟|地区|县|新区|开发区|区|旗|镇|乡))+(?:[省市州县区本]级)?$"
)
_NO_PLACE = re.compile(r"(?:[小古]镇|[园社景校库灌]区)$")
_FACILITY = re.compile(r"(?:中心|馆)$")
_FACILITIES = re.compile(r"(?:公立医院|乡镇(?:中心)?卫生院|中小学)$")
_BUILT = re.compile(r"(?:新建|改?扩建|迁建|建设|提升改造|维修改造|改造|补助资金)")
_INSTITUTION = re.compile(r"(?:学校|中学|小学|幼儿园|学院|医院|卫生院)$")
_NOTHING_BUT_BUILT = re.compile(r"(?:新建|改?扩建|迁建|建设|改造|维修|修缮|提升|加固|重建)+(?:项目|工程)")
_NOT_IN_UNIT = re.compile(r"[\d：:，。、]")
_BEFORE_ORGANIZATION = re.compile(r"^(?:关于)?(?:[（(]?(?:20\d\d年?度?[-—–－~～至到]+)?20\d\d[)）]?年?度?)?")
_WEAK_END = re.compile(r"(?:委|镇|乡|街道|中心|协会|公司|集团|学校|中学|小学)$")
_DIVISION = re.compile(r"[省市县区州旗盟镇乡]")
_GENERIC = re.compile(
    r"^(?:[^省市县区（(]{1,4}(?:省|(?<![集超夜菜上城都])市|(?<![范困点强])县|自治区|自治州)){0,3}"
    r"(?:(?<=[省市])[^省市县区（(]{1,3}(?<![园社小片街景库校灌灾矿牧林山范护聚验])区)?"
    r"(?:(?:中央|[省市州区县本乡镇])本?级)?(?:财政)?(?:预算)?(?:一般公共|部门|单位|财政|政府性基金)?"
    r"(?:[（(](?:单位|部门)[)）])?(?:预算|决算中?)?(?:项目|支出|专项资金|专项|资金|执行(?:情况)?)*$"
)
_OF_UNIT = re.compile(r"整体|(?:部门|单位)预算执行情况")
_OF_BUDGET = re.compile(r"预算执行(?:情况)?$")
_OF_FUNDS = re.compile(rf"[（(](?P<name>{_OF_WHAT}[^（()）]{{0,12}})(?:[)）]|$)")
_TRANSFER = re.compile(r"(?:中央(?:财政|对地方)?|上级|[省市]级)?(?:财政)?(?:专项|一般性)?转移支付(?:资金)?$")
_SENT = re.compile(r"^关于(?:上报|报送|呈报|提交)")
_BARE_YEAR = re.compile(r"(20\d\d)(?=[\u4e00-\u9fff])(?!年)")
_NO_PROJECT = re.compile(
    r"^(?:区域|部门决算|绩效目标|项目(?:实施|建设|运行)|(?:中央(?:对地方)?|[省市县区]对下|上级)?(?:专项|一般性)?转移支付)$"
)
_YEAR = re.compile(r"[（(]?\s*(?:20\d\d\s*年?度?\s*[-—–－~～至到]\s*)?(20\d\d)\s*[)）]?\s*年度?")

_PROJECT = re.compile(
    r"^(?:关于)?(?:开展)?(?P<name>.+?)(?:项目支出|支出|项目)?(?:预算)?(?:使用(?:情况)?)?"
    r"(?:部门|单位|财政|整体|综合|重点|区域|事?后|中期|成本|自查|绩效目标(?:完成情况)?)*"
    r"(?:绩效(?:单位|部门|财政|重点|自我|跟踪|再)?(?:自评|评价|评估|考评|考核|问题|报告)|(?<!绩效)自?评价(?:情况的?)?报告|"
    r"自我评价(?:情况的?)?报告|(?<!工作)(?<!绩效)自评(?:情况的?)?报告|(?<!绩效)自评(?:情况)?表|自评结果$)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says. Names are None where the title does not carry them."""

    kind: str
    text: str
    year: int | None
    organization: str | None
    project: str | None
    is_department: bool


def is_heading(line: str) -> bool:
    """Whether the line heads a new part of a document: an attachment mark or a title."""
    return bool(ATTACHMENT.match(line)) or title_kind(line) is not None


def split_heading(line: str) -> tuple[str, str] | None:
    """(text, heading) where a heading stands right behind the last word of what came before, on the same line."""
    if ATTACHED not in line and not line.rstrip().endswith(GLUED_ENDS):
        return None
    match = _GLUED_ATTACHMENT.match(line) or _GLUED_TITLE.match(line) or _TITLE_BEHIND_SENTENCE.match(line)
    if (
        match
        and match.re is _TITLE_BEHIND_SENTENCE
        and not (title_kind(match["heading"]) and is_complete(match["heading"]))
    ):
        return None
    if match is None:
        return None
    before = match["joined"] or match["before"] if match.re is _GLUED_TITLE else match["before"]
    return before, match["heading"]


@lru_cache(maxsize=4096)
def title_kind(line: str) -> str | None:
    """The document kind that a title line ends in, None for a line that is no title."""
    if _NOT_IN_TITLE.search(line):
        return None
    folded = fold(label_without(line))
    if not 4 <= len(folded) <= 90 or _NOT_IN_TITLE.search(folded) or _LIST_MARK.match(folded) or SECTION.match(line):
        return None
    bare = _TAIL.sub("", folded).strip("《》:：")
    return next((kind for kind, pattern in _KINDS if pattern.search(bare)), None)


def is_monitoring(title: str) -> bool:
    """Whether a title speaks of the year under way: 绩效运行监控表."""
    return "监控" in squeeze(title)


def is_bare_title(line: str) -> bool:
    """Whether a title ends in the evaluation itself (2022年某资金绩效自评), as headings within a report do too."""
    return bool(_BARE_TITLE.search(fold(line)))


@lru_cache(maxsize=4096)
def is_numbered(line: str) -> bool:
    """Whether a line starts with a list mark or a section number, so that it goes on with no line before it."""
    return bool(_LIST_MARK.match(fold(line)) or SECTION.match(line))


def can_precede_title(line: str) -> bool:
    """Whether `line` may be the first half of a title that runs over two lines."""
    folded = fold(line)
    return (
        5 <= len(folded) <= 60
        and not _NOT_IN_TITLE.search(folded)
        and ":" not in folded
        and not folded.endswith(")")
        and not _DAY.search(folded)
        and not _FILE_NUMBER.search(folded)
        and not _OF_PAGE.search(folded)
        and not _PART_OF_DOCUMENT.match(folded)
        and not _LIST_MARK.match(folded)
        and not SECTION.match(line)
        and not ATTACHMENT.match(line)
        and title_kind(line) is None
    )


def is_complete(title: str) -> bool:
    """Whether a title starts with a year or an organisation, so that no line before it belongs to it."""
    folded = fold(title)
    return bool(_YEAR.match(folded)) or organization_in(folded) is not None or _begins_with_facility(folded)


def _begins_with_facility(folded: str) -> bool:
    """Whether a title begins with the place of what is built: 东山县文化馆改造项目."""
    match = _ORGANIZATION.match(folded)
    is_placed = match is not None and _DIVISION.search(match.group()[:-1])
    return bool(match and is_placed and _names_what_is_built(match.group(), folded[match.end() :]))


def organization_in(text: str) -> str | None:
    """The organisation that `text` starts with, as far as its name's end can be told."""
    return _split_organization(squeeze(text))[0]


def _split_organization(folded: str) -> tuple[str | None, str]:
    """(organisation or None, what follows it). A place alone in front of a year is no organisation: 某市2023年…"""
    body = _BEFORE_ORGANIZATION.sub("", folded)
    year = _YEAR.search(body)
    head, rest = (body[: year.start()], body[year.start() :]) if year and year.start() > 1 else (body, "")
    bare = head.removesuffix("关于")
    if rest and _BEFORE_A_YEAR.search(bare) and not _PLACE_ONLY.match(bare) and len(bare) > 3:
        return bare, rest
    if rest and _PLACE_ONLY.match(bare) and not _NO_PLACE.search(bare):
        is_place_of_unit = _WEAK_END.search(bare) and _DIVISION.search(bare[:-1])
        return (bare if is_place_of_unit else None), rest
    match = _ORGANIZATION.match(bare)
    is_weak = match is not None and _WEAK_END.search(match.group()) and not _DIVISION.search(match.group()[:-1])
    if match is None or (is_weak and not bare.startswith("关于", match.end())):
        return None, body
    if bare == head and _names_what_is_built(match.group(), bare[match.end() :]):
        return None, body
    return match.group(), body[match.end() :]


def _names_what_is_built(unit: str, behind: str) -> bool:
    """Whether what looks like a unit is what a project builds or pays for: 养老服务中心 in 养老服务中心建设项目."""
    is_built = _FACILITY.search(unit) and _BUILT.match(behind)
    is_built = is_built or (_INSTITUTION.search(unit) and _NOTHING_BUT_BUILT.match(behind))
    return bool(is_built or (behind and _FACILITIES.search(unit)))


def is_unit(line: str) -> bool:
    """Whether a line is nothing but the name of a unit: the first line of a title, or a signature."""
    name = squeeze(line)
    return 4 <= len(name) <= 30 and not _NOT_IN_UNIT.search(name) and bool(_BEFORE_A_YEAR.search(name))


def _whole(name: str) -> str:
    """A name without the end of a bracket that a year took the rest of along: 民族工作资金(2017-2019年度)."""
    folded = fold(name)
    return name[:-1] if folded.endswith(")") and folded.count(")") > folded.count("(") else name


def is_generic(name: str) -> bool:
    """Whether a name is that of a kind of money or of all of a unit's, not of a project: 省级财政专项资金, 整体支出."""
    bare = _OF_BUDGET.sub("", _YEAR.sub("", name, count=1))
    return bool(_GENERIC.match(bare) or _NO_PROJECT.match(bare)) or "整体" in name


def read_title(lines: list[str]) -> Title | None:
    """The title that `lines` (its printed lines, the last one ending in a document kind) make up; the name of a file
    above it may name the unit and the project, and is no part of its text."""
    kind = title_kind(lines[-1])
    if kind is None:
        return None
    printed = [line.strip() for line in lines]
    files = [line for line in printed[:-1] if _FILE_END.search(line)]
    text = _PAGE_LABEL.sub("", label_without("".join(line for line in printed if line not in files)))
    named = "".join(_FILE_END.sub("", line) for line in files)
    folded = _SENT.sub("关于", _LEADING_MARK.sub("", squeeze(named + text)))
    year = _YEAR.search(folded)
    organization, rest = _split_organization(folded)
    rest = _YEAR.sub("", rest.lstrip(":：").removeprefix("关于"), count=1).replace("《", "").replace("》", "")
    project = _PROJECT.match(_TAIL.sub("", rest))
    name = _whole(project["name"].removesuffix("的")) if project else None
    bare_year = _BARE_YEAR.match(name) if name and year is None else None
    if name and bare_year:
        year, name = bare_year, name[bare_year.end() :]
    of_funds = _OF_FUNDS.search(folded) if name and "整体" not in folded else None
    if name and of_funds and _TRANSFER.search(_OF_FUNDS.sub("", name)):
        unit, name = _TRANSFER.sub("", _OF_FUNDS.sub("", name)), of_funds["name"]
        organization = organization or (unit if is_unit(unit) and not _PLACE_ONLY.match(unit) else None)
    elif name and of_funds and is_generic(name):
        name = of_funds["name"]
    if name and is_generic(name):
        name = None
    if name and not re.search(r"(?:项目|经费|资金|专项)$", name) and name + "项目" in rest:
        name = name + "项目"
    return Title(kind, text, int(year[1]) if year else None, organization, name, bool(_OF_UNIT.search(folded)))
