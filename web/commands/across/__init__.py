"""Commands that read across reports: against another year, and how others write it."""
