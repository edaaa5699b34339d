"""`planctl projects`: the programmes of a year, its named projects, its groups, and what returns in the next year."""
