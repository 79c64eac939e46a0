"""In which language is the book?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.samples import samples_of
from bookanalysis.ai.state import State
from bookanalysis.ai.store import Validation
from bookanalysis.ai.vocabulary import language_names
from bookanalysis.arabic.language import identify
from bookanalysis.errors import LanguageNotSupported


def language_checker(state: State, runtime: Runtime[Context]) -> State:
    run = runtime.context.run
    language, confidence = _language_of(samples_of(runtime.context.publication))
    run.store.save_validation(Validation(language=language, language_confidence=confidence))
    found = State(language=language, language_confidence=confidence)
    if language not in run.options.accepted_languages:
        found["refusal"] = _refusal(language, run.options.accepted_languages)
    return found


def router_from_language_checker(state: State) -> Literal["text_quality_assessor", "__end__"]:
    return "__end__" if "refusal" in state else "text_quality_assessor"


def _language_of(samples: Sequence[str]) -> tuple[str, float]:
    """The language that most samples speak for, and how surely they do."""
    votes: dict[str, float] = defaultdict(float)
    for guess in map(identify, samples):
        votes[guess.language] += guess.confidence
    language, weight = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    return language, round(weight / len(samples), 4)


def _refusal(language: str, accepted: Sequence[str]) -> LanguageNotSupported:
    name_en, name_ar = language_names(language)
    names = [language_names(code) for code in accepted]
    return LanguageNotSupported(
        {"language": language},
        language_en=name_en,
        language_ar=name_ar,
        accepted_en=" or ".join(en for en, _ in names),
        accepted_ar=" أو ".join(ar for _, ar in names),
    )
