"""What a report or a draft shares with the reports held, as pages, JSON and tables."""
