"""PDF files with a text layer: glyphs and ruling lines put together to paragraphs and tables."""
