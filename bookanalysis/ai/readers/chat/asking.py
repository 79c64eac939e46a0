"""A question until it is answered: stored answers first, then the model; cut in two if need be."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from bookanalysis.ai.prompts import load_prompt
from bookanalysis.ai.readers.chat.calling import Caller, Request
from bookanalysis.ai.readers.chat.locks import LockByKey
from bookanalysis.ai.readers.chat.ports import AnswerStore
from bookanalysis.ai.readers.chat.questions import Question
from bookanalysis.ai.readers.chat.replies import Blocked, CutOff, Invalid, Unusable, answer_in
from bookanalysis.ai.readers.chat.schema import schema_of
from bookanalysis.errors import ChunkUnreadable

F = TypeVar("F", bound=BaseModel)

MOST_ASKED = 3
"""How often one question is put before its answer is given up as invalid."""
_ONCE_MORE = (
    "لم تكن إجابتك السابقة صالحة. أجب مرة أخرى إجابة كاملة موجزة بصيغة JSON المطلوبة وحدها، بلا تكرار."
)
"""At temperature 0 the same question would get the same answer."""


@dataclass
class Asker:
    """Any thread may ask. The same question asked twice at once is one call."""

    name: str
    caller: Caller
    answers: AnswerStore
    _locks: LockByKey = field(default_factory=LockByKey)

    def ask(self, question: Question[F]) -> F:
        """Raises `ChunkUnreadable` where no answer is to be had, and whatever keeps the service away."""
        system, schema = load_prompt(question.node), schema_of(question.form)
        request = Request(question.node, system, question.text, schema)
        digest = self._digest(request)
        with self._locks.hold(digest):
            stored = self.answers.find(digest)
            if stored is None:
                answer = self._answer(question, request)
                stored = self.answers.keep(digest, answer.model_dump_json())
        return question.form.model_validate_json(stored)

    def _digest(self, request: Request) -> str:
        schema = json.dumps(request.schema, ensure_ascii=False, sort_keys=True)
        whole = json.dumps([self.name, request.system, schema, request.text], ensure_ascii=False)
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()

    def _answer(self, question: Question[F], request: Request) -> F:
        try:
            return self._ask_until_valid(request, question.form)
        except Blocked as error:
            raise ChunkUnreadable(error.reason) from error
        except Invalid as error:
            raise ChunkUnreadable("INVALID_ANSWER") from error
        except CutOff as error:
            halves = question.halves()
            if halves is None:
                raise ChunkUnreadable("MAX_TOKENS") from error
        first, second = halves
        return question.join(self.ask(first), self.ask(second))

    def _ask_until_valid(self, request: Request, form: type[F]) -> F:
        for _ in range(MOST_ASKED - 1):
            try:
                return self._ask_once(request, form)
            except Invalid:
                request = self._once_more(request)
        return self._ask_once(request, form)

    def _ask_once(self, request: Request, form: type[F]) -> F:
        reply, seconds = self.caller.call(request)
        outcome = "answered"
        try:
            return answer_in(reply, form)
        except Unusable as error:
            outcome = error.outcome
            raise
        finally:
            self.caller.note(request, reply, outcome, seconds)

    def _once_more(self, request: Request) -> Request:
        text = request.text.removesuffix(_ONCE_MORE).rstrip("\n")
        return Request(request.question, request.system, f"{text}\n\n{_ONCE_MORE}", request.schema)
