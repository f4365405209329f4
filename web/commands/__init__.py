"""The subcommands of `xunzhang`: each module holds one, as `command`."""
