"""Settings as the environment has them: text, read into the type that each of them has."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Any, NewType, get_type_hints

from bookanalysis.errors import WrongSetting
from bookanalysis.rates import Rates, read_rates

Origin = NewType("Origin", str)
"""A site whose pages may call: scheme, host and perhaps a port, nothing that could be read as a pattern."""

HostName = NewType("HostName", str)
"""Without scheme and port; `.example.org` is all below it, too."""

_HOST_NAME = re.compile(r"\.?\w([\w.-]*\w)?")
_ORIGIN = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")

PROJECT = Path(__file__).resolve().parent.parent


class AsyncMode(StrEnum):
    """How the web process serves many clients at once."""

    EVENTLET = "eventlet"
    THREADING = "threading"


class SmtpSecurity(StrEnum):
    """How the way to the mail server is kept from others' eyes."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class LogFormat(StrEnum):
    """For people, or one JSON object a line."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def read_settings(settings: type, environ: Mapping[str, str]) -> dict[str, Any]:
    """What is given for the fields of `settings`, under their names in capitals; raises `WrongSetting`."""
    return {
        name: _read(name.upper(), text, _READERS[kind])
        for name, kind in get_type_hints(settings).items()
        if (text := environ.get(name.upper(), ""))
    }


def _read(name: str, text: str, read: Callable[[str], object]) -> object:
    try:
        return read(text)
    except (ValueError, KeyError) as error:
        raise WrongSetting(name=name, value=text) from error


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in _words(text))


def _origins(text: str) -> tuple[Origin, ...]:
    origins = _words(text)
    if not all(map(_ORIGIN.fullmatch, origins)):
        raise ValueError(text)
    return tuple(map(Origin, origins))


def _host_names(text: str) -> tuple[HostName, ...]:
    names = _words(text.lower())
    if not all(map(_HOST_NAME.fullmatch, names)):
        raise ValueError(text)
    return tuple(map(HostName, names))


def _price(text: str) -> float:
    price = float(text)
    if price < 0 or not isfinite(price):
        raise ValueError(text)
    return price


def _yes(text: str) -> bool:
    answers = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return answers[text.lower()]


def _folder(text: str) -> Path:
    return (PROJECT / text).resolve()


_READERS: Mapping[object, Callable[[str], object]] = {
    str: str,
    int: int,
    float: _price,
    bool: _yes,
    Path: _folder,
    Path | None: _folder,
    AsyncMode: AsyncMode,
    SmtpSecurity: SmtpSecurity,
    LogFormat: LogFormat,
    LogLevel: lambda text: LogLevel(text.upper()),
    tuple[str, ...]: _words,
    tuple[HostName, ...]: _host_names,
    tuple[Origin, ...]: _origins,
    tuple[int, ...]: _numbers,
    Rates: read_rates,
}
