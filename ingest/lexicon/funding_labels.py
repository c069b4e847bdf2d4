"""What the label of a funding line says: a total, who gives and from where, a category of expenditure or an item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon.labels import bare_label


@dataclass(frozen=True, slots=True)
class FundingLabel:
    """What the label of a funding line says; the values are those of `FundingLine`."""

    kind: str
    level: str | None = None
    origin: str | None = None
    category: str | None = None


_FUND_LEVELS = (
    ("central", re.compile(r"^(?:中央|上级中央)")),
    (
        "provincial",
        re.compile(r"^(?:省|自治区|直辖市|兵团)(?:本?级|财政|补|资金|配套|拨款|专项)|^省|^(?:自治区|兵团)$"),
    ),
    ("prefecture", re.compile(r"^(?:市|州|地区|盟|盟市|地州|州市|师|师市)(?:\(州\))?(?:本?级|财政|补|资金|配套)")),
    (
        "county",
        re.compile(
            r"^(?:区|县|旗|区、?县|县、?区|旗县|旗县区|旗县市区|区\(县\)|县\(区\)|县\(市、?区\)|市县|县市|县市区|团场)"
            r"(?:本?级|财政|补|资金|配套)"
        ),
    ),
)
_JOINT_LEVELS = re.compile(
    r"^(?![县区旗]、[县区旗])(?:中央?|自治区|[省市州盟县区旗])(?:本?级)?(?:财政)?[、和与及](?:自治区|地方|[省市州盟县区旗])"
)
"""Several who gave together, and so none of them: 中央和省级财政资金, 省、市、县配套."""
_FUND_ORIGINS = (
    ("carryover", re.compile(r"结转|结余")),
    (
        "non_fiscal",
        re.compile(
            r"非财政|单位资金|单位自有|自有资金|自筹|专户|事业收入|经营收入|社会(?:资金|筹|投入|资本|捐)|银行贷款"
        ),
    ),
    (
        "current_year",
        re.compile(
            r"当年|本年|年初财政|一般公共预算|政府预算|政府性基金|国有资本|上级补助|上级资金|上级财政|本级资金|财政拨款|财政性?资金|本级财政"
        ),
    ),
)
_CATEGORIES = (
    ("three_public", re.compile(r"三公")),
    ("basic", re.compile(r"^基本支出|^人员经费|^公用经费")),
    ("project", re.compile(r"^项目支出")),
)
_OF_EXPENDITURE = re.compile(r"(?:基本|项目)支出(?:总额|合计|小计)?$")
_TOTAL = re.compile(
    r"^(?:年度|本年|项目|全年|资金|预算|年度项目|部门|财政)*(?:资金|预算|金额|支出)?(?:总额|总计|合计|总数|总金额)|^总计|^合计|^资金总额|^预算总额|^总额|^年度资金"
    r"|^(?:本年|全年|年度|部门|单位|预算)*总?支出(?:预算|决算)?$"
)
_LINE_LEAD = re.compile(
    r"^(?:其中[:：]?|[-—]+|[一二三四五六七八九十]+、|\d+[.、]|[①-⑳]|\((?:\d+|[一二三四五六七八九十]+)\)|资金(?:来源|结构)[:：])+"
)
_LOCAL_FUNDS = re.compile(
    r"^(?:地方(?:财政|专项|补助|配套|匹配)*(?:资金|经费|拨款|补助|配套)(?:/其[他它])?"
    r"|(?:乡镇?|镇[乡街]?|乡\(镇\)|镇\(街\)|街道|开发区|园区)(?:本?级)?(?:财政|配套)(?:资金|拨款|配套)?)(?:\(.*\))?$"
)
_OTHER_FUNDS = re.compile(r"^其(?:他|它)(?:资金|收入|来源)?$")


@lru_cache(maxsize=4096)
def funding_label(label: str) -> FundingLabel:
    """What kind of line a funding label names: total, source (who gives, from where), category or item."""
    bare = bare_label(label).lstrip("“”\"'")
    under = bare.startswith("其中")
    is_from = "资金来源" in bare and (lead := _LINE_LEAD.match(bare)) is not None and "资金来源" in lead.group()
    bare = _LINE_LEAD.sub("", bare)
    is_joint = _JOINT_LEVELS.match(bare) is not None
    level = next((name for name, pattern in _FUND_LEVELS if not is_joint and pattern.search(bare)), None)
    origin = next((name for name, pattern in _FUND_ORIGINS if pattern.search(bare)), None)
    category = next((name for name, pattern in _CATEGORIES if pattern.search(bare)), None)
    if _TOTAL.match(bare) and not under:
        return FundingLabel("total")
    if category and (not under or _OF_EXPENDITURE.match(bare)):
        return FundingLabel("category", category=category)
    if _OTHER_FUNDS.match(bare):
        return FundingLabel("source", origin="other")
    if level or origin:
        return FundingLabel(
            "source", level=level, origin=None if (level or is_joint) and origin == "current_year" else origin
        )
    return FundingLabel("source" if under or is_from or is_joint or _LOCAL_FUNDS.match(bare) else "item")
