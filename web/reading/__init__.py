"""Where in a report one stands, and where one goes from there."""
