"""Projects that the prose names as what is evaluated, and how much their names have in common with the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ingest.lexicon.text import fold, squeeze
from ingest.observations.records import NamedProject
from ingest.observations.sentences import Sentence

_DIGITS = Decimal("0.0001")

# fmt: off
_NAME = r"(?P<name>[^，,。；;：:、！？的了对为是在中与和及\s]{3,30}?(?:项目|工程|专项资金|专项经费|补助资金))"
_EVALUATION = re.compile(r"评价|评估|自评|考核")
_EVALUATED = (
    re.compile(rf"(?:评价|自评|评估|考核)(?:了)?[“\"《]?{_NAME}[”\"》]?(?:支出|资金)?的?(?:总体|整体|实施|预算)?(?:绩效|实施情况|完成情况|执行情况)"),
    re.compile(rf"(?:针对|对|开展|组织|做好|完成)(?:了)?(?:本|全)?(?:20\d\d年度?)?[“\"《]?{_NAME}[”\"》]?(?:支出|资金)?(?:进行|开展|实施|的)*(?:了)?(?:部门|单位|财政|预算|整体|支出)*(?:绩效)?(?:自我评价|自评价|自评|评价|评估|考核)"),
    re.compile(rf"(?:评价|自评|评估|考核)(?:的)?(?:对象|项目)(?:为|是)[“\"《]?{_NAME}"),
)
_NOT_IN_NAME = re.compile(r"由|开展|填报|组织|进行|根据|按照|负责|结合|采[取用]|通过|确定|作为|纳入|小组|[处科]室|完成")
_GENERIC = re.compile(
    r"20\d\d年?度?|(?:中央|省|市|州|区|县|乡|镇|本)级|财政|预算|支出|资金|专项|经费|项目|工程|部门|单位|整体|绩效|自评|评价|评估|考核|工作|年度|情况|实施|组织|"
    r"上述|相关|有关|全部|所有|部分|重点|每个|各个|各|该|本|此|其他|其它|具体|单个|主要|政府|投资|民生|建设|管理|服务|公共|基本|综合|日常|保障|运行|业务|购买|采购|补助|中央|转移支付|区域|政策|执行|一般|"
    r"开展|进行|完成|下达|安排|批复|我局|我单位|我办|我镇|我街道|[\W_]"
)
# fmt: on


def named_projects(report_no: int, prose: Iterable[Sentence], own: Iterable[str]) -> list[NamedProject]:
    """The projects so named, each once. `own`: the texts that say what the report is about."""
    named: dict[str, tuple[Sentence, re.Match[str]]] = {}
    for sentence in prose:
        if not _EVALUATION.search(sentence.text):
            continue
        for pattern in _EVALUATED:
            for match in pattern.finditer(sentence.text):
                name = _NOT_IN_NAME.split(squeeze(match["name"]))[-1]
                if telling_pairs(name):
                    named.setdefault(name, (sentence, match))
    known = {pair for text in own for pair in telling_pairs(text)} if named else set()
    found: list[NamedProject] = []
    for name, (sentence, match) in named.items():
        telling = telling_pairs(name)
        overlap = Decimal(len(telling & known)) / len(telling)
        evidence = sentence.evidence(match.start("name"), match.end("name"))
        found.append(NamedProject(report_no, len(found) + 1, name, overlap.quantize(_DIGITS), evidence))
    return found


def telling_pairs(name: str) -> set[str]:
    """The pairs of neighbouring characters of a name but for the words that any project's name may hold."""
    words = _GENERIC.sub(" ", fold(name)).split()
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}
