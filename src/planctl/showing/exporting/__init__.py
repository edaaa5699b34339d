"""The data of a folder in the formats of other programs.

`tables` is what a dataset is made of; `dataset` makes the one that every format writes, from `indicators`, `changes`,
`statements`, `programmes` and `observations`, and `pages` the sheets that a person reads. Each format is a module that
turns the dataset into bytes, and `formats` names them.
"""
