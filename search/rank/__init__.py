"""Which of the sections found come first."""
