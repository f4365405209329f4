"""A picture of printed pages, a scan: which lines can be recognised on it, and how surely?"""
