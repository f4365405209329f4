"""What does a text share with the reports held: which strings, which sentences, with whom, since when?"""
