"""Take out of the text what is no text; vowel marks stay."""

import re
import unicodedata
from dataclasses import replace
from html import unescape

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State

_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,300}>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ODD_SPACE = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, spaces of no width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of direction
    "\ufff9-\ufffd\ue000-\uf8ff]"  # nothing that anyone can read
)
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdfc\ufe80-\ufefc]+")
_VOWEL_MARKS = "[\u064b-\u0652\u0670]*"
_TATWEEL_IN_WORD = re.compile(rf"(?<=[^\W\d_])({_VOWEL_MARKS})\u0640+(?={_VOWEL_MARKS}[^\W\d_])")
_TATWEEL_RUN = re.compile("\u0640{2,}")
_SPACE_AT_LINE_END = re.compile(r" *\n *")
_BLANK_LINES = re.compile(r"\n{3,}")


def cleaner(state: State, runtime: Runtime[Context]) -> State:
    context = runtime.context
    context.pieces = [
        replace(piece, text=clean(piece.text), chapter_title=" ".join(clean(piece.chapter_title).split()))
        for piece in context.pieces
    ]
    return State()


def clean(text: str) -> str:
    """A text as a reader sees it: no remains of markup, nothing invisible, plain spaces and line ends."""
    text = _LINE_END.sub("\n", text)
    text = _ENTITY.sub(lambda entity: unescape(entity.group()), _TAG.sub("", text))
    text = _UNSEEN.sub("", text)
    text = _PRESENTATION_FORMS.sub(lambda forms: unicodedata.normalize("NFKC", forms.group()), text)
    text = _TATWEEL_IN_WORD.sub(r"\1", text)
    text = _TATWEEL_RUN.sub("\u0640", text)
    text = _SPACE_AT_LINE_END.sub("\n", _ODD_SPACE.sub(" ", text))
    return _BLANK_LINES.sub("\n\n", text).strip()
