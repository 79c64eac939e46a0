"""A server on loopback that speaks Gemini's protocol, rightly or in any mood."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

from bookanalysis.ai.prompts import load_prompt
from tests.gemini.cast import Cast

KEY = "the-only-key-that-is-valid"
MODEL = "gemini-2.5-flash"
QUESTIONS = (
    "text_classifier",
    "name_extractor",
    "first_name_querier",
    "second_name_querier",
    "profile_refresher",
)


@dataclass
class Exchange:
    """One request and the means to answer it; a mood uses them as it likes."""

    handler: BaseHTTPRequestHandler
    server: "GeminiServer"
    number: int
    body: dict[str, Any]
    key: str
    started: float
    ended: float | None = None

    @property
    def question(self) -> str:
        """Which node asks, told by the prompt."""
        system = self.body["systemInstruction"]["parts"][0]["text"]
        return next(name for name in QUESTIONS if load_prompt(name) == system)

    @property
    def asked(self) -> str:
        return "".join(part["text"] for part in self.body["contents"][0]["parts"])

    @property
    def paid(self) -> str:
        """All that is counted as input, without the JSON around it."""
        system = self.body["systemInstruction"]["parts"][0]["text"]
        schema = json.dumps(self.body["generationConfig"]["responseJsonSchema"], ensure_ascii=False)
        return system + self.asked + schema

    @property
    def right(self) -> str:
        return json.dumps(self.server.cast.answer(self.question, self.asked), ensure_ascii=False)

    def send(self, status: int, body: Any, **headers: str) -> None:
        self.send_bytes(status, json.dumps(body).encode(), **headers)

    def send_bytes(self, status: int, raw: bytes, length: int | None = None, **headers: str) -> None:
        """`length` may promise more than comes."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", "application/json")
        self.handler.send_header("Content-Length", str(len(raw) if length is None else length))
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(raw)

    def send_candidate(self, text: str, finish: str = "STOP") -> None:
        content = {"role": "model", "parts": [{"text": text}]} if text else {"role": "model"}
        candidate = {"content": content, "finishReason": finish, "index": 0}
        self.send(200, {"candidates": [candidate], "usageMetadata": self.usage(text)})

    def usage(self, text: str = "") -> dict[str, int]:
        asked, said = len(json.dumps(self.body, ensure_ascii=False)) // 3, len(text) // 3
        return {"promptTokenCount": asked, "candidatesTokenCount": said, "totalTokenCount": asked + said}


Mood = Callable[[Exchange], None]


def right(exchange: Exchange) -> None:
    exchange.send_candidate(exchange.right)


@dataclass
class GeminiServer:
    """`mood` answers every request but those that `moods` has one for, by number from 1.

    A mood may be set for a question, too: `moods["profile_refresher"]`. Whoever comes with another key or
    asks another model than these is told so.
    """

    cast: Cast = field(default_factory=Cast)
    mood: Mood = right
    moods: dict[int | str, Mood] = field(default_factory=dict)
    key: str = KEY
    model: str = MODEL
    requests: list[Exchange] = field(default_factory=list)
    most_at_once: int = 0

    def __post_init__(self) -> None:
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._at_once = 0

    def __enter__(self) -> "GeminiServer":
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *reason: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def forget(self) -> None:
        """Be as at the start: no request has come, every answer is right."""
        self.mood, self.moods, self.key, self.model = right, {}, KEY, MODEL
        self.requests, self.most_at_once = [], 0

    @property
    def asked(self) -> list[str]:
        """The questions in the order they came."""
        return [exchange.question for exchange in self.requests]

    @property
    def gaps(self) -> list[float]:
        """Seconds from each request to the next."""
        times = [exchange.started for exchange in self.requests]
        return [later - earlier for earlier, later in pairwise(times)]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        with self._lock:
            exchange = Exchange(
                handler,
                self,
                len(self.requests) + 1,
                body,
                handler.headers.get("x-goog-api-key", ""),
                time.monotonic(),
            )
            self.requests.append(exchange)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            self._mood_for(exchange)(exchange)
        finally:
            with self._lock:
                self._at_once -= 1
                exchange.ended = time.monotonic()

    def _mood_for(self, exchange: Exchange) -> Mood:
        if exchange.key != self.key:
            return _wrong_key
        if not exchange.handler.path.endswith(f"/v1beta/models/{self.model}:generateContent"):
            return _unknown_model
        by_question = self.moods.get(exchange.question, self.mood)
        return self.moods.get(exchange.number, by_question)


def error(
    exchange: Exchange, code: int, status: str, message: str, details: list[Any] | None = None, **headers: str
) -> None:
    body = {"code": code, "message": message, "status": status, "details": details or []}
    exchange.send(code, {"error": body}, **headers)


def _wrong_key(exchange: Exchange) -> None:
    detail = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
    said = f"API key not valid: {exchange.key}"
    error(exchange, 400, "INVALID_ARGUMENT", said, [detail | {"domain": "googleapis.com"}])


def _unknown_model(exchange: Exchange) -> None:
    error(exchange, 404, "NOT_FOUND", f"models{exchange.handler.path} is not found for API version v1beta")


def _handler_of(server: GeminiServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # two writes an answer: they would wait 40 ms for each other

        def do_POST(self) -> None:
            server.answer(self)

        def log_message(self, *words: object) -> None:
            pass

    return Handler
