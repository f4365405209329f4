"""What is taken away, and as which file?"""
