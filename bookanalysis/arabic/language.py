"""Which language a text is in: by its script, then by letters and small words that others do not have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bookanalysis.arabic.marks import strip_marks

UNDETERMINED = "und"

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 200_000
"""Characters to look at; more of the same text tells nothing new."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARABIC_SCRIPT: Mapping[str, frozenset[str]] = {
    "ar": _words(
        "في فى من على إلى الى أن ان إن لا ما هذا هذه ذلك تلك التي الذي الذين هو هي كان كانت قد "
        "لقد لم لن ثم عن مع كل بعد قبل حتى إذا اذا أو او أي بين عند غير فيه فيها منه منها له لها "
        "به بها وهو وهي ولا وما ومن وفي وقد فقد وقال قال قالت ليس كما لكن ولكن أنه أنا أنت يا "
        "عليه عليها إليه"
    ),
    "fa": _words(
        "و در به که این را است با برای آن خود شد می‌ می هم تا یک ها های از بود او بر یا نه ای چه "
        "شده کرد کرده گفت دارد داشت باید اگر اما پس هر همه نیست بودند ایشان چون دو کند پیش وی شما "
        "تو رو"
    ),
    "ur": _words(
        "کے میں کی ہے اور سے کا کو اس پر ہیں نے بھی ایک کر یہ نہیں کہ تو کیا وہ ہو ان تھا جو ہی "
        "گیا آپ لیے تھے بعد کوئی اپنے ہم تھی کہا رہے تک گے دیا والے ہوئے اگر جب سب کچھ"
    ),
    "ps": _words(
        "د په او چې سره کې یې دی ده دا له نه به هم ته پر وو کړ کړي شي شوي لپاره ځان هغه زما دې خپل هر"
    ),
    "ckb": _words("لە بە و کە بۆ ئەو ئەم لەو نە هەر من تۆ دەکات دەبێت بوو هەموو ئێمە یان وەک سەر خۆی کرد"),
}
_OWN_LETTERS: Mapping[str, frozenset[str]] = {
    "fa": frozenset("پچژگ"),
    "ur": frozenset("ٹڈڑےںھہۓ"),
    "ps": frozenset("ټډړښځڅږۍېڼ"),
    "ckb": frozenset("ەێۆڕڵڤ"),
}
_ARABIC_SHAPE = re.compile(r"[وفبك]?ال\w{3,}|لل\w{3,}|\w+ة|\w*[أإؤ]\w*|\w+(?:كم|هما|تم|ون|ين|ات|ها|نا)")
_LATIN_SCRIPT: Mapping[str, frozenset[str]] = {
    "en": _words(
        "the of and to in that it was he his is with as for had you not be her on at by which "
        "have or from this him but all she they were my are me one their so an said them we who "
        "would been will no when what if"
    ),
    "fr": _words(
        "le la les de des et un une du en il elle que qui à est dans ce cette ne pas sur se au "
        "aux plus par pour avec son sa ses était mais nous vous je tu lui leur comme tout si même "
        "dit être ont été où"
    ),
    "de": _words(
        "der die das und in zu den nicht ich ist sie es mit sich auf er ein eine dem von war auch als an"
    ),
    "es": _words(
        "el la los las de que y en un una por con no se su para es lo como más pero al del fue muy había"
    ),
    "it": _words(
        "il lo la i gli le di che e non un una per con si da in è sono come ma del della nel era più suo"
    ),
    "pt": _words(
        "o a os as de que e em um uma por com não se seu sua para é como mais mas do da no na foi ao"
    ),
    "nl": _words(
        "de het een en van in is dat niet te zijn op met die voor er maar aan om hij was ook ik als naar"
    ),
    "tr": _words(
        "ve bir bu için de da çok ile ne daha en gibi her kadar o olan ben var ama sonra ki değil diye"
    ),
}
_LATIN_SHARE_NEEDED = 0.08


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """An ISO 639 code, "und" where nothing tells, and how sure it is from 0 to 1."""

    language: str
    confidence: float


def identify(text: str) -> LanguageGuess:
    """Name the language that most of the text is in; quotations in other scripts lower the confidence."""
    bare = strip_marks(unicodedata.normalize("NFKC", text[:_ENOUGH]))
    letters = sum(map(str.isalpha, bare))
    if not letters:
        return LanguageGuess(UNDETERMINED, 0.0)
    arabic = len(_ARABIC_LETTER.findall(bare)) / letters
    latin = len(_LATIN_LETTER.findall(bare)) / letters
    words = _WORD.findall(bare.lower())
    if arabic >= max(latin, 0.5):
        return _best(_arabic_script_scores(words), arabic)
    if latin >= max(arabic, 0.5):
        return _best(_latin_script_scores(words), latin)
    return LanguageGuess(UNDETERMINED, 0.0)


def _best(scores: Mapping[str, float], share: float) -> LanguageGuess:
    if not any(scores.values()):
        return LanguageGuess(UNDETERMINED, 0.0)
    language = max(scores, key=lambda code: (scores[code], code == "ar"))
    certainty = scores[language] ** 2 / sum(score**2 for score in scores.values())
    return LanguageGuess(language, round(share * certainty, 4))


def _arabic_script_scores(words: Iterable[str]) -> dict[str, float]:
    """Points for each language; a text that says nothing either way is rather Arabic."""
    scores = Counter({"ar": 0.5, "fa": 0.1, "ur": 0.1, "ps": 0.1, "ckb": 0.1})
    for word, times in Counter(words).items():
        for language, small_words in _ARABIC_SCRIPT.items():
            if word in small_words:
                scores[language] += times
        for language, own in _OWN_LETTERS.items():
            if not own.isdisjoint(word):
                scores[language] += times
        if _ARABIC_SHAPE.fullmatch(word) and not any(own & set(word) for own in _OWN_LETTERS.values()):
            scores["ar"] += times
    return dict(scores)


def _latin_script_scores(words: Iterable[str]) -> dict[str, float]:
    counts = Counter(word for word in words if _LATIN_LETTER.match(word))
    total = sum(counts.values())
    scores = {
        language: sum(counts[word] for word in small_words) for language, small_words in _LATIN_SCRIPT.items()
    }
    best = max(scores.values(), default=0)
    return (
        {code: float(score) for code, score in scores.items()} if best > _LATIN_SHARE_NEEDED * total else {}
    )
