"""Titles that speak of money, and titles that speak of something else."""

from __future__ import annotations

import pytest

from ingest.lexicon.budget_words import names_budget


@pytest.mark.parametrize("title", ["公务用车平台运行费自评报告", "污泥处置服务费用自评报告", "防洪排涝工程自评报告"])
def test_costs_and_works_are_money(title: str) -> None:
    assert names_budget(title)


@pytest.mark.parametrize("title", ["法治政府建设自评报告", "消费者权益保护工作自评报告"])
def test_other_evaluations_are_none(title: str) -> None:
    assert not names_budget(title)
