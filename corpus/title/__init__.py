"""The title of a report, as it is printed, broken or hinted at."""
