"""What a model's service does on a bad day. Each is a mood, or makes one; they can be put together."""

import json
import socket
import time
from contextlib import suppress

from bookanalysis.ai.prompts import EXAMPLE_NAMES
from tests.gemini.server import Exchange, Mood, error, right

RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo"
QUOTA_FAILURE = "type.googleapis.com/google.rpc.QuotaFailure"


def delayed(seconds: float, then: Mood = right) -> Mood:
    def mood(exchange: Exchange) -> None:
        time.sleep(seconds)
        then(exchange)

    return mood


def too_fast(retry_after: float) -> Mood:
    """A minute's quota is spent."""
    details = [
        {"@type": QUOTA_FAILURE, "violations": [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel"}]},
        {"@type": RETRY_INFO, "retryDelay": f"{retry_after}s"},
    ]
    return lambda exchange: error(exchange, 429, "RESOURCE_EXHAUSTED", "Too many requests", details)


def too_fast_by_header(seconds: int) -> Mood:
    return lambda exchange: error(
        exchange, 429, "RESOURCE_EXHAUSTED", "Too many requests", Retry_After=str(seconds)
    )


def day_spent(exchange: Exchange) -> None:
    details = [
        {
            "@type": QUOTA_FAILURE,
            "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
        },
        {"@type": RETRY_INFO, "retryDelay": "20s"},
    ]
    error(exchange, 429, "RESOURCE_EXHAUSTED", "You exceeded your current quota", details)


def failing(code: int, status: str) -> Mood:
    return lambda exchange: error(exchange, code, status, "Not now")


internal_error = failing(500, "INTERNAL")
overloaded = failing(503, "UNAVAILABLE")
bad_request = failing(400, "INVALID_ARGUMENT")
forbidden = failing(403, "PERMISSION_DENIED")


def hang(exchange: Exchange) -> None:
    exchange.server.closing.wait(60)


def drip(exchange: Exchange) -> None:
    """A byte now and then, so that no single read takes long, and never the last one."""
    exchange.send_bytes(200, b"", length=10_000)
    with suppress(OSError):
        while not exchange.server.closing.wait(0.1):
            exchange.handler.wfile.write(b" ")


def drop(exchange: Exchange) -> None:
    """Breaks off in the middle of an answer."""
    raw = exchange.right.encode()
    exchange.send_bytes(200, raw[: len(raw) // 2], length=len(raw) + 100)
    exchange.handler.close_connection = True
    exchange.handler.connection.shutdown(socket.SHUT_RDWR)


def no_json(exchange: Exchange) -> None:
    exchange.send_bytes(200, b"<html>Bad gateway</html>")


def other_json(exchange: Exchange) -> None:
    exchange.send(200, ["no", "answer"])


def truncate(exchange: Exchange) -> None:
    exchange.send_candidate(exchange.right[: len(exchange.right) * 2 // 3], "MAX_TOKENS")


def truncate_longer_than(length: int) -> Mood:
    """Cuts the answer off when what was asked about is long."""
    return lambda exchange: (truncate if len(exchange.asked) > length else right)(exchange)


def cut_silently(exchange: Exchange) -> None:
    """JSON that breaks off although the model says it has finished."""
    exchange.send_candidate(exchange.right[:-2])


def blocked(reason: str) -> Mood:
    return lambda exchange: exchange.send_candidate("", reason)


def prompt_blocked(reason: str = "PROHIBITED_CONTENT") -> Mood:
    def mood(exchange: Exchange) -> None:
        feedback = {"blockReason": reason}
        exchange.send(200, {"promptFeedback": feedback, "usageMetadata": exchange.usage()})

    return mood


def run_away(exchange: Exchange) -> None:
    """The same item until the answer is cut off."""
    item = '{"name": "سالم", "forms": ["سالم"]}, '
    exchange.send_candidate('{"persons": [' + item * 800, "MAX_TOKENS")


def repeat_items(exchange: Exchange) -> None:
    """The same item, hundreds of times, in whole JSON."""
    said = json.loads(exchange.right)
    key = next(key for key, value in said.items() if isinstance(value, list))
    item = said[key][0] if said[key] else {"first": 1, "second": 1}
    exchange.send_candidate(json.dumps(said | {key: [item] * 300}))


def repeat_sentences(exchange: Exchange) -> None:
    said = json.loads(exchange.right)
    exchange.send_candidate(
        json.dumps(said | {"summaries": [{"part": 1, "text": "ذهب سالم إلى السوق. " * 40}]})
    )


def no_candidates(exchange: Exchange) -> None:
    exchange.send(200, {"candidates": [], "usageMetadata": exchange.usage()})


def empty(exchange: Exchange) -> None:
    exchange.send_candidate("")


def fenced(exchange: Exchange) -> None:
    exchange.send_candidate(f"```json\n{exchange.right}\n```")


def chatty(exchange: Exchange) -> None:
    exchange.send_candidate("بالتأكيد، إليك ما طلبت.")


def lie(exchange: Exchange) -> None:
    """Names and quotations that the text does not have, the examples' names, numbers out of range."""
    liar = EXAMPLE_NAMES[0]
    said = json.loads(exchange.right)
    fact = {
        "character": 1,
        "kind": "trait",
        "key": "",
        "value": "كذوب",
        "other": 0,
        "words": "ما لم يقله النص",
    }
    lies = {
        "persons": [{"name": liar, "forms": [liar]}, {"name": "هارون الغائب", "forms": ["هارون"]}],
        "summaries": [{"part": 99, "text": "لا جزء كهذا."}, {"part": 1, "text": f"خرج {liar} وحده."}],
        "no_person": [0, 99, -3],
        "same": [{"first": 1, "second": 77}, {"first": 0, "second": 0}],
        "belongs": [{"form": 99, "person": 1}, {"form": 1, "person": 99}],
        "facts": [
            fact,
            fact | {"character": 99},
            fact | {"character": 0},
            fact | {"value": f"صديق {liar}"},
            fact | {"kind": "relationship", "key": "friend", "other": 98},
        ],
    }
    exchange.send_candidate(
        json.dumps({key: lies.get(key, []) + said[key] for key in said}, ensure_ascii=False)
        if "title" not in said and "kind" not in said
        else json.dumps({"title": f"شتاء {liar}", "author": liar}, ensure_ascii=False)
    )
