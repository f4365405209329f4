"""The national form of annual reports on open government: its tables as data."""
