"""Files of a transcript made for a person to go on with: from a published document, or from the plan of this year."""
