"""What `planctl check` found, as text for a person and in the forms that other programs read.

Each module has one function from an examination to text. Programs get everything; a person gets what is not
acknowledged and more than a note, unless all is asked for.
"""
