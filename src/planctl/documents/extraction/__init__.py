"""What a published document prints, found in it: tables of indicators, notes, counts, reasons and projects."""
