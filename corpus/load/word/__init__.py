"""A Word file: which lines would Word print?"""
