"""Overview: the figures of all chosen reports, districts and years side by side, and what needs attention."""
