"""What is printed while Java trains."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from py4j.protocol import Py4JError

_SECONDS = 0.3


@contextmanager
def printed(lines: Any) -> Iterator[None]:
    """Prints on stderr what comes into a `TrainingLines` of Java, as it comes.

    Java prints on the stderr of its own process, which notebooks do not show; so Python asks, on a
    thread of its own.
    """
    ended = threading.Event()

    def tell() -> None:
        while True:
            last = ended.wait(_SECONDS)
            try:
                for line in lines.take():
                    print(line, file=sys.stderr, flush=True)
            except (Py4JError, OSError, ValueError):  # Spark, or stderr, is gone
                return
            if last:
                return

    thread = threading.Thread(target=tell, name="spark-ner progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
