"""The projects of a plan: where the money goes, whether sums hold, what is named, and what returns the next year."""
