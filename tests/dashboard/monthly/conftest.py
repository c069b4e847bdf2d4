"""The small home with ledgers and the bulletin of its May, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bulletin_fixture import build_home

from dashboard.access import Gate
from dashboard.monthly.bulletin import Bulletin, bulletin_of
from dashboard.monthly.figures import Figures, figures_of
from dashboard.monthly.month import Month
from ingest.home import Home

MAY = Month(2025, 5)


@pytest.fixture(scope="session")
def ledger_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return build_home(tmp_path_factory.mktemp("ledgers"))


@pytest.fixture(scope="session")
def ledger_gate(ledger_home: Home) -> Iterator[Gate]:
    gate = Gate(ledger_home)
    yield gate
    gate.close()


@pytest.fixture(scope="session")
def figures(ledger_gate: Gate) -> Figures:
    return figures_of(ledger_gate, MAY)


@pytest.fixture(scope="session")
def bulletin(figures: Figures) -> Bulletin:
    return bulletin_of(figures)
