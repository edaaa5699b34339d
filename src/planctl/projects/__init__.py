"""Where the money goes, what is named, what returns. Never judges an indicator."""
