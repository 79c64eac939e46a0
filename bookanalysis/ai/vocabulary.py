"""What the languages and kinds of books are called, in English and in Arabic."""

_LANGUAGES = {
    "ar": ("Arabic", "العربية"),
    "fa": ("Persian", "الفارسية"),
    "ur": ("Urdu", "الأردية"),
    "ckb": ("Kurdish", "الكردية"),
    "ku": ("Kurdish", "الكردية"),
    "ps": ("Pashto", "البشتوية"),
    "tr": ("Turkish", "التركية"),
    "he": ("Hebrew", "العبرية"),
    "en": ("English", "الإنجليزية"),
    "fr": ("French", "الفرنسية"),
    "de": ("German", "الألمانية"),
    "es": ("Spanish", "الإسبانية"),
    "it": ("Italian", "الإيطالية"),
    "ru": ("Russian", "الروسية"),
    "zh": ("Chinese", "الصينية"),
    "ja": ("Japanese", "اليابانية"),
    "und": ("a language we do not know", "غير معروفة"),
}

_KINDS = {
    "poetry": ("poetry", "شعر"),
    "play": ("a play", "مسرحية"),
    "history": ("a work of history", "كتاب في التاريخ"),
    "philosophy": ("a work of philosophy", "كتاب في الفلسفة"),
    "biography": ("a biography", "سيرة"),
    "religion": ("a religious work", "كتاب ديني"),
    "scripture": ("scripture", "نص ديني"),
    "science": ("a scientific work", "كتاب علمي"),
    "essay": ("essays", "مقالات"),
    "essays": ("essays", "مقالات"),
    "travel": ("a travel book", "كتاب رحلات"),
    "criticism": ("literary criticism", "كتاب في النقد الأدبي"),
    "nonfiction": ("non-fiction", "كتاب غير روائي"),
}


def language_names(code: str) -> tuple[str, str]:
    """A language's name in English and Arabic; the code itself where we have none."""
    return _LANGUAGES.get(code, (code, code))


def kind_names(kind: str) -> tuple[str, str]:
    """A kind of book in English and Arabic; the word itself where we have none."""
    return _KINDS.get(kind, (kind, kind))
