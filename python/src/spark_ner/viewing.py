"""Tagged rows as a page of HTML, in notebooks and elsewhere."""

from __future__ import annotations

import builtins
import html
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spark_ner.connect import refuse
from spark_ner.errors import one_line_errors
from spark_ner.persistence import require_session

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


class EntityView:
    """Tagged rows as a page; a notebook shows it where it is the last expression of a cell.

    Attributes:
        html: the page, a whole document that needs no other file and no network
        height: of the frame in which notebooks show it, in pixels
    """

    def __init__(self, page: str, height: int = 600) -> None:
        self.html = page
        self.height = height

    @property
    def frame(self) -> str:
        """The page within a frame of its own, to be part of another page."""
        return (
            f'<iframe title="Entities" sandbox="allow-scripts" style="width: 100%; height: '
            f'{self.height}px; border: 0" srcdoc="{html.escape(self.html)}"></iframe>'
        )

    def _repr_html_(self) -> str:
        return self.frame

    def __repr__(self) -> str:
        """Says what it is, where nothing shows it."""
        return f"EntityView of {len(self.html):,} characters; save(path) writes the page"

    def show(self) -> None:
        """Shows the page at once: by `displayHTML` on Databricks, else by IPython.

        Raises:
            RuntimeError: outside notebooks
        """
        show = _display_html()
        if show is not None:
            show(self.html)
            return
        try:
            from IPython.display import display as show_in_notebook
        except ImportError:
            raise RuntimeError("no notebook runs here; use save(path) and a browser") from None
        show_in_notebook(self)

    def save(self, path: str | Path) -> None:
        """Writes the page into a file, for a browser."""
        Path(path).write_text(self.html, encoding="utf-8")


def display(
    tagged: DataFrame,
    *,
    text_col: str | None = None,
    entities_col: str = "entities",
    id_col: str | None = None,
    limit: int = 100,
    height: int = 600,
) -> EntityView:
    """Shows tagged rows: entities in colour, a filter by type and confidence, and a search.

    Args:
        tagged: rows with a column of entities, as the stage adds it
        text_col: column of the text or the tokens that were tagged; by default the one that holds
            the texts of the entities
        entities_col: column of the entities
        id_col: column that names a row; by default `id`, `path`, `title` or `name`
        limit: rows to show at most
        height: of the frame in which notebooks show the page, in pixels

    Raises:
        UsageError: if a column is missing, or Spark runs without the jar
        BadDataError: if no column holds the texts of the entities
    """
    refuse("spark_ner.display", "save the rows, and read them in another session")
    jvm = require_session()
    with one_line_errors():
        view = jvm.org.sparkner.spark.EntityView(text_col, entities_col, id_col, limit)
        return EntityView(view.html(tagged._jdf), height)


def _display_html() -> Any:
    """The function `displayHTML`, where the notebook has one."""
    shell = getattr(builtins, "get_ipython", lambda: None)()
    names = {} if shell is None else shell.user_ns
    return names.get("displayHTML", getattr(builtins, "displayHTML", None))
