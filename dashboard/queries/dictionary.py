"""The data dictionary of the published generation (schema `dictionary`, see `ingest.dictionary`)."""

from __future__ import annotations

import polars as pl

from dashboard.published import Answer, answer, ask

PUBLIC = "marts"


def is_published() -> bool:
    """Whether the generation has a dictionary: one of an earlier version of the program has none."""
    return not ask("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'dictionary' LIMIT 1").is_empty()


def tables() -> pl.DataFrame:
    """Every table of every layer: rows (of what is stored), columns, checks, and of these the ones not passed."""
    return ask(
        """
        WITH checked AS (
            SELECT table_id, count(*) AS check_count, count(*) FILTER (WHERE result <> 'pass') AS not_passed_count
            FROM dictionary.checks GROUP BY table_id
        ),
        counted AS (
            SELECT table_id, count(*) AS column_count FROM dictionary.columns GROUP BY table_id
        )
        SELECT
            tables.*,
            stored.estimated_size AS row_count,
            coalesce(counted.column_count, 0) AS column_count,
            coalesce(checked.check_count, 0) AS check_count,
            coalesce(checked.not_passed_count, 0) AS not_passed_count
        FROM dictionary.tables AS tables
        LEFT JOIN checked USING (table_id)
        LEFT JOIN counted USING (table_id)
        LEFT JOIN duckdb_tables() AS stored
            ON tables.layer = stored.schema_name AND tables.table_name = stored.table_name
        ORDER BY tables.layer, tables.table_name
        """
    )


def columns(table_id: str) -> pl.DataFrame:
    """The columns of a table in order."""
    return ask("SELECT * FROM dictionary.columns WHERE table_id = $table_id ORDER BY column_no", table_id=table_id)


def caveats(table_id: str) -> pl.DataFrame:
    """What to know before using a table or one of its columns."""
    return ask("SELECT * FROM dictionary.caveats WHERE table_id = $table_id", table_id=table_id)


def checks(table_id: str) -> pl.DataFrame:
    """What is checked about a table, what did not pass first, and how it came out."""
    return ask(
        """
        SELECT * FROM dictionary.checks WHERE table_id = $table_id
        ORDER BY coalesce(result, 'pass') = 'pass', column_name NULLS FIRST, kind, check_name
        """,
        table_id=table_id,
    )


def dependencies(table_id: str, depth: int) -> Answer:
    """Which table reads which, as far as `depth` steps from a table: `table_id`, `reads_id`."""
    return answer(
        """
        WITH RECURSIVE above AS (
            SELECT $table_id::VARCHAR AS table_id, 0 AS steps
            UNION
            SELECT dependencies.reads_id, above.steps + 1
            FROM above INNER JOIN dictionary.dependencies USING (table_id)
            WHERE above.steps < $depth
        ),
        below AS (
            SELECT $table_id::VARCHAR AS table_id, 0 AS steps
            UNION
            SELECT dependencies.table_id, below.steps + 1
            FROM below INNER JOIN dictionary.dependencies ON below.table_id = dependencies.reads_id
            WHERE below.steps < $depth
        )
        SELECT table_id, reads_id
        FROM dictionary.dependencies
        WHERE table_id IN (SELECT table_id FROM above WHERE steps < $depth)
            OR reads_id IN (SELECT table_id FROM below WHERE steps < $depth)
        ORDER BY table_id, reads_id
        """,
        table_id=table_id,
        depth=depth,
    )


def found(words: list[str], rows: int) -> pl.DataFrame:
    """Public columns and tables (then `column_name` is NULL) whose name or description holds all the words."""
    return ask(
        """
        WITH said AS (
            SELECT table_id, table_name, NULL AS column_no, NULL AS column_name, NULL AS data_type, NULL AS unit,
                description, table_name AS names
            FROM dictionary.tables WHERE layer = $layer
            UNION ALL
            SELECT columns.table_id, tables.table_name, columns.column_no, columns.column_name, columns.data_type,
                columns.unit, columns.description, columns.column_name
            FROM dictionary.columns AS columns
            INNER JOIN dictionary.tables AS tables USING (table_id)
            WHERE tables.layer = $layer
        )
        SELECT table_id, table_name, column_name, data_type, unit, description, count(*) OVER () AS found_count
        FROM said
        WHERE len(list_filter($words::VARCHAR[], lambda word:
            NOT contains(lower(concat_ws(' ', names, description)), lower(word)))) = 0
        ORDER BY table_name, column_no NULLS FIRST
        LIMIT $rows
        """,
        words=words,
        rows=rows,
        layer=PUBLIC,
    )
