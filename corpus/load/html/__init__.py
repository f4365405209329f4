"""A web page, as it came or saved by a browser: which lines would a reader of it see?"""
