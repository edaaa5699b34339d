"""The command line: options to a call, its answer to what shows it, and an exit code. The only room that prints."""
