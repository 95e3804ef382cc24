"""What the server and the frame add around every page, on the small site of tests/ui."""

import gzip
import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from loftdb import __version__
from loftdb.demo.roles import PEOPLE
from loftdb.view.shell import ROLE_LABEL, person_name
from tests.browser.conftest import DESKTOP, NARROW, PHONE, OpenPage, examine, wait_ready
from tests.browser.serving import ROOT, Server, free_port, running
from tests.browser.tabs import Tabs

pytestmark = pytest.mark.browser
MARK = "damaged"


def start(folder: Path) -> Iterator[Server]:
    port = free_port()
    with running(["-m", "tests.ui.site", str(port), str(folder / MARK)], port, folder / "talk.txt") as server:
        yield server


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from start(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def shown(site: Server, tabs: Tabs) -> Iterator[Server]:
    """The site, to be looked at."""
    with tabs.lasting(site.host):
        yield site


@pytest.fixture
def fresh_site(tmp_path: Path) -> Iterator[Server]:
    yield from start(tmp_path)


@pytest.fixture
def plain_streamlit(chromium: Browser, tmp_path: Path) -> Iterator[Server]:
    """``streamlit run`` of the site, without our server."""
    port = free_port()
    command = ["-m", "streamlit", "run", "tests/ui/site/dashboard.py", "--server.port", str(port)]
    with running(command, port, tmp_path / "talk.txt", health="/_stcore/health", well=b"ok") as server:
        yield server


def get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except HTTPError as answer:
        return answer.code, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


@pytest.mark.parametrize("path", ["/", "/lofte", "/finns-inte"])
def test_the_document_is_in_swedish_whatever_the_path(site: Server, path: str) -> None:
    _, _, plain = get(site.url + path)
    _, headers, zipped = get(site.url + path, Accept_Encoding="gzip")
    assert b'<html lang="sv">' in plain
    assert b"<title>Medborgarl\xc3\xb6ften</title>" in plain
    assert b"JavaScript to run" not in plain
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped) == plain


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/lofte/a/b", "/lofte?lofte=a%2Fb"),
        ("/lofte/a?roll=alla", "/lofte?roll=alla&lofte=a"),
        ("/lofte//evil.example", "/lofte?lofte=evil.example"),
        ("/finns/inte", "/finns"),
        ("//evil.example/a", None),
        ("/%2fevil.example/a", None),
        ("/%5cevil.example/a", None),
    ],
)
def test_an_address_of_several_levels_leads_to_its_page_and_never_elsewhere(
    site: Server, path: str, page: str | None
) -> None:
    connection = HTTPConnection(urlsplit(site.url).netloc, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) == ((302, page) if page else (400, None))
    connection.close()


def test_a_promise_may_be_asked_for_by_path(shown: Server, open_page: OpenPage) -> None:
    page = open_page(shown.url + "/lofte/a/b")
    expect(page.get_by_role("heading", name="Löfte")).to_be_visible()
    assert page.url == shown.url + "/lofte?lofte=a%2Fb"


@pytest.mark.parametrize("path", ["/finns-inte", "/finns/inte"])
def test_an_unknown_page_is_told_in_swedish_over_the_start_page(site: Server, chromium: Browser, path: str) -> None:
    # Streamlit writes this to the console as an error, which ``open_page`` would fail on.
    page = chromium.new_page()
    page.goto(site.url + path)
    wait_ready(page)
    expect(page.get_by_role("dialog")).to_contain_text("Startsidan visas i stället.")
    expect(page.get_by_text("Page not found")).to_have_count(0)
    page.close()


def test_scripts_are_compressed_and_kept_for_a_year(site: Server) -> None:
    script = max((ROOT / ".venv").glob("lib/*/site-packages/streamlit/static/static/js/PlotlyChart.*.js"))
    path = f"{site.url}/static/js/{script.name}"
    _, plain_headers, plain = get(path)
    _, headers, zipped = get(path, Accept_Encoding="gzip, br")
    assert gzip.decompress(zipped) == plain == script.read_bytes()
    assert len(zipped) < len(plain) / 3
    assert "immutable" in headers["cache-control"]
    assert "content-encoding" not in plain_headers
    assert headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize(
    "path", ["/", "/halsa", "/ui-sv.js", "/_stcore/health", "/_stcore/metrics", "/static/js/no.js"]
)
def test_every_answer_carries_the_security_headers(site: Server, path: str) -> None:
    _, headers, _ = get(site.url + path)
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"])
def test_doors_that_nobody_needs_are_closed(site: Server, path: str) -> None:
    assert get(site.url + path)[0] == 404


def test_another_host_name_is_refused(site: Server) -> None:
    assert get(site.url, Host="evil.example")[0] == 400


@pytest.mark.parametrize(
    "path", ["/static/../../../etc/passwd", "/static/%2e%2e/%2e%2e/loftdb/cli.py", "/..%2fdashboard.py"]
)
def test_no_path_leads_out_of_the_static_files(site: Server, path: str) -> None:
    status, _, body = get(site.url + path, Accept_Encoding="gzip")
    assert status in (400, 404) or gzip.decompress(body).startswith(b"<!--")


def test_health_follows_the_database(site: Server) -> None:
    assert json.loads(get(site.url + "/halsa")[2]) == {"status": "ok", "version": __version__}
    mark = site.talk.with_name(MARK)
    mark.touch()
    status, _, body = get(site.url + "/halsa")
    mark.unlink()
    assert status == 503
    assert json.loads(body)["status"] == "error"


