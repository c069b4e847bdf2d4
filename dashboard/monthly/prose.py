"""The sentences of a bulletin, section by section. Every number in them stands in a table of the annex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.monthly.annex import SEVERITIES, slow_standard
from dashboard.monthly.execution import Ranked, Total, Year, most_moved
from dashboard.monthly.figures import Figures
from dashboard.monthly.filings import Expected
from dashboard.monthly.month import in_words
from dashboard.monthly.sentences import Phrase, apart, changed, count, joined, money, percent, say, score

_NAMED = 3
_ALIKE = 0.9
_GRADES = (("优", "excellent_count"), ("良", "good_count"), ("中", "fair_count"), ("差", "poor_count"))

Paragraph = tuple[Phrase, ...]


def lead(figures: Figures) -> Paragraph:
    """The whole month in one paragraph."""
    total = figures.total()
    filed = figures.filings.total
    said: list[Phrase] = []
    if total is not None and total.covered_count:
        said.append(
            say(
                "{until}，{basis}{projects}个{covered}，全年预算{budget}万元，累计支出{executed}万元，{rate}。",
                until=_until(figures),
                basis="纳入统计的项目" if figures.is_of_ledger else "本年已报送自评报告的项目",
                projects=count(total.project_count),
                covered=say("，其中预算和支出俱全的{n}个", n=count(total.covered_count)) if total.is_partial else "",
                budget=money(total.budget_wan),
                executed=money(total.executed_wan),
                rate=_rate(figures, total),
            )
        )
    if filed.since_january:
        said.append(
            say(
                "本年累计收到绩效自评报告{filed}份{scored}。",
                filed=count(filed.since_january),
                scored=say("，平均得分{mean}分", mean=score(filed.mean_score)) if filed.scored_count else "",
            )
        )
    opened = sum(found.open_count for found in figures.findings)
    if opened:
        said.append(say("审核发现待处理{opened}处{kinds}。", opened=count(opened), kinds=_severities(figures)))
    return tuple(said)


def overall(figures: Figures) -> Paragraph:
    """The money in all, beside the month and the year before."""
    total = figures.total()
    if total is None or not total.project_count:
        return (Phrase("本年尚无项目自评报告报送，暂无执行情况。"),)
    said = []
    if total.in_month_wan is not None:
        said.append(
            say(
                "{month}当月支出{spent}万元{partial}。",
                month=f"{figures.month.number}月",
                spent=money(total.in_month_wan),
                partial=_in_month_of_some(total),
            )
        )
    change = joined((changed(figures.rate_change(1), "上月末"), changed(figures.rate_change(12), "上年同期")))
    if total.execution_rate is not None:
        said.append(
            say(
                "{until}，执行率为{rate}{change}。",
                until=_until(figures),
                rate=percent(total.execution_rate),
                change=say("，{change}", change=change) if change.text else "",
            )
        )
    if total.is_partial:
        said.append(
            say(
                "{projects}个项目中，{covered}个同时有预算和支出金额，执行率据此计算。",
                projects=count(total.project_count),
                covered=count(total.covered_count),
            )
        )
    beside = figures.compared
    if beside is not None and (beside.new_count or beside.gone_count):
        came_and_went = (
            _counted("新列入项目{n}个", beside.new_count),
            _counted("上月末有而本期没有的项目{n}个", beside.gone_count),
        )
        said.append(say("与上月末相比，{all}，执行率和位次的变化含此影响。", all=joined(came_and_went)))
    year_before = figures.total(12)
    if figures.rate_change(12) is not None and year_before is not None and _is_unlike(total, year_before):
        said.append(
            say(
                "上年同期预算和支出俱全的项目为{before}个，本期为{now}个，执行率同比的变化含此影响。",
                before=count(year_before.covered_count),
                now=count(total.covered_count),
            )
        )
    return tuple(said)


def _is_unlike(total: Total, other: Total) -> bool:
    """Whether one has over a tenth fewer projects in its rate than the other."""
    fewer, more = sorted((total.covered_count, other.covered_count))
    return fewer < _ALIKE * more


def ranking(ranked: Sequence[Ranked], what: str) -> Paragraph:
    """Who stands first and last, and who moved most."""
    placed = [place for place in ranked if place.execution_rate is not None]
    if len(placed) < 2:
        return tuple(say("有执行率的{what}仅{named}。", what=what, named=_with_rate(place)) for place in placed)
    said = []
    if len(placed) > 2 * _NAMED:
        said.append(say("执行率居前的{what}：{named}。", what=what, named=_named(placed[:_NAMED])))
        said.append(say("执行率居后的{what}：{named}。", what=what, named=_named(placed[-_NAMED:])))
    else:
        said.append(say("各{what}执行率由高到低依次为：{named}。", what=what, named=_named(placed)))
    said += _movement(placed, what)
    return tuple(said)


def lagging(figures: Figures) -> Paragraph:
    """Projects without spending and projects far behind."""
    total = figures.total()
    if total is None:
        return ()
    if not figures.lagging:
        return (say("没有零支出项目，也没有进度偏慢（{standard}）的项目。", standard=slow_standard(figures)),)
    slow = f"进度偏慢（{slow_standard(figures)}）的项目"
    said = [
        say(
            "{until}，{zero}；{slow}。",
            until=_until(figures),
            zero=_counted("零支出项目{n}个", total.zero_count) or "没有零支出项目",
            slow=_counted(f"{slow}{{n}}个", total.slow_count) or f"没有{slow}",
        )
    ]
    largest = [project for project in figures.lagging if project.budget_wan is not None][:_NAMED]
    if largest:
        named = joined(
            (
                say(
                    "{unit}“{project}”（预算{budget}万元，执行率{rate}）",
                    unit=project.organization_name,
                    project=project.project_name,
                    budget=money(project.budget_wan),
                    rate=percent(project.execution_rate),
                )
                for project in largest
            ),
            "、",
        )
        are_all = len(largest) == len(figures.lagging)
        said.append(say("{these}：{named}。", these="具体为" if are_all else "其中未支出金额较大的有", named=named))
    return tuple(said)


def filed(figures: Figures) -> Paragraph:
    """Reports as they came, and what the roster still misses."""
    filings = figures.filings
    month, year_before = str(figures.month.number), _received(filings.since_january_year_before)
    if filings.total.since_january:
        received = say(
            "{month}月{now}，上月{before}；本年累计{total}份，上年同期{year_before}。",
            month=month,
            now=_counted("收到绩效自评报告{n}份", filings.total.in_month) or "未收到绩效自评报告",
            before=_received(filings.in_month_before),
            total=count(filings.total.since_january),
            year_before=year_before,
        )
    else:
        received = say(
            "本年截至{month}月未收到绩效自评报告，上年同期{year_before}。", month=month, year_before=year_before
        )
    until = Phrase(f"截至{in_words(figures.known.last_day)}，")
    return received, *(_expected(part, Phrase("") if number else until) for number, part in enumerate(filings.expected))


def scores(figures: Figures) -> Paragraph:
    """Scores and grades of the reports filed since January."""
    total = figures.filings.total
    if not total.scored_count:
        return (Phrase("本年报送的报告均未写明总分。"),) if total.since_january else ()
    if total.scored_count == 1:
        scored = say("本年报送的报告中，写明总分的{n}份，得分{mean}分。", n=count(1), mean=score(total.mean_score))
    else:
        scored = say(
            "本年报送的报告中，写明总分的{scored}份，平均得分{mean}分，最高{most}分，最低{least}分。",
            scored=count(total.scored_count),
            mean=score(total.mean_score),
            most=score(total.max_score),
            least=score(total.min_score),
        )
    graded = joined((_counted(f"“{grade}”{{n}}份", getattr(total, name)) for grade, name in _GRADES), "、")
    if not graded.text:
        return scored, Phrase("均未评等次。")
    none = say("，未评等次{n}份", n=count(total.no_grade_count)) if total.no_grade_count else ""
    return scored, say("自评等次为{graded}{none}。", graded=graded, none=none)


def by_year(figures: Figures) -> Paragraph:
    """The last evaluated budget year, and the one before."""
    if not figures.years:
        return ()
    last = figures.years[-1].fiscal_year
    return tuple(_of_year(year) for year in reversed(figures.years) if year.fiscal_year >= last - 1)


def findings(figures: Figures) -> Paragraph:
    """What the review found in the month, what was settled, what stands."""

    def all_of(name: str) -> int:
        return sum(getattr(found, name) or 0 for found in figures.findings)

    if not figures.findings:
        return (Phrase("审核未发现问题。" if figures.reports.report_count else "截至当月没有可审核的自评报告。"),)
    new, repeated, settled, opened = map(all_of, ("new_count", "repeated_count", "settled_count", "open_count"))
    of_month = say(
        "{month}月{new}{repeated}",
        month=str(figures.month.number),
        new=_counted("报送的报告新增审核发现{n}处", new) or "没有新增审核发现",
        repeated=_counted("，其中同一单位重复发生{n}处", repeated) or "",
    )
    standing = Phrase("没有待处理的发现")
    if opened:
        standing = say("待处理{opened}处{kinds}", opened=count(opened), kinds=_severities(figures))
    said = [say("{all}。", all=joined((of_month, _counted("当月销号{n}处", settled), standing), "；"))]
    of_ledger = sum(found.open_count for found in figures.findings if found.is_of_ledger)
    if of_ledger:
        said.append(say("待处理的发现中，当月台账{found}处。", found=count(of_ledger)))
    open_titles = Counter(found.title for found in figures.findings if found.open_count)
    most = sorted((found for found in figures.findings if found.open_count), key=lambda found: -found.open_count)
    if len(most) > 1:
        named = (
            say(
                "“{title}”{severity}{n}处",
                title=found.title,
                severity=f"（{SEVERITIES[found.severity]}）" if open_titles[found.title] > 1 else "",
                n=count(found.open_count),
            )
            for found in most[:_NAMED]
        )
        said.append(say("待处理较多的事项：{named}。", named=joined(named, "、")))
    return tuple(said)


def _until(figures: Figures) -> str:
    """The month's end, or the last day known of a month that is not over."""
    last = figures.known.last_day
    return f"截至{in_words(last)}" if last < figures.month.last_day else f"截至{figures.month.in_words}末"


