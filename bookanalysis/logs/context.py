"""What is known of the work under way: each record of it says so. A leaf, so that readers may use it too.

Each thread, and each green thread, has its own; a thread that works for another is started with
`contextvars.copy_context`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})
_fields: ContextVar[Mapping[str, object]] = ContextVar("log_fields", default=_NOTHING)


def noted() -> Mapping[str, object]:
    return _fields.get()


def note(**fields: object) -> None:
    """From here to the end of the work under way."""
    _fields.set({**_fields.get(), **fields})


@contextmanager
def noting(**fields: object) -> Iterator[None]:
    """A piece of work, with what is noted in it; after it, all is as it was."""
    token = _fields.set({**_fields.get(), **fields})
    try:
        yield
    finally:
        _fields.reset(token)


def begin(**fields: object) -> None:
    """Something new, on a thread that may have done something else before."""
    _fields.set(fields)


def carried() -> dict[str, str]:
    """What travels with work that another process will do."""
    request_id = _fields.get().get("request_id")
    return {"request_id": request_id} if isinstance(request_id, str) else {}
