"""Word documents: .docx read by our own reader, older and foreign formats converted first."""
