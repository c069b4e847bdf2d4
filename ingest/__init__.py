"""From files to raw records: readers know bytes, forms know budgets, load knows DuckDB."""
