"""Which lines of a page are the report, and which stand around it?"""
