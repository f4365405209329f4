"""Here is a scraped page: which report is it, and what are its sections?"""
