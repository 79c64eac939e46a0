"""What a reader answers: the forms that it fills in. The field descriptions are part of the prompts."""

from pydantic import BaseModel, Field

from bookanalysis.profile import FactKind


class QualityAssessment(BaseModel):
    """How readable a text is."""

    quality_score: float = Field(ge=0, le=1, description="0 is noise, 1 a clean text")
    issues: list[str] = Field(default_factory=list, description="What is wrong, a short phrase each")


class TextClassification(BaseModel):
    """What kind of book a text is."""

    is_literary: bool = Field(description="Whether it is narrative prose with characters: a novel or stories")
    classification: str = Field(description="fiction, poetry, play, philosophy, history, ...")
    confidence: float = Field(ge=0, le=1)


class BookName(BaseModel):
    """Title and author; null where neither the metadata nor the text says."""

    title: str | None = None
    author: str | None = None


class Mention(BaseModel):
    """One place where a person is named."""

    text: str = Field(description="The name as it stands in the text, without a particle joined to it")
    start: int | None = Field(default=None, description="Where it stands, if known, in code points")


class NamedPerson(BaseModel):
    """A person and where the passage names them."""

    name: str = Field(description="Who is meant: the fullest form of the name")
    mentions: list[Mention] = Field(
        description="Every form of the name in the passage that means this person"
    )


class UnreadPart(BaseModel):
    """A part of a passage that a reader could not read, and why."""

    part: int
    reason: str


class NameList(BaseModel):
    """The persons that a passage names."""

    persons: list[NamedPerson] = Field(default_factory=list)
    unread: list[UnreadPart] = Field(default_factory=list)


class Summary(BaseModel):
    """What happens in one part of a passage."""

    part: int = Field(description="The part's number in the passage, from 1")
    text: str = Field(description="Two to four sentences")


class SummaryList(BaseModel):
    """What happens in a passage, part by part."""

    summaries: list[Summary] = Field(default_factory=list)


class DescribedFact(BaseModel):
    """One thing that a passage says about a character."""

    character: int = Field(description="The character's number in the question's list, from 1")
    kind: FactKind
    key: str = Field(
        default="", description="relationship: its type; physical: the feature; event: its importance"
    )
    value: str = Field(description="What is said, short")
    other: int | None = Field(default=None, description="relationship: the other character's number")
    words: str = Field(description="The words of the passage that say it, exactly, short")
    start: int | None = Field(default=None, description="Where they stand, if known, in code points")


class FactList(BaseModel):
    """What a passage says about its characters."""

    facts: list[DescribedFact] = Field(default_factory=list)
    unread: list[UnreadPart] = Field(default_factory=list)
