"""What people see: the pages in a real browser, without a network, with hostile data."""

import html
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright
from pyspark.sql import DataFrame, SparkSession

import spark_ner
from conftest import REPOSITORY, launch

SCREENSHOTS = REPOSITORY / "python/target/screenshots"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
HOSTILE = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None,
    reason="NO BROWSER: pages are not tried; install Debian's package chromium",
)


@dataclass
class Opened:
    """A page, and what it should not have done."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def screenshot(self, name: str) -> None:
        """Keeps what a person would see."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    def slide(self, selector: str, value: float) -> None:
        """Moves a slider."""
        self.page.locator(selector).evaluate(
            "(e, v) => { e.value = v; e.dispatchEvent(new Event('input')); }", value
        )

    def require_harmless(self) -> None:
        """No message in the console, nothing asked for from elsewhere, no script of the data's."""
        assert self.faults == []
        assert self.page.evaluate("window.ran") is None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[[Path], Opened]]:
    """Opens a file without a network."""
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 860})

    def open_file(file: Path) -> Opened:
        page = context.new_page()
        shown = Opened(page)
        address = file.resolve().as_uri()

        def on_request(request: Request) -> None:
            if not request.url.startswith((address, "data:", "about:")):
                shown.faults.append(request.url)

        page.on("console", lambda message: shown.faults.append(message.text))
        page.on("pageerror", lambda error: shown.faults.append(str(error)))
        page.on("request", on_request)
        page.goto(address)
        return shown

    yield open_file
    context.close()


ENTITIES = "array<struct<begin:int,end:int,type:string,text:string,confidence:double>>"


def rows(spark: SparkSession, count: int) -> DataFrame:
    """Documents of two names each, of which one is found with little confidence."""
    data = []
    for i in range(count):
        text = f"Number {i}: Ada met Grace {HOSTILE}"
        found = []
        for name, kind, confidence in (("Ada", "PER", 0.95), ("Grace", HOSTILE, 0.35)):
            begin = text.index(name)
            found.append((begin, begin + len(name), kind, name, confidence))
        data.append((f"{HOSTILE} {i}", text, found))
    return spark.createDataFrame(data, f"id string, text string, entities {ENTITIES}")


def test_view_filters_searches_and_pages(
    spark: SparkSession, tmp_path: Path, opened: Callable[[Path], Opened]
) -> None:
    file = tmp_path / "view.html"
    spark_ner.display(rows(spark, 250), limit=200).save(file)
    view = opened(file)
    page = view.page

    assert "There are more rows than the first 200" in page.locator("#note").inner_text()
    assert page.locator("article").count() == 20
    first = page.locator("article").first
    assert HOSTILE in first.locator("h2").inner_text()
    assert HOSTILE in first.locator("p.text").inner_text()
    assert page.locator("mark.entity").count() == 40

    view.slide("#confidence", 0.5)
    assert page.locator("mark.entity").count() == 20
    page.locator(".choice", has_text="PER").locator("input").uncheck()
    assert page.locator("mark.entity").count() == 0
    page.locator(".choice", has_text="PER").locator("input").check()

    page.keyboard.press("j")
    assert page.locator("article").first.get_attribute("data-number") == "21"
    page.keyboard.press("k")
    assert page.locator("article").first.get_attribute("data-number") == "1"

    page.keyboard.press("/")
    page.keyboard.type("number 17:")
    page.get_by_text("1 document fits").wait_for()
    assert page.locator("article").first.get_attribute("data-number") == "18"
    assert page.locator("mark.found").first.inner_text() == "Number 17:"
    view.screenshot("view")
    view.require_harmless()


def test_ten_thousand_documents_are_read_as_they_are_shown(
    spark: SparkSession, tmp_path: Path, opened: Callable[[Path], Opened]
) -> None:
    file = tmp_path / "view.html"
    spark_ner.display(rows(spark, 10_000), limit=10_000).save(file)
    view = opened(file)

    assert view.page.locator("article").count() == 20
    view.page.locator("#number").fill("9999")
    view.page.locator("#number").press("Enter")
    assert view.page.locator("article").first.get_attribute("data-number") == "9999"
    assert view.page.locator("article").count() == 2
    view.require_harmless()


def test_view_is_dark_where_the_reader_is_and_prints_without_its_tools(
    spark: SparkSession, tmp_path: Path, opened: Callable[[Path], Opened]
) -> None:
    file = tmp_path / "view.html"
    spark_ner.display(rows(spark, 3)).save(file)
    view = opened(file)
    background = "getComputedStyle(document.body).backgroundColor"
    light = view.page.evaluate(background)
    view.page.emulate_media(color_scheme="dark")

    assert view.page.evaluate(background) != light
    view.page.emulate_media(media="print", color_scheme="light")
    assert not view.page.locator("#tools").is_visible()
    assert view.page.locator("article").first.is_visible()
    view.require_harmless()


