"""What the program remembers: the only importer of duckdb; its errors never leave this package."""
