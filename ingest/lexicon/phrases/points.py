# ruff: noqa: E501  (a vocabulary is read by the line)
"""What the words on points name: a section of the scoring, all that is evaluated, or a rule."""

from __future__ import annotations

import re

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
_OR_LESS = re.compile(
    r"^\s*[，,；;]\s*(?:[^。；;]{0,14}?每|否则|缺[一少]|一项|[发出]现|(?:不|未|无|没有)[^，,。；;]{0,10}的)[^。；;]{0,14}?(?:[扣减]|不得分|得0分|不计分)"
    r"|^[；;][^。]{0,60}?的[，,][加扣]\d"
)
_ON_CONDITION = re.compile(r"的[，,]?(?:可|计|加)?得?\s*$")
_LEVEL1_SECTION = re.compile(
    r"^(?:其中[:：]?|项目|绩效|一级指标|[A-Z一二三四五六七八九十]{1,2}[、.]?|[“\"（(])*"
    r"(?P<name>决策|投入|过程|管理|产出|效益|效果|满意度|成本|预算执行率?|执行率)(?:指标|类|部分|方面|维度|情况)*[”\"）)]*"
    r"(?=$|[（(:：，,]|得|自评|评|满分|分值|权重|标准分|实|应|共|总|合计|为|计)"
)


def is_section(subject: str) -> bool:
    """Whether words name a section or an indicator of the scoring: 产出指标, 项目决策, 预算执行率."""
    return bool(_SECTION.search(subject)) and not is_whole(subject)


def is_whole(subject: str) -> bool:
    """Whether words name what is evaluated as a whole: a project, its money, a unit."""
    return bool(_WHOLE.search(subject))


def is_rule(about: str, behind: str) -> bool:
    """Whether points stand in a rule of scoring or of grades and not in a result."""
    return bool(_RULE.search(about) or _RULE_BEHIND.match(behind))


def is_award(before: str, following: str) -> bool:
    """Whether points are what a criterion awards: 记录完整的，得2分, or what it takes off else stands behind them: 制度健全，
    得2分；缺一项扣1分."""
    return bool(_OR_LESS.match(following) or _ON_CONDITION.search(before))


def level1_section(about: str) -> str | None:
    """The level-1 group that words on points name; None for a part of a group (产出数量, 社会效益) and any other words."""
    match = _LEVEL1_SECTION.match(about)
    return match["name"] if match else None
