"""Where this checkout lies: tests find files by it, however deep they stand."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
SAMPLE = ROOT / "corpus" / "sample" / "pages"
