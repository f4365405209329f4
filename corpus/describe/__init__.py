"""What is said about a report: kind, year, dates, number, each with its evidence."""
