"""The review as a whole: sound reports, faults put into them, and what the rules say."""
