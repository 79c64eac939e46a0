"""Is the text clean enough to be read?"""

from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.samples import samples_of
from bookanalysis.ai.state import State
from bookanalysis.ai.store import Validation
from bookanalysis.errors import QualityTooLow


def text_quality_assessor(state: State, runtime: Runtime[Context]) -> State:
    run = runtime.context.run
    assessment = run.reader.assess_quality(samples_of(runtime.context.publication))
    run.store.save_validation(
        Validation(
            language=state["language"],
            language_confidence=state["language_confidence"],
            quality_score=assessment.quality_score,
        )
    )
    found = State(quality_score=assessment.quality_score)
    if assessment.quality_score < run.options.min_quality:
        found["refusal"] = QualityTooLow(
            {"issues": assessment.issues},
            score=round(100 * assessment.quality_score),
            least=round(100 * run.options.min_quality),
        )
    return found


def router_from_text_quality_assessor(state: State) -> Literal["text_classifier", "__end__"]:
    return "__end__" if "refusal" in state else "text_classifier"
