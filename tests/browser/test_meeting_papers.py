"""A meeting's documents in a browser: what was stored at the freeze and the close is taken away again."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenPage, axe
from tests.browser.serving import Server
from tests.files.pdf.structure import read

pytestmark = pytest.mark.browser


def test_june_s_documents_are_taken_away_and_its_text_is_there_to_copy(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/mote?mote=1", PHONE)
    for name, said in (("läget inför mötet", "Läget inför mötet 12"), ("underlaget till", "Beslut på mötet")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Hämta {name}").click()
        written = Path(download.value.path()).read_bytes()
        assert said in " ".join(read(written).pages[0].extract_text().split())
    page.get_by_text("Text att klistra in", exact=True).first.click()
    expect(page.get_by_role("region", name="Text att klistra in")).to_contain_text("BESLUT PÅ MÖTET")
    axe(page)
