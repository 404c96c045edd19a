"""MkDocs' hooks: the site has pages that lie outside docs/, and shows the files that pages link to."""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

HOME = Path(__file__).resolve().parent.parent
DOCS = "docs/"
# Where the site has pages that are not in docs/, by their paths in the repository.
PAGES = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "sample-data/README.md": "sample-data/README.md",
}
LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)\s#]+)(#[^)\s]*)?\)")
FENCE = re.compile(r"^(```.*?^```)", re.DOTALL | re.MULTILINE)
ITEM = re.compile(r"^(- |  \S)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages outside docs/, and what is linked to from any page as a file of text."""
    for path, place in PAGES.items():
        files.append(File.generated(config, place, abs_src_path=str(HOME / path)))
    for file in list(files.documentation_pages()):
        for path in linked(file):
            if site_place(path) not in files.src_uris:
                content = listing(HOME / path)
                files.append(File.generated(config, site_place(path), content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Has links lead to where the site has what they name, and lists begin after an empty line."""
    source = repository_path(page.file.src_uri)
    here = posixpath.dirname(page.file.src_uri)

    def moved(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[2]))
        return f"{link[1]}{posixpath.relpath(site_place(path), here or '.')}{link[3] or ''})"

    parts = FENCE.split(markdown)
    return "".join(
        part if part.startswith("```") else apart(LINK.sub(moved, part)) for part in parts
    )


def apart(text: str) -> str:
    """Puts an empty line before each list that follows a paragraph at once."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.startswith("- ") and lines and lines[-1] and not ITEM.match(lines[-1]):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def repository_path(place: str) -> str:
    """Gives the path in the repository of a page of the site."""
    return next((path for path, page in PAGES.items() if page == place), DOCS + place)


def site_place(path: str) -> str:
    """Gives the place in the site of a path of the repository."""
    if path in PAGES:
        return PAGES[path]
    if path == "docs":
        return "index.md"
    if (HOME / path).is_dir() and (HOME / path / "README.md").exists():
        return site_place(f"{path}/README.md")
    return path.removeprefix(DOCS) if path.startswith(DOCS) else f"files/{path}.txt"


def linked(page: File) -> list[str]:
    """Gives the files and folders outside docs/ that a page links to, if they are there."""
    source = repository_path(page.src_uri)
    text = FENCE.sub("", (HOME / source).read_text("utf-8"))
    paths = [
        posixpath.normpath(posixpath.join(posixpath.dirname(source), link[2]))
        for link in LINK.finditer(text)
    ]
    return [
        path for path in paths if site_place(path).startswith("files/") and (HOME / path).exists()
    ]


def listing(path: Path) -> str:
    """Gives the text of a file, or the names in a folder."""
    if path.is_dir():
        return "\n".join(sorted(each.name for each in path.iterdir()))
    return path.read_text("utf-8")
