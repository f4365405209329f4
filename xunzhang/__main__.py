"""`python -m xunzhang`, and what the installed command calls."""

from web.command import main as command


def main() -> None:
    """Run the command."""
    command(prog_name="xunzhang")


if __name__ == "__main__":
    main()
