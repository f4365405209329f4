"""Who reports, and where that is: names on the page, composed into one identity."""
