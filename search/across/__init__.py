"""What is told across reports, as plain values: nothing here knows how it was found."""