def _counted(template: str, value: int) -> Phrase | None:
    """The template with its {n}; None for nothing, which is said in other words or not at all."""
    return say(template, n=count(value)) if value else None


def _received(value: int) -> Phrase:
    return _counted("{n}份", value) or Phrase("未收到")


def _expected(part: Expected, until: Phrase) -> Phrase:
    """What came of a year's roster."""
    kinds = (
        _counted("按期报送{n}份", part.filed_count),
        _counted("逾期报送{n}份", part.late_count),
        _counted("未报{n}份", part.missing_count),
    )
    return say(
        "{until}{year}年度按名册应报{expected}份，{kinds}{not_due}。",
        until=until,
        year=str(part.fiscal_year),
        expected=count(part.expected_count),
        kinds=joined(kinds),
        not_due=_counted("（其中{n}份未到期限）", part.not_due_count) or "",
    )


def _in_month_of_some(total: Total) -> Phrase:
    """That only some of the projects have an amount in the month, where it is so."""
    if total.in_month_count == total.project_count:
        return Phrase("")
    return say("（{some}个项目有当月支出金额）", some=count(total.in_month_count))


def _rate(figures: Figures, total: Total) -> Phrase:
    if total.execution_rate is None:
        return Phrase("因预算为零不计执行率")
    rate = say("执行率{rate}", rate=percent(total.execution_rate))
    return joined((rate, apart(figures.gap(total), "序时进度")))


