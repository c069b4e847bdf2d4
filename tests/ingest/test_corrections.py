"""Corrections as a person writes them: read strictly, every mistake named with its place."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import duckdb
import pytest

from ingest import corrections, load
from ingest.corrections import Invalid, Placed
from ingest.home import Home

GOOD = {
    **{"document": "0123456789ab", "report": "1", "measure": "executed", "line": "2", "expected": "83.60"},
    **{"value": "0.51", "reason": "凭证", "author": "甲", "date": "2025-06-30", "status": "accepted"},
}


def entry(**changes: str | None) -> str:
    said = {**GOOD, **changes}
    return "- " + "\n  ".join(f"{name}: {text}" for name, text in said.items() if text is not None) + "\n"


def written(home: Home, text: str, name: str = "a.yml") -> None:
    home.corrections.mkdir(exist_ok=True)
    (home.corrections / name).write_text(text, encoding="utf-8")


def test_texts_stay_as_they_are_written(home: Home) -> None:
    written(home, "# reviewed\n\n" + entry())
    [placed] = corrections.read(home)
    assert (placed.file, placed.line) == ("corrections/a.yml", 3)
    assert placed.correction.expected == "83.60"
    assert placed.correction.date == dt.date(2025, 6, 30)
    assert corrections.read(Home(home.root / "elsewhere")) == []


def test_an_entry_survives_being_written(home: Home) -> None:
    written(home, entry(expected="null", measure=None, line=None, field="fiscal_year", value="2024"))
    [placed] = corrections.read(home)
    assert placed.correction.expected is None
    written(home, placed.correction.as_yaml())
    assert corrections.read(home)[0].correction == placed.correction


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reason": None}, "reason is missing"),
        ({"expected": None}, "expected is missing"),
        ({"value": ""}, "value is empty"),
        ({"colour": "red"}, "colour is not known"),
        ({"document": "0123"}, "no SHA-256"),
        ({"report": "0"}, "counted from 1"),
        ({"date": "30.6.2025"}, "2025-06-30"),
        ({"status": "maybe"}, "proposed, accepted, rejected"),
        ({"value": "some"}, "no figure"),
        ({"value": "83.60"}, "nothing to correct"),
        ({"measure": "spent"}, "measure spent is not known"),
        ({"measure": None}, "names no figure"),
        ({"measure": None, "row": "1", "field": "title"}, "needs its block"),
        ({"field": "title"}, "names its figure twice"),
        ({"measure": None, "line": None, "indicator": "1", "field": "colour"}, "none of an indicator's"),
        ({"measure": None, "line": None, "indicator": "1", "field": "score", "value": "5元"}, "number of points"),
        ({"measure": None, "line": None, "field": "colour"}, "none of a report's"),
        ({"measure": None, "line": None, "field": "fiscal_year", "value": "24"}, "no year"),
        ({"measure": None, "line": None, "field": "grade", "value": "A"}, "no grade"),
        ({"measure": None, "line": None, "field": "evaluation_date", "value": "June"}, "no day"),
    ],
)
def test_a_mistake_is_named_with_its_place(home: Home, changes: dict[str, str | None], told: str) -> None:
    written(home, entry(value="1") + entry(**changes))
    with pytest.raises(Invalid) as error:
        corrections.read(home)
    [problem] = error.value.problems
    assert problem.startswith("corrections/a.yml, entry 2, line 11: ")
    assert told in problem


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a: [", "no YAML"),
        ("a: 1", "write a list"),
        ("- just words", "no entry"),
        ("- a: 1\n  a: 2", "stands twice"),
        ("- a: {b: 1}", "no single value"),
    ],
)
def test_another_shape_is_named(home: Home, text: str, told: str) -> None:
    written(home, text)
    with pytest.raises(Invalid, match=told):
        corrections.read(home)


def test_all_mistakes_of_all_files_are_told_at_once(home: Home) -> None:
    written(home, entry(status="maybe", date="soon"))
    written(home, entry(), "b.yaml")
    written(home, entry(), "c.yml")
    home.corrections.joinpath("d.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(Invalid) as error:
        corrections.read(home)
    assert len(error.value.problems) == 4
    assert "corrections/b.yaml, line 1 says the same" in error.value.problems[-1]


@pytest.mark.parametrize(
    ("changes", "parsed"),
    [
        ({"value": "836,700.50 元"}, ("836,700.50", Decimal("836700.5"), 2, "yuan", "元")),
        ({"value": "75%"}, ("75", Decimal(75), 0, "percent", "%")),
        ({"value": "12.50"}, ("12.50", Decimal("12.5"), 2, None, None)),
        (
            {"measure": None, "line": None, "indicator": "1", "field": "target_value_text", "value": "95%"},
            ("95%", None, None, None, None),
        ),
    ],
)
def test_the_right_value_is_parsed_as_what_it_corrects(
    home: Home, changes: dict[str, str | None], parsed: tuple[object, ...]
) -> None:
    written(home, entry(**changes))
    with duckdb.connect(str(home.work_file)) as connection:
        load.prepare(connection)
        corrections.store(connection, corrections.read(home))
        corrections.store(connection, corrections.read(home))
        assert connection.execute(
            "SELECT value_text, value_number, value_decimals, value_unit, value_unit_text FROM raw.corrections"
        ).fetchall() == [parsed]


def test_an_id_speaks_of_the_change_alone() -> None:
    one = corrections.from_texts(GOOD)
    same = corrections.from_texts(
        {**GOOD, "status": "rejected", "reason": "other", "document": "0123456789ab" + "0" * 52}
    )
    other = corrections.from_texts({**GOOD, "value": "0.52"})
    assert one.id == same.id != other.id
    assert Placed(one, "a.yml", 1).correction.kind == "measure"
