"""What does a Python program get when it asks?"""
