"""Printed pages (PDF, OFD): glyphs and ruling lines put together to paragraphs and tables."""
