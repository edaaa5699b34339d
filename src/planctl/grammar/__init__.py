"""Printed text to values. The only regular expressions over Chinese text are in this package."""
