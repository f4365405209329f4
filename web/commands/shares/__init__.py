"""What the subcommands about shares do."""