def test_notebooks_show_the_page_in_a_frame(
    spark: SparkSession, tmp_path: Path, opened: Callable[[Path], Opened]
) -> None:
    view = spark_ner.display(rows(spark, 3), height=400)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<title>{html.escape(HOSTILE)}</title>{view._repr_html_()}", "utf-8")
    shown = opened(notebook)
    frame = shown.page.frame_locator("iframe")

    assert frame.locator("article").count() == 3
    assert frame.locator("mark.entity").first.inner_text().startswith("Ada")
    shown.require_harmless()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of a training, an evaluation and a comparison, of data with hostile names."""
    home = tmp_path_factory.mktemp("reports")
    sentence = f"Ada B-PER\nsaw O\nLund B-LOC\n{HOSTILE.replace(' ', '_')} O\n\n"
    train = home / "train.conll"
    train.write_text(sentence * 20, "utf-8")
    valid = home / "<img src=x onerror='window.ran = 3'>.conll"
    valid.write_text((sentence + sentence.replace("B-LOC", "B-<b>PER")) * 3, "utf-8")
    for seed, algorithm in enumerate(("hmm", "crf")):
        done = launch(
            "train", "--train", train, "--valid", valid, "--model", home / algorithm,
            "--set", f"algorithm={algorithm}", "--seed", seed + 1,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    done = launch(
        "evaluate", "--model", home / "hmm", "--data", valid, "--train", train,
        "--report", home / "evaluation",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    done = launch(
        "evaluate", "--compare", home / "hmm", home / "crf", "--data", valid,
        "--report", home / "comparison",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return home


@pytest.mark.parametrize("name", ["hmm", "evaluation", "comparison"])
def test_reports_open_without_a_network_and_run_nothing_of_the_data(
    reports: Path, opened: Callable[[Path], Opened], name: str
) -> None:
    report = opened(reports / name / "report.html")

    report.page.locator("#types table").wait_for()
    assert (reports / name / "report.html").stat().st_size < 5_000_000
    report.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    charts = report.page.locator(".chart")
    assert report.page.locator(".chart svg").count() == charts.count()
    report.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    report.screenshot(f"report-{name}")
    report.require_harmless()


@pytest.mark.long
def test_the_report_of_fifty_thousand_tokens_is_small(
    tmp_path: Path, opened: Callable[[Path], Opened]
) -> None:
    """Says how large it is and how long it takes to open: pytest -s shows that."""
    train = REPOSITORY / "sample-data/wikigold/train.conll"
    lines = (REPOSITORY / "sample-data/wikigold/dev.conll").read_text("utf-8").rstrip().split("\n")
    tokens = sum(1 for line in lines if line)
    valid = tmp_path / "valid.conll"
    valid.write_text("\n".join([*lines, ""] * (50_000 // tokens + 1)) + "\n", "utf-8")
    done = launch(
        "train", "--train", train, "--valid", valid, "--model", tmp_path / "model",
        "--set", "algorithm=crf", "--epochs", 3,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    file = tmp_path / "model/report.html"
    report = opened(file)
    report.page.locator("#mistakes article").first.wait_for(state="attached")
    report.page.locator("#types table").wait_for()
    millis = report.page.evaluate("performance.now()")
    report.page.locator("#confidence").scroll_into_view_if_needed()
    report.page.locator("#confidence svg").nth(1).wait_for()

    print(
        f"report of {50_000 // tokens * tokens + tokens:,} tokens: {file.stat().st_size:,} bytes,"
    )
    print(f"shown {millis:,.0f} ms after it was asked for")
    assert report.page.locator("#mistakes article").count() == 50
    assert file.stat().st_size < 5_000_000
    report.require_harmless()


def test_mistakes_are_filtered_by_kind_and_confidence(
    reports: Path, opened: Callable[[Path], Opened]
) -> None:
    report = opened(reports / "evaluation" / "report.html")
    mistakes = report.page.locator("#mistakes article")

    assert mistakes.count() == 3
    assert "seen in training, but only as LOC" in mistakes.first.inner_text()
    assert mistakes.first.locator("mark.wrong").count() == 2
    surest = report.page.evaluate(
        "Math.max(...SparkNer.data('report').evaluation.mistakes.map(each => each.confidence))"
    )
    report.slide("#mistakes input[type=range]", max(0, surest - 0.02))
    assert mistakes.count() > 0
    report.slide("#mistakes input[type=range]", 1)
    assert mistakes.count() == (3 if surest == 1 else 0)
    report.slide("#mistakes input[type=range]", 0)
    report.page.locator("#mistakes select").select_option(index=1)
    assert mistakes.count() == 3
    report.page.locator("#confidence").scroll_into_view_if_needed()
    report.page.locator("#confidence svg").nth(1).wait_for()
    report.require_harmless()
