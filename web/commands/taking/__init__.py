"""What do the subcommands that write files do?"""
