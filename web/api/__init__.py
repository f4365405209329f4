"""Addresses for programs: JSON and files."""
