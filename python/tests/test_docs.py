"""The Python in the documents runs, each document from its beginning to its end."""

import re
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import REPOSITORY


@pytest.mark.parametrize("document", ["README.md", "docs/PYTHON.md"])
def test_code_of_the_document_runs(spark: SparkSession, tmp_path: Path, document: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (REPOSITORY / document).read_text(), re.DOTALL)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        code = block.replace('"sample-data/', f'"{REPOSITORY}/sample-data/')
        exec(compile(code.replace('"output/', f'"{tmp_path}/'), document, "exec"), names)
