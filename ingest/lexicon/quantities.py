# ruff: noqa: E501  (a vocabulary is read by the line)
"""Counted and measured quantities in running text: 9辆公务用车, 培训3期, 39.6万件, 245133万元.

Spans of time (12个月, 24小时), years, ordinals (第3条) and percentages are no quantities; names in 《》 and “” hold none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.lexicon.numerals import chinese_number

# fmt: off
_TELLING_UNITS = "辆|台套|台|套|栋|幢|座|所|户|名|平方公里|公里|千米|亩|公顷|棵|株|艘|架|盏|顶"
_UNITS = (
    "人次|户次|件次|份次|场次|批次|班次|车次|辆次|家次|平方米|立方米|立方|平米|㎡|m²|吨|公斤|千克|千瓦时|"
    "个(?!月|工作日|小时|百分点|季度|年度?|星期|学期|自然日)|项|件|次(?!性)|人(?![民才])|家(?!庭)|份|篇|期(?!工程|项目|间)|场|米|头|只|处|条|间|批|本|册|支|宗|起|例|张|块|部(?!分|门)|门|"
    "种|类|组|队|位|口|眼|度|片|根|盘|桶|袋|箱|瓶|把|床|元"
)
# What must not stand before a number is asked behind its first character: a search stops only where one may begin.
_NUMBER = r"\d(?<![\d.．A-Za-z第〔\[-].)(?<!\d[,，].)(?:\d{0,2}(?:[,，]\d{3})+|\d*)(?:[.．]\d+)?"
_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER})[ \u3000]*(?P<scale>[万亿千百])?(?P<over>余|多)?[ \u3000]*(?P<unit>{_TELLING_UNITS}|{_UNITS})"
)
_WORDED = re.compile(rf"(?P<number>[二三四五六七八九十两百](?<![一二三四五六七八九十百千零〇第].)[一二三四五六七八九十百零]{{0,5}})(?P<unit>{_TELLING_UNITS})")
_NAMES = re.compile(r"《[^》]*》|“[^”]*”|\"[^\"]*\"|〔[^〕]*〕")
_ABOUT_BEFORE = re.compile(r"(?:大?约|将近|近|接近)\s*$")
_OVER_BEFORE = re.compile(r"(?:超过?|逾|多达)\s*$")
_ABOUT_BEHIND = re.compile(r"^(?:左右|上下)")
_OVER_BEHIND = re.compile(r"^(?:以上|有余)")
_SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_SAME_UNIT = {"㎡": "平方米", "m²": "平方米", "平米": "平方米", "立方": "立方米", "千米": "公里", "千克": "公斤", "幢": "栋", "名": "人", "位": "人"}

_CLAUSE = re.compile(r"[，,；;。：:（）()！？\s]")
_LEADING = re.compile(
    r"^(?:20\d\d年度?|全年|本年度?|当年|年度|年内|计划|预计|力争|确保|实际|已经?|共计?|累计|合计|总计|其中|拟|将|需要?|新增|主要|用于|"
    r"采购|购置|购买|采买|新购|新建|建设|建成|完成|实施|开展|举办|组织|召开|印发|印制|发放|安装|更换|改造|处置|办理|受理|配备|设置|保障|支付|聘用|招聘|提供|实现|维修|修建|修缮|改建|扩建|栽植|种植|制作|编制|引进|了)"
)
_NOT_NOUN = re.compile(r"[、\d.．“”\"《》][项个件条台人名户辆]?|[一二三四五六七八九十]是")
_TRAILING = re.compile(r"(?:不少于|不低于|至少|大于等于|超过?|共计?|合计|累计|达到|达|大?约|近|为|是|数量|总数|数|任务|目标|计划|预计|实际|已|各|等|了|和|及|与|≥|>=|[=＝>])$")
_NOUN = re.compile(
    r"^的?(?P<noun>[\u4e00-\u9fffA-Za-z]{2,12}?)(?=[，,；;。、：:（）()！？\s\d]|$|和|及|与|等|的|全部|均|已|进行|正常|达标|同时|实现|投入|完成|未|尚|并|用于|参加|参与|在|扎实|得到|通过)"
)
_NO_NOUN = re.compile(r"^(?:全部|均|已|进行|正常|达标|同时|实现|投入|完成|未|尚|并|用于|参加|参与|以上|左右|和|及|与|等|占|由|在|因|以|需|得到|通过)")
# fmt: on


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed quantity in its unit (39.6万件 → 396000 件); `half`: half of its last printed digit, 0 for a count.

    is_about: 约, 近, 左右; is_over: 余, 超过, 以上.
    """

    number: Decimal
    half: Decimal
    unit: str
    value_text: str
    start: int
    end: int
    is_about: bool
    is_over: bool

    @property
    def unit_tells(self) -> bool:
        """Whether the unit alone says what kind of thing is counted: 辆, 公里, but not 个 or 项."""
        return bool(re.fullmatch(_TELLING_UNITS, self.unit)) and self.unit != "户"


@lru_cache(maxsize=2048)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities in `text`, in order, with their character range."""
    masked = _NAMES.sub(lambda match: "　" * len(match.group()), text)
    found = [*_in_digits(masked), *_in_words(masked)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _in_digits(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        plain = unicodedata.normalize("NFKC", match["number"]).replace(",", "")
        scale = _SCALES.get(match["scale"] or "", Decimal(1))
        decimals = len(plain.partition(".")[2])
        is_exact = decimals == 0 and (scale == 1 or match["unit"] == "元")
        half = Decimal(0) if is_exact else scale * Decimal(5).scaleb(-decimals - 1)
        yield _quantity(text, match, Decimal(plain) * scale, half, bool(match["over"]))


def _in_words(text: str) -> Iterator[Quantity]:
    for match in _WORDED.finditer(text):
        number = chinese_number(match["number"].replace("两", "二"))
        if number:
            yield _quantity(text, match, number, Decimal(0), False)


def _quantity(text: str, match: re.Match[str], number: Decimal, half: Decimal, is_over: bool) -> Quantity:
    before, behind = text[: match.start()], text[match.end() :]
    unit = _SAME_UNIT.get(match["unit"], match["unit"])
    return Quantity(
        number,
        half,
        unit,
        match.group(),
        match.start(),
        match.end(),
        bool(_ABOUT_BEFORE.search(before) or _ABOUT_BEHIND.match(behind)),
        is_over or bool(_OVER_BEFORE.search(before) or _OVER_BEHIND.match(behind)),
    )


def noun_of(text: str, quantity: Quantity) -> str | None:
    """What is counted: the noun behind the quantity (9辆公务用车), else that before it (公务用车9辆) without its verbs."""
    behind = text[quantity.end :]
    if not _NO_NOUN.match(behind):
        match = _NOUN.match(behind)
        if match:
            return match["noun"]
    noun = _CLAUSE.split(text[: quantity.start])[-1]
    noun = _NOT_NOUN.split(noun)[-1]
    for pattern in (_TRAILING, _LEADING):
        shorter = pattern.sub("", noun)
        while shorter != noun and len(shorter) >= 2:
            noun, shorter = shorter, pattern.sub("", shorter)
    return noun if len(noun) >= 2 and not _LEADING.fullmatch(noun) and not _TRAILING.fullmatch(noun) else None
