"""Is the book a novel or stories?"""

from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.samples import samples_of
from bookanalysis.ai.state import State
from bookanalysis.ai.store import Validation
from bookanalysis.ai.vocabulary import kind_names
from bookanalysis.errors import NotLiterary


def text_classifier(state: State, runtime: Runtime[Context]) -> State:
    run = runtime.context.run
    classification = run.reader.classify(samples_of(runtime.context.publication))
    run.store.save_validation(
        Validation(
            language=state["language"],
            language_confidence=state["language_confidence"],
            quality_score=state["quality_score"],
            classification=classification.model_dump(),
        )
    )
    found = State(classification=classification.classification)
    if not classification.is_literary:
        kind_en, kind_ar = kind_names(classification.classification)
        found["refusal"] = NotLiterary(
            {"kind": classification.classification}, kind_en=kind_en, kind_ar=kind_ar
        )
    return found


def router_from_text_classifier(state: State) -> Literal["name_extractor", "__end__"]:
    return "__end__" if "refusal" in state else "name_extractor"
