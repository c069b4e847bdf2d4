"""Web pages and Markdown."""
