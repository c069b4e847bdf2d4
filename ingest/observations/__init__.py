"""What a reviewer notices in a report's words: raw records with evidence. What they amount to, SQL judges."""
