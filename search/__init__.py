"""Here is a question: which sections, in which order, with which counts?"""
