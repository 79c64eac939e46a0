"""The socket server: who may listen, and for how long. Only the web process loads it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from time import time
from typing import Any
from uuid import UUID

from flask import Flask, request
from flask_jwt_extended import decode_token
from flask_jwt_extended.exceptions import JWTExtendedException
from flask_socketio import ConnectionRefusedError as Refused  # type: ignore[import-untyped]
from flask_socketio import Namespace, SocketIO, emit, join_room
from jwt import ExpiredSignatureError, PyJWTError
from sqlalchemy.exc import SQLAlchemyError

from bookanalysis import messages, notifications
from bookanalysis.blueprints.front import host_is_ours, refuse_plain_sockets, trust_proxies
from bookanalysis.blueprints.headers import protect_sockets
from bookanalysis.config import Config
from bookanalysis.errors import HttpsRequired, NotLoggedIn, SessionEnded, TokenExpired, WrongToken
from bookanalysis.extensions import db
from bookanalysis.logs.security import SecurityEvent, note_requester, note_security_event
from bookanalysis.models import utc_now
from bookanalysis.models.job import active_jobs
from bookanalysis.services.sessions import live_among, live_user

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds until the sockets of an ended session are closed, at most."""
LARGEST_MESSAGE = 10_000
SECONDS_TO_LOG_IN = 20
"""For who has opened a connection to say who they are."""


@dataclass(frozen=True, slots=True)
class Listener:
    session_id: UUID
    expires_at: float
    user_id: UUID


@dataclass(slots=True)
class Sockets:
    """The sockets of this process, and the login session that each belongs to."""

    socketio: SocketIO
    listeners: dict[str, Listener] = field(default_factory=dict)
    strangers: dict[str, float] = field(default_factory=dict)
    """Connections on which nobody has logged in, and since when they are known."""

    def watch(self, app: Flask) -> None:
        """Close, for ever, the sockets whose session has ended, wherever it was ended."""
        while True:
            self.socketio.sleep(LOOK_EVERY)
            self.close_strangers(time())
            with app.app_context():
                try:
                    self.close_ended()
                except SQLAlchemyError as error:
                    logger.warning("Sessions not looked at: %s", error)

    def close_ended(self) -> None:
        for sid in self._ended():
            self.forget(sid, "Socket closed, its session has ended")
            self.socketio.server.disconnect(sid, namespace=notifications.NAMESPACE)

    def forget(self, sid: str, why: str) -> None:
        listener = self.listeners.pop(sid, None)
        if listener is not None:
            logger.info(why, extra={"socket": trace_of(sid), "user_id": str(listener.user_id)})

    def close_strangers(self, now: float) -> None:
        """Close the connections that nobody has logged in on in time, or whose session has ended."""
        server = self.socketio.server
        unknown = [
            connection
            for connection in list(server.eio.sockets)
            if server.manager.sid_from_eio_sid(connection, notifications.NAMESPACE) is None
        ]
        self.strangers = {connection: self.strangers.get(connection, now) for connection in unknown}
        for connection, since in self.strangers.items():
            if now - since >= SECONDS_TO_LOG_IN and connection in server.eio.sockets:
                server.eio.sockets[connection].close(wait=False, abort=True)

    def _ended(self) -> list[str]:
        listeners = dict(self.listeners)
        if not listeners:
            return []
        live = live_among({listener.session_id for listener in listeners.values()})
        db.session.rollback()
        now = time()
        return [
            sid
            for sid, listener in listeners.items()
            if listener.session_id not in live or listener.expires_at <= now
        ]


class Notifications(Namespace):  # type: ignore[misc]
    """Each connection joins its user's room and no other, then gets a snapshot of the active jobs."""

    def __init__(self, sockets: Sockets) -> None:
        super().__init__(notifications.NAMESPACE)
        self.sockets = sockets

    def on_connect(self, auth: object = None) -> None:
        try:
            refuse_plain_sockets()
            claims = _claims(auth)
            user = live_user(UUID(claims["sid"]))
            if user is None:
                raise SessionEnded
        except (HttpsRequired, NotLoggedIn) as error:
            note_requester(request.remote_addr, request.user_agent.string)
            note_security_event(SecurityEvent.REFUSED, error_code=error.error_code, route="socket")
            raise Refused(error.error_code, {"error_code": error.error_code, **error.sentences}) from error
        sid: str = request.sid  # type: ignore[attr-defined]
        self.sockets.listeners[sid] = Listener(UUID(claims["sid"]), claims["exp"], user.id)
        logger.info("Socket opened", extra={"socket": trace_of(sid), "user_id": str(user.id)})
        join_room(notifications.room_of(user.id))
        emit(notifications.SNAPSHOT, notifications.snapshot(db.session.scalars(active_jobs(user.id)).all()))

    def on_disconnect(self, _reason: object = None) -> None:
        self.sockets.forget(request.sid, "Socket closed")  # type: ignore[attr-defined]

    def on_echo(self, data: object = None) -> None:
        emit(
            notifications.ECHO,
            {
                "event": notifications.ECHO,
                "data": data,
                "message": messages.ECHOED.filled(),
                "timestamp": utc_now().isoformat(),
            },
        )


def open_sockets(app: Flask, config: Config, message_queue: str | None) -> Sockets:
    """Bind the socket server to the web process; what workers publish comes by the message queue."""
    socketio = SocketIO(
        app,
        async_mode=config.async_mode.value,
        message_queue=message_queue,
        channel=config.socket_channel,
        cors_allowed_origins=_is_allowed(config),
        max_http_buffer_size=LARGEST_MESSAGE,
        manage_session=False,
    )
    protect_sockets(app)
    trust_proxies(app, config)
    sockets = Sockets(socketio)
    socketio.on_namespace(Notifications(sockets))
    app.extensions["metrics"].sockets.set_function(lambda: len(sockets.listeners))
    return sockets


def trace_of(sid: str) -> str:
    """Tells sockets apart in the log; who knew the id itself could speak for its client."""
    return sha256(sid.encode()).hexdigest()[:12]


def _claims(auth: object) -> dict[str, Any]:
    """Of the access token in `auth`; raises `NotLoggedIn`."""
    token = auth.get("token") if isinstance(auth, dict) else None
    if not isinstance(token, str) or not token:
        raise NotLoggedIn
    try:
        claims: dict[str, Any] = decode_token(token)
    except ExpiredSignatureError as error:
        raise TokenExpired from error
    except (PyJWTError, JWTExtendedException, UnicodeError) as error:
        raise WrongToken from error
    if claims["type"] != "access" or "sid" not in claims:
        raise WrongToken
    return claims


def _is_allowed(settings: Config) -> Callable[[str, dict[str, str]], bool]:
    """Our own pages and those of named origins; who sends no origin is no browser, and is not asked."""

    def is_allowed(origin: str, environ: dict[str, str]) -> bool:
        host = environ.get("HTTP_HOST", "")
        is_own = origin == f"{environ['wsgi.url_scheme']}://{host}"
        return origin in settings.cors_origins or (is_own and host_is_ours(host, settings))

    return is_allowed
