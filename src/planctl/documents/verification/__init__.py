"""The data held against the published document, cell by cell: every name, figure, mark and quotation is looked for."""
