"""A value in, something to show out: tables, JSON, CSV, pages, workbooks. Never judges, and never prints."""
