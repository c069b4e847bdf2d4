"""Monthly ledgers: tables that say project by project what was spent of the year's budget up to a month."""
