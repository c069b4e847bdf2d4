"""Search: words in names and in the text of reports."""
