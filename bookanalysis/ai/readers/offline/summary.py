"""What happens in a passage, in its own sentences."""

from collections.abc import Mapping, Sequence

from bookanalysis.ai.readers.offline.lexicon import STOP_WORDS
from bookanalysis.ai.readers.offline.words import is_word, tokens_of
from bookanalysis.arabic import fold, sentences, strip_marks

SENTENCES = 3
FEWEST_WORDS = 6
MOST_WORDS = 45
_SPEECH_MARKS = frozenset('«»؟?!"-–—:')


def summarise(text: str, weights: Mapping[tuple[int, int], float]) -> str:
    """The telling sentences of a text, in its order, marks and line ends left out.

    `weights` are the mentions of persons with how much each tells. The best sentence of each third is taken:
    one that names the passage's persons, is neither short nor long, and is told rather than spoken.
    """
    spans = sentences(text)
    third = max(1, -(-len(spans) // SENTENCES))
    chosen = []
    for first in range(0, len(spans), third):
        best = max(spans[first : first + third], key=lambda span: (_worth(text, span, weights), -span[0]))
        if _word_count(text[best[0] : best[1]]) >= FEWEST_WORDS:
            chosen.append(best)
    if not chosen and spans:
        chosen = [max(spans, key=lambda span: (span[1] - span[0], -span[0]))]
    return " ".join(" ".join(strip_marks(text[start:end]).split()) for start, end in chosen)


def _worth(text: str, span: tuple[int, int], weights: Mapping[tuple[int, int], float]) -> float:
    start, end = span
    words = _words(text[start:end])
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return -1.0
    telling = sum(word not in STOP_WORDS for word in words) / len(words)
    named = sum(weight for (first, last), weight in weights.items() if start <= first and last <= end)
    spoken = any(mark in text[start:end] for mark in _SPEECH_MARKS)
    return min(named, 3.0) + telling + min(len(words), 25) / 25 - 1.5 * spoken


def _words(text: str) -> Sequence[str]:
    return [token for token, _, _ in tokens_of(fold(text)) if is_word(token)]


def _word_count(text: str) -> int:
    return len(_words(text))
