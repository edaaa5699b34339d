"""What printed text can mean: figures, units, spans, cells. Never a file, a word to show, or a pattern over Chinese."""
