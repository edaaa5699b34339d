"""Printed text to values, and values in words; the only patterns over Chinese text. Never knows a report or a file."""
