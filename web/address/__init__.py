"""Addresses read and written."""
