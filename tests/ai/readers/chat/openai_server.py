"""As much of OpenAI's and Ollama's protocols as a reader needs, on loopback."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bookanalysis.ai.prompts import load_prompt
from tests.gemini.cast import Cast
from tests.gemini.server import QUESTIONS

Answer = tuple[int, dict[str, str], Any]
"""Status, headers and body."""
Mood = Callable[[str], Answer]
"""Makes an answer of the right one's JSON."""


def chosen(text: str, finish: str = "stop", **message: Any) -> Answer:
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": text} | message,
    }
    usage = {"prompt_tokens": 40, "completion_tokens": 20, "total_tokens": 60}
    return (
        200,
        {},
        {"id": "1", "object": "chat.completion", "model": "m", "choices": [choice], "usage": usage},
    )


def refused(status: int, message: str, code: str = "", **headers: str) -> Answer:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, headers, {"error": {"message": message, "type": "error", "code": code}}


@dataclass
class OpenAIServer:
    """`moods` answer the n-th request, from 1; all others are answered rightly."""

    cast: Cast
    moods: dict[int, Mood] = field(default_factory=dict)
    mood: Mood = chosen
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def __enter__(self) -> "OpenAIServer":
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def answer(self, path: str, body: dict[str, Any]) -> Answer:
        self.bodies.append(body)
        system, user = body["messages"]
        question = next(name for name in QUESTIONS if load_prompt(name) == system["content"])
        right = json.dumps(self.cast.answer(question, user["content"]), ensure_ascii=False)
        if path == "/api/chat":
            return 200, {}, _ollamas(right)
        assert path == "/v1/chat/completions"
        return self.moods.get(len(self.bodies), self.mood)(right)


def _ollamas(text: str) -> dict[str, Any]:
    return {
        "model": "m",
        "created_at": "2026-01-01T00:00:00Z",
        "message": {"role": "assistant", "content": text},
        "done": True,
        "done_reason": "stop",
        "prompt_eval_count": 40,
        "eval_count": 20,
    }


def _handler_of(server: OpenAIServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, headers, answer = server.answer(self.path, body)
            raw = json.dumps(answer).encode() + b"\n"
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *words: object) -> None:
            pass

    return Handler
