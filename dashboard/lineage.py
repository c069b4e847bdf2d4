"""Which tables a table is made of and which are made of it, laid out from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FOLDED_FROM = 6
"""So many tables of one layer that serve the same readers, and no others, are drawn as one."""
SWEEPS = 4

Edge = tuple[str, str]
"""What is read, and what reads it."""


@dataclass(frozen=True)
class Node:
    """A table, or several folded into one. `column` is how many steps it is from the chosen table, negative for what
    that is made of; `row` counts from 0."""

    tables: tuple[str, ...]
    column: int
    row: int

    @property
    def key(self) -> str:
        return self.tables[0]


@dataclass(frozen=True)
class Lineage:
    """The nodes, column by column, and the edges between their keys."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def lineage(edges: Iterable[Edge], chosen: str, depth: int) -> Lineage:
    """What is at most `depth` steps from the chosen table in either direction, with the edges of the shortest ways."""
    all_edges = list(edges)
    columns = {
        **{table: -steps for table, steps in _steps(_others(all_edges, 1), chosen, depth).items()},
        **_steps(_others(all_edges, 0), chosen, depth),
    }
    near = [edge for edge in all_edges if set(edge) <= columns.keys() and columns[edge[1]] - columns[edge[0]] == 1]
    folds = _folds(near, columns)
    joined = sorted({(folds.get(read, read), folds.get(reader, reader)) for read, reader in near})
    members: dict[str, list[str]] = {}
    for table in sorted(columns):
        members.setdefault(folds.get(table, table), []).append(table)
    rows = _rows({key: columns[key] for key in members}, joined)
    nodes = [Node(tuple(tables), columns[key], rows[key]) for key, tables in members.items()]
    return Lineage(tuple(sorted(nodes, key=lambda node: (node.column, node.row))), tuple(joined))


def _others(edges: Iterable[Edge], end: int) -> dict[str, list[str]]:
    """The tables at the other ends of the edges, by the table at `end`."""
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge[end], []).append(edge[1 - end])
    return found


def _steps(onwards: Mapping[str, list[str]], start: str, depth: int) -> dict[str, int]:
    steps = {start: 0}
    front = {start}
    for step in range(1, depth + 1):
        front = {table for key in front for table in onwards.get(key, [])} - steps.keys()
        steps.update(dict.fromkeys(front, step))
    return steps


def _folds(edges: list[Edge], columns: Mapping[str, int]) -> dict[str, str]:
    """The table under which each folded one is drawn."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for table, readers in sorted(_others(edges, 0).items()):
        if columns[table]:
            alike.setdefault((table.split(".")[0], tuple(sorted(readers))), []).append(table)
    return {table: tables[0] for tables in alike.values() if len(tables) >= FOLDED_FROM for table in tables}


def _rows(columns: Mapping[str, int], edges: list[Edge]) -> dict[str, int]:
    """The order within each column: each near the middle of what it is joined to, so that few edges cross."""
    order: dict[int, list[str]] = {}
    for key in sorted(columns, key=lambda key: (abs(columns[key]), key)):
        order.setdefault(columns[key], []).append(key)
    joined = _others(edges, 0)
    for key, others in _others(edges, 1).items():
        joined[key] = joined.get(key, []) + others
    place = _places(order)
    for _sweep in range(SWEEPS):
        for column in order:
            order[column].sort(key=lambda key: (_middle(place, joined.get(key, [])), key))
            place |= _places({column: order[column]})
    return {key: row for keys in order.values() for row, key in enumerate(keys)}


def _middle(place: Mapping[str, float], keys: list[str]) -> float:
    return sum(place[key] for key in keys) / len(keys) if keys else 0


def _places(order: Mapping[int, list[str]]) -> dict[str, float]:
    """Where in its column a table stands, the middle being 0."""
    return {key: row - (len(keys) - 1) / 2 for keys in order.values() for row, key in enumerate(keys)}
