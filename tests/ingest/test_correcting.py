"""Accepting and rejecting what was proposed; writing a correction is tested with dbt's models."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest import correcting, corrections
from ingest.corrections import Correction, Invalid
from ingest.home import Home


def correction(value: str) -> Correction:
    return Correction(
        document="0123456789ab",
        report=1,
        measure="executed",
        expected="83.60",
        value=value,
        reason="凭证",
        author="甲",
        date=dt.date(2025, 6, 30),
        status="proposed",
    )


def test_what_was_proposed_is_accepted(home: Home) -> None:
    home.corrections.mkdir()
    one = correction("1")
    (home.corrections / "one.yml").write_text(one.as_yaml(), encoding="utf-8")
    correcting.set_status(home, one.id, "accepted")
    [placed] = corrections.read(home)
    assert placed.correction.status == "accepted" and placed.correction.id == one.id


def test_a_file_of_several_is_a_persons_to_edit(home: Home) -> None:
    home.corrections.mkdir()
    one, two = correction("1"), correction("2")
    (home.corrections / "both.yml").write_text(one.as_yaml() + two.as_yaml(), encoding="utf-8")
    with pytest.raises(Invalid, match=r"both\.yml"):
        correcting.set_status(home, two.id, "rejected")
    assert {placed.correction.status for placed in corrections.read(home)} == {"proposed"}
