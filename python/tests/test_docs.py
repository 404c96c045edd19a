"""The Python in the documents runs, each document from its beginning; their links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import REPOSITORY

DOCUMENTS = sorted(
    str(path.relative_to(REPOSITORY))
    for path in [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("**/*.md")]
)


@pytest.fixture
def installed(spark: SparkSession) -> Iterator[None]:
    """The models of the project."""
    spark.conf.set("spark.sparkner.models", f"{REPOSITORY}/models")
    yield
    spark.conf.unset("spark.sparkner.models")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("document", ["README.md", "docs/PYTHON.md"])
def test_code_of_the_document_runs(tmp_path: Path, document: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (REPOSITORY / document).read_text(), re.DOTALL)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        code = block.replace('"sample-data/', f'"{REPOSITORY}/sample-data/')
        exec(compile(code.replace('"output/', f'"{tmp_path}/'), document, "exec"), names)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_of_the_document_lead_somewhere(document: str) -> None:
    path = REPOSITORY / document
    dead = []
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", path.read_text()):
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


def anchors(document: Path) -> set[str]:
    """Gives the anchors of a document's headings, as sites that show Markdown make them."""
    prose = re.sub(r"^```.*?^```", "", document.read_text(), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
