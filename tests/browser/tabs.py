"""A tab used again keeps what it has compiled: a page costs 1 s of processor time in it, and 3 s in a new one."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize


class Kind(NamedTuple):
    """What a tab cannot change: whose pages it shows (host and port), phone or not, and the reader's language."""

    host: str
    is_phone: bool
    locale: str


@dataclass(frozen=True)
class Look:
    """What a tab can change: its size in pixels, and the colours the reader has asked for."""

    size: tuple[int, int]
    dark: bool = False
    forced: bool = False

    def put_on(self, page: Page) -> None:
        """Give the page this look."""
        page.set_viewport_size(ViewportSize(width=self.size[0], height=self.size[1]))
        page.emulate_media(
            media="null",
            color_scheme="dark" if self.dark else "light",
            forced_colors="active" if self.forced else "none",
        )


class Tabs:
    """The tabs of a browser, each in a context of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._lasting: set[str] = set()
        self._idle: dict[Kind, list[Page]] = defaultdict(list)

    @contextmanager
    def lasting(self, host: str) -> Iterator[None]:
        """Keep the tabs that show this host from test to test, as long as this lasts."""
        self._lasting.add(host)
        yield
        self._lasting.remove(host)
        for kind in [each for each in self._idle if each.host == host]:
            for page in self._idle.pop(kind):
                page.context.close()

    def take(self, kind: Kind) -> Page:
        """Return a tab that nobody uses."""
        return self._idle[kind].pop() if self._idle[kind] else self._new(kind)

    def _new(self, kind: Kind) -> Page:
        context = self._browser.new_context(
            locale=kind.locale, timezone_id="Europe/Stockholm", has_touch=kind.is_phone, is_mobile=kind.is_phone
        )
        return context.new_page()

    def leave(self, kind: Kind, page: Page) -> None:
        """Forget what the tab was told, and keep it if its server goes on."""
        if kind.host not in self._lasting or page.is_closed():
            page.context.close()
            return
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.context.clear_cookies()
        page.context.clear_permissions()
        self._idle[kind].append(page)
