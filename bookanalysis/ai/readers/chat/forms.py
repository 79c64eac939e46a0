"""The forms that a chat model fills in: lean, all fields required. Descriptions are part of the prompt.

Bounds are kept by validators and not told in the schema: services refuse schemas with many bounds as too
complex.
"""

from collections.abc import Callable, Hashable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bookanalysis.ai.readers.chat.schema import closed

T = TypeVar("T", bound=BaseModel)

LONGEST_NAME = 80
LONGEST_WORDS = 300
LONGEST_VALUE = 200
LONGEST_SUMMARY = 1500
MOST_FORMS = 40


def _fit(item: type[BaseModel]) -> BeforeValidator:
    """Keeps the items that fit, each once. An answer most of whose items do not fit is none."""

    def keep(said: Any) -> list[BaseModel]:
        if not isinstance(said, list):
            raise ValueError("no list")  # noqa: TRY004  pydantic takes no TypeError
        kept = [fitting for each in said if (fitting := _fitting(item, each)) is not None]
        if len(kept) < len(said) / 2:
            raise ValueError("most items do not fit")
        return _distinct(kept, BaseModel.model_dump_json)

    return BeforeValidator(keep)


def _fitting(item: type[T], said: Any) -> T | None:
    try:
        return item.model_validate(said)
    except ValidationError:
        return None


def _distinct(items: list[T], key: Callable[[T], Hashable]) -> list[T]:
    seen: dict[Hashable, T] = {}
    for item in items:
        seen.setdefault(key(item), item)
    return list(seen.values())


def _at_most(length: int, *, required: bool = True) -> BeforeValidator:
    def check(said: Any) -> str:
        text = " ".join(str(said if said is not None else "").split())
        if len(text) > length or (required and not text):
            raise ValueError("too long or empty")
        return text

    return BeforeValidator(check)


def _short_names(said: Any) -> list[str]:
    names = [" ".join(each.split()) for each in said or () if isinstance(each, str)]
    return list(dict.fromkeys(name for name in names if 0 < len(name) <= LONGEST_NAME))[:MOST_FORMS]


class Form(BaseModel):
    model_config = ConfigDict(frozen=True, json_schema_extra=closed)


class KindForm(Form):
    is_literary: bool = Field(description="أهو رواية أو قصص")
    kind: Literal[
        "fiction", "poetry", "play", "history", "philosophy", "biography", "religion", "science", "essays",
        "travel", "criticism", "nonfiction",
    ]  # fmt: skip
    confidence: float = Field(ge=0, le=1, description="الثقة من 0 إلى 1")


class TitleForm(Form):
    title: Annotated[str, _at_most(LONGEST_VALUE, required=False)]
    author: Annotated[str, _at_most(LONGEST_VALUE, required=False)]


class PersonForm(Form):
    name: Annotated[str, _at_most(LONGEST_NAME)] = Field(description="أتمّ صيغة وردت")
    forms: Annotated[list[str], BeforeValidator(_short_names)] = Field(description="كل الصيغ كما وردت")


class SummaryForm(Form):
    part: int
    text: Annotated[str, _at_most(LONGEST_SUMMARY)] = Field(description="جملتان إلى أربع")


class NamesForm(Form):
    persons: Annotated[list[PersonForm], _fit(PersonForm)]
    summaries: Annotated[list[SummaryForm], _fit(SummaryForm)]


class PairForm(Form):
    first: int
    second: int


class BelongsForm(Form):
    form: int
    person: int


class ConfirmForm(Form):
    no_person: list[int] = Field(description="أرقام الصيغ التي ليست لشخص")
    same: Annotated[list[PairForm], _fit(PairForm)] = Field(description="رقما شخصين هما واحد")
    belongs: Annotated[list[BelongsForm], _fit(BelongsForm)] = Field(description="صيغة وصاحبها الصحيح")


class FactForm(Form):
    character: int = Field(description="رقم الشخصية")
    kind: Literal[
        "alias", "gender", "age", "occupation", "physical", "trait", "strength", "weakness", "event",
        "relationship",
    ]  # fmt: skip
    key: Annotated[str, _at_most(LONGEST_NAME, required=False)] = Field(
        description="relationship: family|friend|enemy|romantic|colleague|mentor|student|ally|rival|other;"
        " physical: hair...; event: high|medium|low; وإلا فارغ"
    )
    value: Annotated[str, _at_most(LONGEST_VALUE)] = Field(description="القول مختصرًا؛ gender: male|female")
    other: int = Field(description="relationship: رقم الآخر؛ وإلا 0")
    words: Annotated[str, _at_most(LONGEST_WORDS)] = Field(description="ألفاظ النص بحروفها")


class FactsForm(Form):
    facts: Annotated[list[FactForm], _fit(FactForm)]
