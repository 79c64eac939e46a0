"""The extensions, unbound; `app.py` binds them."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar, cast

from flask import Flask, current_app
from flask_cors import CORS
from flask_jwt_extended import JWTManager
from flask_migrate import Migrate  # type: ignore[import-untyped]
from flask_sqlalchemy import SQLAlchemy
from redis import Redis
from rq import Queue
from rq.serializers import JSONSerializer
from socketio import RedisManager  # type: ignore[import-untyped]
from sqlalchemy import MetaData

from bookanalysis.storage import LocalStorage

Result = TypeVar("Result")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
db = SQLAlchemy(metadata=metadata, session_options={"expire_on_commit": False})
migrate = Migrate()
jwt = JWTManager()
cors = CORS()


class QueueName(StrEnum):
    """In the order in which a worker looks for work: a letter does not wait behind books."""

    EMAIL = "email"
    AI_PROCESSING = "ai_processing"


def open_redis(app: Flask, url: str, channel: str) -> None:
    """What goes through Redis: the queues, and the door by which any process tells browsers what changed.

    Nothing connects before it is used.
    """
    patience = {"socket_connect_timeout": 1, "socket_timeout": 5}
    redis = Redis.from_url(url, **patience)
    app.extensions["redis"] = redis
    app.extensions["queues"] = {
        name: Queue(name.value, connection=redis, serializer=JSONSerializer) for name in QueueName
    }
    app.extensions["publisher"] = RedisManager(url, channel=channel, write_only=True, redis_options=patience)


def off_loop(function: Callable[..., Result], *args: object) -> Result:
    """Run what is slow or waits: in a thread of its own where an event loop would stall, else at once."""
    return cast(Result, off_loop_runner()(function, *args))


def off_loop_runner() -> Callable[..., Any]:
    """`off_loop` itself, for what goes on when the request is over."""
    return cast(Callable[..., Any], current_app.extensions.get("off_loop", _at_once))


def _at_once(function: Callable[..., Result], *args: object) -> Result:
    return function(*args)


def storage() -> LocalStorage:
    return cast(LocalStorage, current_app.extensions["storage"])


def queue(name: QueueName) -> Queue:
    return cast(Queue, current_app.extensions["queues"][name])
