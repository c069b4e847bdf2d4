"""The review sheet: what the review found in one report, to send back to the unit."""
