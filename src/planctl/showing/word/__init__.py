"""The Word document of `planctl report`."""
