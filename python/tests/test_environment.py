"""What the JVM of a session finds in its environment."""

import locale
import os
import socket

import pytest

from spark_ner.environment import jvm_environment

NAMES = ("LC_ALL", "SPARK_LOCAL_IP", "SPARK_LOCAL_HOSTNAME")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a name that has an address, in a locale of UTF-8."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "nl_langinfo", lambda _: "UTF-8")
    monkeypatch.setattr(socket, "gethostbyname", lambda _: "10.0.0.7")


def added(master: str | None) -> dict[str, str]:
    """The variables that the environment has meanwhile."""
    with jvm_environment(master):
        return {name: os.environ[name] for name in NAMES if name in os.environ}


def test_environment_that_has_all_stays_as_it_is() -> None:
    assert added("local[2]") == {}


@pytest.mark.parametrize("encoding", ["ANSI_X3.4-1968", "ISO-8859-1", "646"])
def test_locale_that_is_not_utf8_becomes_so(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(locale, "nl_langinfo", lambda _: encoding)
    monkeypatch.setenv("LC_ALL", "C")
    assert added("spark://host:7077") == {"LC_ALL": "C.UTF-8"}
    assert os.environ["LC_ALL"] == "C"


@pytest.mark.parametrize("master", ["local", "local[4]", None])
def test_machine_without_an_address_is_called_localhost(
    monkeypatch: pytest.MonkeyPatch, master: str | None
) -> None:
    def unknown(_: str) -> str:
        raise socket.gaierror

    monkeypatch.setattr(socket, "gethostbyname", unknown)
    assert added(master) == {"SPARK_LOCAL_HOSTNAME": "localhost"}
    assert "SPARK_LOCAL_HOSTNAME" not in os.environ
    assert added("spark://host:7077") == {}
    monkeypatch.setenv("SPARK_LOCAL_IP", "10.0.0.7")
    assert added(master) == {"SPARK_LOCAL_IP": "10.0.0.7"}


def test_address_of_which_spark_warns_is_not_asked_for_where_all_is_local(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "gethostbyname", lambda _: "127.0.1.1")
    assert added("local[*]") == {"SPARK_LOCAL_HOSTNAME": "localhost"}
    assert added("spark://host:7077") == {}
