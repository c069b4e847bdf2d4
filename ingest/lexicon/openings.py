"""How a document opens that no title of the usual form heads: a title cut short or dressed up, or the sentence that
announces the evaluation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.lexicon.text import fold, squeeze
from ingest.lexicon.titles import SECTION, title_kind

_EVALUATED = re.compile(r"自评|自我(?:绩效)?评价|绩效评[价估]|绩效考评")
_ANNOUNCES = re.compile(
    r"(?:报告|汇报|说明|公布|公开|公示|(?:自评|评价|考评)(?:工作)?(?:情况|结果)?)如下|形成(?:了)?本?[^。]{0,8}(?:自评|评价)报告|"
    r"开展了?[^。]{0,30}自评.*自评得分?[为是]?\d"
)
_ANNOUNCED = re.compile(
    r"现将(?:[我本该全][省市县区镇乡局委办厅院校街站所]|[我本该](?:单位|部门|中心))*"
    r"(?P<title>[^，,。；;：:]{8,80}?(?:自评|评价|考评)[^，,。；;：:]{0,8}?(?:报告|情况|结果))"
    r"(?:给予|予以)?(?:报告|汇报|公布|公开|公示|说明)?如下"
)
_ANNOUNCING = ("如下", "形成", "自评得")
_ANNOUNCES_OTHERS = re.compile(r"通知如下|通报|请各|请你|监控情况")
_MARK = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（]?[\d一二三四五六七八九十]+[)）.、．])(?!\d)")
_BEHIND = re.compile(
    r"(?:(?<=报告)(?:\d{1,2}|[(（]?[一二三四五六七八九十][)）]?)|[。,，;；]|\.(?:docx?|pdf|wps|xlsx?|html?)|[-—–_|]+(?:[^-—–_|]{4,20}|第\d+页))$"
)
_MADE_PUBLIC = re.compile(r"(?:[(（]?(?:摘要|全文|正文|节选)[)）]?|的?(?:公示|公告|公开|公布|函))$")
_SENT = re.compile(r"^关于(?:报送|上报|提交|公开|公布)")
_NEWS = re.compile(
    r"[局委办厅院校队所站会府心镇乡](?:(?:积极|认真|扎实|全面|深入|及时|组织|启动|部署|持续|稳步|有序|大力|切实)*"
    r"(?:开展|推[进动]|完成|做[好实]|抓[好实]|加[强快]|强化|落实)|启动|部署|召开)"
    r"(?!.*(?:情况|结果)$)"
)
_OUTLINE = re.compile(
    r"(?:(?:[一二三四]、|[(（]一[)）])绩效目标分解下达(?:情况)?|"
    r"[一二三]、(?:绩效)?自评结论|"
    r"[一二三四]、(?:(?:项目|部门|单位|整体)(?:支出)?)?绩效自评(?:工作)?(?:开展|组织(?:实施|开展)?)情况)[。:：]?"
)
"""Sections that only a self-evaluation has: of the outline that the ministry gives, and of those made after it."""
_OUTLINE_WORDS = ("绩效自评", "分解下达", "自评结论")
_OUTLINE_IN_ONE = re.compile(r"一、绩效目标分解下达情况.*二、绩效目标完成情况分析")
"""That outline with all of its text in one paragraph."""
_TITLE_IN_FRONT = re.compile(
    r"^(?P<title>[^。，,;；:：！？]{6,80}?(?:自评|评价|评估)报告)"
    r"(?=[一1](?:、|[.．](?!\d))|[(（]一[)）]|(?:项目)?(?:基本|总体)?(?:情况|概况)[1一(（]|"
    r"(?:(?:主管|实施|评价)(?:部门|单位)|项目(?:名称|单位)|填报(?:人|单位|日期))[:：]|"
    r"(?:根据|按照|依据|为(?:了|进一步|加强|规范|切实|贯彻|做好|全面|深入))[^。]{6})"
)
_SHARED = re.compile(r"^《(?P<name>[^》]{4,80})》由会员(?:上传)?分享")
"""How a viewer introduces a document by the name of its file."""
_NO_WORDS = re.compile(r"^(?:附件\d{0,2}[:：]?)?(?:(?!20\d\d年)[^\u4e00-\u9fff])+|^附件\d{0,2}[:：]?")
_LONGEST_HEAD = 140
_LONGEST_SECTION = 40
_SHOWS = "反映"
"""本部门在决算中反映2个项目绩效自评结果: a sentence that only looks like a title."""
_LABELLED = re.compile(r"(?:绩效)?(?:评价|自评)(?:方式|类型|机构|单位|时间)[:：]")
_IS_DONE = re.compile(r"评价方式:(?:部门|单位|项目|[(/)])*(?:绩效)?自评$")
_ENDS = re.compile(r".{4,}(?<!开展)(?<!进行)(?:绩效)?(?<!开展绩效)(?<!进行绩效)(?:自评|评价)(?:工作)?(?:情况|结果)?$")

_SECTIONS = re.compile(
    r"(?:(?:20\d\d年度?)?[^，。、]{2,16}(?:公益金|资金|经费))?(?:绩效|自评|评价|项目|支出)*(?:"
    r"(?P<goals>目标(?:分解|任务)?下达情况|分解下达情况)|(?P<reached>目标(?:完成|实现)情况(?:分析)?)|(?P<missed>偏离绩效目标的?原因.*)"
    r"|(?P<used>(?:自评|评价)?结果(?:拟|的)?应用.*公开.*)|(?P<work>(?:自评|评价)工作(?:开展|组织|实施)*情况)"
    r"|(?P<concluded>(?:综合|总体)?评价(?:情况及|情况与|情况和)?(?:评价|综合)?结论)|(?P<scored>评价指标(?:得分)?(?:情况)?分析)"
    r")"
)
"""What the templates of evaluations call their sections, each by what it tells."""
_SECTIONS_OF_OTHERS = re.compile(r"监控|事前|预测|申报|设定")
_INSTRUCTS = re.compile(r"(?:通知|办法|方案|细则|规程|指引|提纲|模板)(?:[(（].*[)）])?$")


_BY_SUBJECT = re.compile(
    r"(?P<mark>[一二三四五六七八九十]+(?=、)|[(（](?=[一二三四五六七八九十])|\d(?=[.．、]))[一二三四五六七八九十\d]*[)）.．、]+"
    r"(?:\d{4}年度?)?(?:(?P<whole>(?:部门|单位)?(?:[(（](?:单位|部门)[)）])?整体(?:支出)?)|(?:部门|单位)?(?:预算)?项目(?:支出)?)(?:预算)?"
    r"绩效(?:自评|评价)?(?:工作)?(?:开展)?(?:情况|结果|报告)[。:：]?"
)
"""A section on the whole of a unit, or on its projects; `mark` tells what ranks it among headings."""
_ON_WHOLE = re.compile(
    r"\((?:部门|单位)?(?:\(单位\))?整体支出\)|"
    r"(?:绩效)?(?:评价|自评)(?:类型|类别|对象):?(?:部门|单位)?(?:\(单位\))?整体(?:支出)?"
)
_SCORES_WHOLE = re.compile(r"整体(?:支出)?(?:绩效)?[^，。；\d]{0,6}(?:自评|评价)[^，。；\d]{0,6}\d+(?:\.\d+)?分")


def scores_whole_unit(text: str) -> bool:
    """Whether a sentence gives the score of all that a unit spends: 某局整体支出绩效自评得分95分."""
    return "整体" in text and _SCORES_WHOLE.search(squeeze(text)) is not None


def is_on_whole_unit(line: str) -> bool:
    """Whether a line below a title says that it is on all that a unit spends: （部门整体支出）, 评价类型：整体支出."""
    return _ON_WHOLE.fullmatch(fold(line)) is not None


def subject_of_section(line: str) -> tuple[str, bool] | None:
    """(how its number is printed, whether it is of the whole unit) for a heading of a section that evaluates the unit
    or its projects: 二、部门整体支出绩效自评情况, （二）项目支出绩效情况."""
    match = _BY_SUBJECT.fullmatch(squeeze(line)) if len(line) <= _LONGEST_SECTION else None
    if match is None:
        return None
    mark = match["mark"]
    return ("(" if mark in "(（" else "1" if mark.isdecimal() else "一"), match["whole"] is not None


def opening_title(line: str) -> str | None:
    """The title, in the usual form, of a line at the head of a document: 某项目绩效自评报告 for 某项目绩效自评报告摘要,
    for 1.某项目绩效自评报告.docx, for 关于某项目绩效自评结果的公示."""
    text = squeeze(line)
    if not _EVALUATED.search(text) or len(text) > 90 or ">" in text or _SHOWS in text or _LABELLED.match(text):
        return None
    bare = _SENT.sub("关于", _MADE_PUBLIC.sub("", _BEHIND.sub("", _MARK.sub("", text))))
    if title_kind(bare) in {"report", "department_text", "form"}:
        return bare
    is_named = (
        text[-1] not in "。;；"
        and not _NEWS.search(bare)
        and _ENDS.fullmatch(bare)
        and title_kind(bare + "报告") == "report"
    )
    return bare + "报告" if is_named else None


def shared_name(text: str) -> str | None:
    """The name of the file that a viewer says is shared there."""
    match = _SHARED.match(text) if text.startswith("《") else None
    return match["name"] if match else None


def announces(text: str) -> bool:
    """Whether a sentence says that an evaluation follows, 现将项目绩效自评情况报告如下, or a line of a report's cover
    how it is done: 评价方式：部门（单位）绩效自评."""
    if "方式" in text and _IS_DONE.match(fold(text)):
        return True
    if not any(word in text for word in _ANNOUNCING):
        return False
    folded = fold(text)
    return bool(_EVALUATED.search(folded) and _ANNOUNCES.search(folded) and not _ANNOUNCES_OTHERS.search(folded))


def announced_title(text: str) -> str | None:
    """The title that a sentence announces: 2022年某项目绩效自评报告 in 现将2022年某项目绩效自评报告公布如下."""
    match = _ANNOUNCED.search(squeeze(text)) if "现将" in text and "如下" in text else None
    return match["title"] if match else None


def section_of_evaluation(lines: Sequence[str]) -> str | None:
    """The first section headed by one of the lines that only a self-evaluation has, or else the first of those that the
    templates of evaluations ask for, where two of them are; None for what a line above it calls instructions."""
    sections = {line: fold(match["name"]) for line in lines if (match := SECTION.match(line))}
    told = {line: match.lastgroup for line, name in sections.items() if (match := _SECTIONS.fullmatch(name))}
    first = next(filter(_is_of_outline, lines), next(iter(told), None) if len(set(told.values())) > 1 else None)
    if first is None or any(_SECTIONS_OF_OTHERS.search(name) for name in sections.values()):
        return None
    above = takewhile(lambda line: line != first, lines)
    return None if any(_INSTRUCTS.search(squeeze(line)) for line in above) else first


def _is_of_outline(line: str) -> bool:
    if not any(words in line for words in _OUTLINE_WORDS):
        return False
    text = squeeze(line)
    return bool(_OUTLINE.fullmatch(text) or _OUTLINE_IN_ONE.match(text))


def title_in_front(text: str) -> str | None:
    """The title that stands before the first section in one paragraph with it: 某项目绩效自评报告 一、基本情况…"""
    head = text[:_LONGEST_HEAD]
    match = _TITLE_IN_FRONT.search(_NO_WORDS.sub("", squeeze(head))) if "报告" in head else None
    return match["title"] if match else None
