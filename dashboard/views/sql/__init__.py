"""SQL: questions to the marts, with the schema, the cookbook and kept queries beside them."""
