"""The documentation site: made by its script, looked at in a real browser."""

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, sync_playwright

from conftest import REPOSITORY

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
SCREENSHOTS = REPOSITORY / "python/target/screenshots"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        CHROMIUM is None,
        reason="NO BROWSER: the site is not tried; install Debian's package chromium",
    ),
]


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site, made anew."""
    made = subprocess.run(
        [REPOSITORY / "build-tools/site"], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    home = Path(made.stdout.splitlines()[-1]).parent
    handler = functools.partial(Silent, directory=str(home))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def elsewhere(request: Request, site: str) -> list[str]:
    """Gives the address of a request, if it is not for the site."""
    return [] if request.url.startswith((site, "data:")) else [request.url]


@pytest.fixture
def page(site: str) -> Iterator[Page]:
    """A page that may show no error and ask nobody else for anything."""
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        opened = browser.new_page(viewport={"width": 1400, "height": 900})
        opened.on("console", lambda message: faults.append(message.text))
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("request", lambda request: faults.extend(elsewhere(request, site)))
        yield opened
        browser.close()
    assert faults == []


def test_the_site_begins_with_the_readme_and_leads_to_every_guide(site: str, page: Page) -> None:
    page.goto(site)
    assert page.locator("h1").first.inner_text().startswith("Spark NER")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / "site.png")

    guides = {path.stem for path in (REPOSITORY / "docs").glob("*.md")}
    links = page.locator("nav a.md-nav__link").evaluate_all("all => all.map(a => a.href)")
    assert guides <= {Path(link.partition("#")[0]).stem for link in links}

    page.locator("article a", has_text="docs/TUTORIAL.md").first.click()
    page.wait_for_url("**/TUTORIAL.html")
    assert page.locator("article pre").count() > 5
    assert page.locator("article img").count() == 0


def test_pictures_are_there_and_files_of_the_project_can_be_read(site: str, page: Page) -> None:
    page.goto(f"{site}/REPORTS.html")
    widths = page.locator("article img").evaluate_all("all => all.map(i => i.naturalWidth)")
    assert widths
    assert all(width > 0 for width in widths)

    page.goto(site)
    settings = page.locator("article a", has_text="conf/spark-ner.conf").first
    address = settings.evaluate("a => a.href")
    assert address.endswith("/files/conf/spark-ner.conf.txt")
    assert "learning-rate" in page.request.get(address).text()


def test_a_word_is_found_by_the_search(site: str, page: Page) -> None:
    page.goto(f"{site}/HOWTO.html")
    page.locator("input.md-search__input").fill("mojibake")
    first = page.locator(".md-search-result__item a").first
    first.wait_for()
    first.click()
    page.wait_for_url("**/DATA.html**")
