"""One record as one line: for people, or as JSON. Nothing in a record can look like another record."""

import json
from collections.abc import MutableMapping
from typing import Any

COLOURS = {"debug": "2", "warning": "33", "error": "31", "critical": "31;1"}
_SPLITTING = frozenset(' "=')
_FIRST = ("timestamp", "level", "logger", "event", "exception")


def as_text(_logger: Any, _method: str, fields: MutableMapping[str, Any]) -> str:
    """`TIME LEVEL LOGGER: what happened  name=value ...`; a traceback follows, each line set in."""
    head = "{timestamp} {level:<8}{logger}: {event}".format(
        timestamp=fields["timestamp"],
        level=fields["level"].upper(),
        logger=fields["logger"],
        event=_on_one_line(fields["event"]),
    )
    said = [f"{name}={_value(value)}" for name, value in fields.items() if _is_told(name, value)]
    line = "  ".join([head, " ".join(said)]) if said else head
    traceback = str(fields.get("exception") or "").split("\n") if fields.get("exception") else []
    return "\n".join([line, *(f"    {_on_one_line(each)}" for each in traceback)])


def as_coloured_text(logger: Any, method: str, fields: MutableMapping[str, Any]) -> str:
    text = as_text(logger, method, fields)
    colour = COLOURS.get(fields["level"])
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text


def as_json(_logger: Any, _method: str, fields: MutableMapping[str, Any]) -> str:
    return _on_one_line(json.dumps(fields, ensure_ascii=False, default=str))


def _is_told(name: str, value: object) -> bool:
    return name not in _FIRST and value is not None


def _value(value: object) -> str:
    """Quoted where it could be taken for several."""
    text = _on_one_line(value)
    if text and _SPLITTING.isdisjoint(text):
        return text
    quoted = text.replace('"', '\\"')
    return f'"{quoted}"'


def _on_one_line(value: object) -> str:
    """Line ends, control signs and what turns the direction of writing are shown by their numbers."""
    text = str(value)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _number_of(sign) for sign in text)


def _number_of(sign: str) -> str:
    """As JSON writes it, in two halves where it must."""
    return json.dumps(sign)[1:-1] if sign != "\x7f" else "\\u007f"
