"""Which issuers and reports does a query name?"""
