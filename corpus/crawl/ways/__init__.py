"""Find what a page leads to: links, addresses in scripts, further pages of a list, lists that a script
asks for, site maps."""
