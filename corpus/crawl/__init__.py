"""Fetch pages of official sites into the store: politely, within bounds, and only from public
addresses."""
