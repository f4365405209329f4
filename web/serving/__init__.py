"""Sockets, and who may hold them for how long."""
