"""What became of each indicator from one plan to the next, and what a correction changed in one transcript.

`lineage` says which row goes on from which, `movement` what became of a target, `marks` what else a reader should know,
and `changes` puts them together for two plans. `summary` counts and selects, `bridge` carries a result over to a new
definition, `proposals` is for who writes the next file, and `correction` lays two transcripts of the same reports
together.
"""