def _of_year(year: Year) -> Phrase:
    said = (
        say("{year}年度项目自评报告{reports}份", year=str(year.fiscal_year), reports=count(year.report_count)),
        None if year.execution_rate is None else say("执行率{rate}", rate=percent(year.execution_rate)),
        None if year.mean_score is None else say("平均得分{mean}分", mean=score(year.mean_score)),
    )
    return say("已报送{said}。", said=joined(said))


def _severities(figures: Figures) -> Phrase:
    counts: dict[str, int] = {
        name: sum(found.open_count for found in figures.findings if found.severity == severity)
        for severity, name in SEVERITIES.items()
    }
    named = joined((say("{name}{n}处", name=name, n=count(n)) for name, n in counts.items() if n), "、")
    return say("（{named}）", named=named) if named.text else named


def _with_rate(place: Ranked) -> Phrase:
    return say("{name}（{rate}）", name=place.name, rate=percent(place.execution_rate))


def _named(places: Sequence[Ranked]) -> Phrase:
    return joined(map(_with_rate, places), "、")


def _movement(placed: Sequence[Ranked], what: str) -> Iterator[Phrase]:
    since = "与上月末相比，"
    if all(place.places_gained == 0 for place in placed):
        yield say("{since}各{what}位次没有变化。", since=since, what=what)
    for word, place in zip(("上升", "下降"), most_moved(placed), strict=True):
        if place is not None:
            yield say(
                "{since}位次{word}最多的{what}是{name}，{word}{places}位，列第{position}位。",
                since=since,
                word=word,
                what=what,
                name=place.name,
                places=count(abs(place.places_gained or 0)),
                position=count(place.position or 0),
            )
            since = ""
