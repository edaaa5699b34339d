"""What an archive answers with: values of the core, each with a way into data frames, and imported when asked for."""
