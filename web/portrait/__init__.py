"""What a search looks like as a whole: its years, its provinces, who says it most."""
