"""Dictionary: every table and column of the published generation, what it is made of and how it was checked."""
