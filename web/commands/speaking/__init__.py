"""How does the command speak, and where does it take from what nobody typed?"""
