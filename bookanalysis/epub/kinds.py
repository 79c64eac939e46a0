"""What a document is, in one word, from the many words that books have for it."""

from collections.abc import Iterable

_KINDS = {
    "cover": ("cover", "cover-image", "doc-cover"),
    "titlepage": ("titlepage", "halftitlepage", "title-page", "fulltitle", "halftitle"),
    "toc": ("toc", "doc-toc", "toc-brief", "landmarks", "loi", "lot", "loa", "lov"),
    "colophon": ("colophon", "copyright-page", "imprint", "imprimatur", "copyright", "doc-colophon"),
    "footnotes": ("footnotes", "endnotes", "rearnotes", "notes", "doc-endnotes", "rearnote"),
    "dedication": ("dedication", "doc-dedication"),
    "epigraph": ("epigraph", "doc-epigraph"),
    "acknowledgments": ("acknowledgments", "acknowledgements", "contributors", "doc-acknowledgments"),
    "foreword": ("foreword", "doc-foreword"),
    "preface": ("preface", "doc-preface"),
    "introduction": ("introduction", "doc-introduction", "preamble"),
    "prologue": ("prologue", "doc-prologue"),
    "epilogue": ("epilogue", "doc-epilogue"),
    "afterword": ("afterword", "conclusion", "doc-afterword", "doc-conclusion"),
    "bibliography": ("bibliography", "doc-bibliography"),
    "glossary": ("glossary", "doc-glossary"),
    "index": ("index", "doc-index"),
    "appendix": ("appendix", "doc-appendix"),
    "part": ("part", "volume", "doc-part"),
    "chapter": ("chapter", "doc-chapter"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}


def kind_of(words: Iterable[str]) -> str | None:
    """The kind that the first telling word names, of epub:type, role, landmark or guide; else None."""
    return next((_KIND_OF[word] for word in words if word in _KIND_OF), None)
