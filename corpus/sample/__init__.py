"""The shipped sample: invented reports of invented zones, laid out as the pages real sites would
serve."""
