"""What several tests need: small documents, and a refreshed home to ask."""
