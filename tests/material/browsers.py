"""The browsers that look at pages: Playwright's own, else the system's; a test skips with the reason
where there is none."""

import os
import shutil
from pathlib import Path

import pytest

SYSTEM = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "firefox": ("firefox", "firefox-esr")}
# Playwright drives its own Firefox by its own protocol, the system's by WebDriver BiDi; there going
# back waits for a page to load, which one that Firefox has kept never does.
LAUNCHED = {
    # A reader of Chinese: the site speaks English where a browser asks for it.
    "chromium": {"args": ["--no-sandbox", "--accept-lang=zh-CN"]},
    "firefox": {
        "channel": "moz-firefox",
        "firefox_user_prefs": {
            "intl.accept_languages": "zh-CN, zh",
            "browser.sessionhistory.max_total_viewers": 0,
            "fission.bfcacheInParent": False,
        },
    },
}
WIDTHS = {"phone": (375, 700), "tablet": (1024, 768), "desk": (1280, 800)}
# For what people do, and what only one browser may get wrong.
in_each = pytest.mark.parametrize("browser", SYSTEM, indirect=True)


class Browsers:
    """Browsers that are started when first asked for, and stay."""

    def __init__(self, playwright):
        self._playwright, self._opened, self._absent = playwright, {}, {}

    def __getitem__(self, name):
        if name in self._absent:
            pytest.skip(self._absent[name])
        if name not in self._opened:
            self._opened[name] = self._open(name)
        return self._opened[name]

    def _open(self, name):
        kind = getattr(self._playwright, name)
        found = next((path for each in SYSTEM[name] if (path := shutil.which(each))), None)
        os.environ.setdefault("PW_TEST_SCREENSHOT_NO_FONTS_READY", "1")
        if Path(kind.executable_path).exists():
            return kind.launch(args=LAUNCHED[name].get("args", []))
        if not found:
            self._skip(name, f"no {name} here: `make browser` gets one")
        opened = kind.launch(executable_path=found, **LAUNCHED[name])
        try:
            opened.new_context().close()
        except Exception as error:
            opened.close()
            self._skip(name, f"{found} does not do what Playwright asks: {error}")
        return opened

    def _skip(self, name, reason):
        self._absent[name] = reason
        pytest.skip(reason)

    def close(self):
        for opened in self._opened.values():
            opened.close()


def only_in_chromium(browser, what):
    """Skips a test of what Playwright can ask of Chromium alone."""
    if browser.browser_type.name != "chromium":
        pytest.skip(f"{what}: Playwright asks it of Chromium only")
