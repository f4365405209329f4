"""What is said in a terminal of what was found?"""
