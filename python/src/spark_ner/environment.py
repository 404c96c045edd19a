"""What the JVM of Spark needs in its environment to begin at all, or to find every file."""

from __future__ import annotations

import locale
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def jvm_environment(master: str | None) -> Iterator[None]:
    """Adds to the environment what is missing there, for a JVM that is started meanwhile.

    In a locale that is not UTF-8, Java cannot name a file with a letter beyond ASCII, and Spark
    leaves such files out. And Spark asks for the address of this machine's name, which may have
    none, also where it runs on this machine alone.
    """
    missing = {}
    if hasattr(locale, "nl_langinfo") and locale.nl_langinfo(locale.CODESET) != "UTF-8":
        missing["LC_ALL"] = "C.UTF-8"
    if (master is None or master.startswith("local")) and _is_unnamed(master is not None):
        missing["SPARK_LOCAL_HOSTNAME"] = "localhost"
    before = {name: os.environ.get(name) for name in missing}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _is_unnamed(or_loopback: bool) -> bool:
    """Whether this machine's name has no address, or only the one of which Spark warns."""
    if os.environ.get("SPARK_LOCAL_IP") or os.environ.get("SPARK_LOCAL_HOSTNAME"):
        return False
    try:
        address = socket.gethostbyname(socket.gethostname())
    except OSError:
        return True
    return or_loopback and address.startswith("127.")
