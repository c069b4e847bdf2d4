"""What a bulletin says, from title to annex, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.monthly import charts, prose
from dashboard.monthly.annex import slow_standard, tables_of
from dashboard.monthly.charts import Picture
from dashboard.monthly.figures import Figures
from dashboard.monthly.month import in_words
from dashboard.monthly.prose import Paragraph
from dashboard.monthly.sentences import Phrase, say
from dashboard.monthly.table import Table

NUMERALS = "一二三四五六七八九十"
_TITLE_CHARACTERS = 22
"""About as many stand on a line: Chinese characters of 二号, of which figures take half."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is 一、, 2 is （一）; the text has its number."""

    level: int
    text: str


Block = Heading | Picture | Paragraph


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin ready to be written.

    `title_lines` part the title by its sense; `warning` stands below it where figures are made up; `tables` are the
    annex; `notes` say what it rests on, as its last blocks do; `generation` is the published state that every figure
    was read from.
    """

    title_lines: tuple[str, ...]
    warning: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    generation: str
    published_at: dt.datetime
    file_stem: str

    @property
    def title(self) -> str:
        return "".join(self.title_lines)


def bulletin_of(figures: Figures) -> Bulletin:
    """The bulletin that the figures make."""
    known = figures.known
    where = known.scope.name or "各地区"
    about = "预算支出进度和绩效自评情况" if figures.is_of_ledger else "绩效自评情况"
    tables = tables_of(figures)
    basis = "" if known.known_at is not None else "_按现有数据"
    return Bulletin(
        title_lines=_title_lines(f"关于{where}{figures.month.in_words}", f"{about}的通报"),
        warning=_warning(figures),
        blocks=tuple(_numbered(_blocks(figures, where, about))),
        tables=tables,
        notes=tuple("".join(map(str, note)) for note in _notes(figures)),
        generation=known.generation.id,
        published_at=known.generation.published_at,
        file_stem=f"{where}{figures.month.in_words}预算绩效通报{basis}",
    )


def _title_lines(of_what: str, about: str) -> tuple[str, ...]:
    """A title that is longer than a line is parted where its sense allows it."""
    return (of_what + about,) if len(of_what + about) <= _TITLE_CHARACTERS else (of_what, about)


def _warning(figures: Figures) -> str:
    if figures.synthetic_share == 1:
        return "（本期数据全部为虚构样例，仅供演示）"
    is_part = figures.synthetic_share or any(expected.is_synthetic for expected in figures.filings.expected)
    return "（本期数据含虚构样例，仅供演示）" if is_part else ""


def _blocks(figures: Figures, where: str, about: str) -> Iterator[Block]:
    yield (say("现将{where}{month}{about}通报如下。", where=where, month=figures.month.in_words, about=about),)
    yield prose.lead(figures)
    yield Heading(1, "支出进度总体情况" if figures.is_of_ledger else "预算执行总体情况")
    yield prose.overall(figures)
    yield from charts.progress(figures)
    yield from charts.spending(figures)
    yield Heading(1, "各地区、各单位排名" if figures.divisions else "各单位排名")
    if figures.divisions:
        yield Heading(2, "各地区")
        yield prose.ranking(figures.divisions, "地区")
        yield from charts.divisions(figures)
        yield Heading(2, "各单位")
    yield prose.ranking(figures.units, "单位")
    yield Heading(1, "进度偏慢和零支出项目")
    yield prose.lagging(figures)
    yield Heading(1, "绩效自评报送和评分")
    yield Heading(2, "报送情况")
    yield prose.filed(figures)
    yield from charts.filings(figures)
    yield Heading(2, "得分和等次")
    yield prose.scores(figures)
    yield Heading(2, "历年情况")
    yield prose.by_year(figures)
    yield from charts.years(figures)
    yield Heading(1, "审核发现")
    yield prose.findings(figures)
    yield Heading(1, "数据说明")
    yield from _notes(figures)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    """Headings with their numbers; one that nothing stands below, and a paragraph without words, are left out."""
    kept = [block for block in blocks if block != ()]
    first = second = pictures = 0
    for index, block in enumerate(kept):
        match block:
            case Heading(level, text):
                if not _holds_anything(kept[index + 1 :], level):
                    continue
                if level == 1:
                    first, second = first + 1, 0
                    yield Heading(1, f"{NUMERALS[first - 1]}、{text}")
                else:
                    second += 1
                    yield Heading(2, f"（{NUMERALS[second - 1]}）{text}")
            case Picture(caption, svg, said):
                pictures += 1
                yield Picture(f"图{pictures}　{caption}", svg, said)
            case _:
                yield block


def _holds_anything(behind: Sequence[Block], level: int) -> bool:
    """Whether there is more than headings before the next heading of this level or above."""
    for block in behind:
        if not isinstance(block, Heading):
            return True
        if block.level <= level:
            return False
    return False


def _notes(figures: Figures) -> Iterator[Paragraph]:
    known = figures.known
    if figures.is_of_ledger:
        source = f"支出进度取自本月月度支出台账{figures.ledger_count}个文件，只计项目行，合计行和小计行不重复计入"
    else:
        source = (
            "本月没有月度支出台账，执行情况按报送月份取自绩效自评报告，为被评价年度全年的预算和支出，不与序时进度比较；"
            "各期报送的报告不同，期间变化仅供参考"
        )
    if known.known_at is None:
        moment = "本通报按数据发布时已知的全部情况编制，包括月末以后更正和补报的数据"
    else:
        late = "当月数据到月末尚未收到，故截至首批数据收到当月；" if known.is_late else ""
        moment = f"本通报反映截至{in_words(known.last_day)}已收到的数据；{late}此后的更正和补报不在内"
    notes = (
        f"{source}；绩效自评取自截至当月报送的报告{figures.reports.report_count}份。",
        f"{moment}。",
        f"零支出指有预算而累计支出为零；进度偏慢指{slow_standard(figures)}；金额单位为万元。",
        f"数据版本{known.generation.id}，与数据看板一致。",
    )
    for number, note in enumerate(notes, 1):
        yield (Phrase(f"{number}．{note}"),)
