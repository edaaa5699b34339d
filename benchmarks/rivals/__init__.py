"""What people would use instead, each a script that does one job with one library and nothing of planctl."""