def test_stopping_the_server_backs_up_first_and_it_says_in_swedish_where_it_was_and_nothing_more(
    fresh_site: Server,
) -> None:
    fresh_site.stop()
    assert fresh_site.talk.with_name("backup").read_text() == "saved"
    assert fresh_site.talk.read_text().splitlines() == [
        f"Öppna {fresh_site.url} i webbläsaren. Avsluta med Ctrl+C.",
        "Programmet är avslutat.",
    ]


@pytest.mark.parametrize("path", ["/lofte", "/lofte?ar=2024"])
def test_the_very_first_visitor_gets_the_page_inside_the_frame(
    fresh_site: Server, open_page: OpenPage, path: str
) -> None:
    assert_framed(open_page(fresh_site.url + path))


def test_the_very_first_visitor_gets_the_frame_under_plain_streamlit_too(
    plain_streamlit: Server, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(plain_streamlit.url + "/lofte")
    wait_ready(page)
    assert_framed(page)
    page.close()


def assert_framed(page: Page) -> None:
    expect(page.get_by_text("Ramen")).to_be_visible()
    expect(page.get_by_role("heading", name="Löfte")).to_be_visible()
    expect(page.get_by_text("Hemligt för Anna")).to_be_visible()
    page.get_by_role("button", name="Tryck").click()
    expect(page.get_by_text("Tryckt")).to_be_visible()
    assert "/lofte" in page.url


def test_a_page_loads_everything_from_this_server_with_icons_and_charts(shown: Server, open_page: OpenPage) -> None:
    page = open_page(shown.url)
    expect(page.get_by_role("figure", name="Två staplar")).to_be_visible()
    page.get_by_role("link", name="Löfte").first.click()
    expect(page.get_by_role("heading", name="Löfte")).to_be_visible()
    assert page.evaluate("document.fonts.check('16px \"Source Sans\"')")


def test_built_in_words_are_swedish_and_written_words_are_left_alone(shown: Server, open_page: OpenPage) -> None:
    page = open_page(shown.url, locale="en-US")
    expect(page.get_by_role("button", name="Öka")).to_be_visible()
    page.get_by_label("Plats").fill("Torget")
    expect(page.get_by_text("Tryck Enter")).to_be_visible()
    page.get_by_text("Mer", exact=True).click()
    expect(page.get_by_text("Select all")).to_be_visible()
    page.get_by_role("button", name="Välj datum").click()
    expect(page.get_by_text("oktober 2024").first).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", "sv-SE"])
def test_a_comma_never_makes_a_number_ten_times_as_big(shown: Server, open_page: OpenPage, locale: str) -> None:
    page = open_page(shown.url, locale=locale)
    field = page.locator("[data-testid=stNumberInputField]").first
    field.click()
    field.press_sequentially("1,5")
    field.press("Tab")
    expect(field).to_have_value(re.compile(r"^1([.,]50?)?$"))


def test_the_demo_says_who_one_is_and_no_name_is_cut_on_a_narrow_phone(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url, NARROW)
    expect(page.locator(".st-key-roll").get_by_text(ROLE_LABEL, exact=True)).to_be_visible()
    cut = page.locator(".st-key-roll input").evaluate(
        "(field, names) => names.filter(name => (field.value = name, field.scrollWidth > field.clientWidth))",
        [person_name(each.key) for each in PEOPLE],
    )
    assert cut == []


def test_pills_go_on_to_the_next_line(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/manadsblad", NARROW)
    for name in ("Forshaga", "Strömstad"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= NARROW[0]


def test_forced_colours_tell_chosen_from_not_and_locked_from_ticked(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/manadsblad?manad=2024-02", forced=True)
    ground = "e => getComputedStyle(e).backgroundColor"
    party = page.locator("[data-testid=stButtonGroup]").first.locator("[aria-checked]")
    assert len(set(party.evaluate_all(f"all => all.map({ground})"))) == party.count() == 2
    boxes = page.locator("[data-testid=stCheckbox][data-selected=true]")
    locked, free = (
        boxes.locator(f"label{state} > div:has(> svg)").first.evaluate(ground)
        for state in ("[data-disabled=true]", ":not([data-disabled])")
    )
    assert locked != free


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing(shown: Server, open_page: OpenPage, size: tuple[int, int]) -> None:
    examine(open_page(shown.url, size))


@pytest.mark.parametrize("size", [PHONE, NARROW])
def test_a_phone_changes_page_in_one_tap_and_never_scrolls_sideways(
    shown: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(shown.url, size)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator(".st-key-shortcuts").get_by_role("link", name="Löfte").tap()
    expect(page.get_by_role("heading", name="Löfte")).to_be_visible()


THUMB = ", ".join(
    (
        "button:not([tabindex='-1'])",
        "summary",
        "label:has(input)",
        "[data-testid$=NavLink]",
        "[data-testid=stNumberInputContainer]",
        "[data-testid=stTextInputRootElement]",
        "[data-testid=stDateInputField]",
        "[data-testid=stSelectbox] [role=group]",
    )
)


def test_what_a_thumb_meets_is_at_least_44_pixels_high(shown: Server, open_page: OpenPage) -> None:
    page = open_page(shown.url, PHONE)
    heights = page.locator(THUMB).evaluate_all(
        "all => all.map(e => [e.outerHTML.slice(0, 160), Math.round(e.getBoundingClientRect().height)])"
    )
    assert len(heights) > 15
    assert [(html, height) for html, height in heights if 0 < height < 44] == []
