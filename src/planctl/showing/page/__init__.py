"""`planctl report`: all answers about a year on one page that stands alone."""
