"""Stations in life that one person does not hold together: a prince is no bey, a count no baron.

A bey may become a pasha, and every man a doctor or a hajji.
"""

from bookanalysis.arabic.names import NameParts, folded_words

_STATIONS = {
    "ruler": "الملك الملكة السلطان السلطانة الخليفة القيصر الإمبراطور الإمبراطورة",
    "prince": "الأمير الأميرة البرنس البرنسيس البرنسيسة",
    "sheikh": "الشيخ شيخ الشيخة",
    "clergy": "القس القسيس المطران البطريرك الأسقف الأنبا الكردينال أبونا الراهب الراهبة",
    "count": "الكونت كونت الكونتة الكونتس الكونتيس الكونتيسة",
    "baron": "البارون بارون البارونة",
    "marquis": "الماركيز المركيز المركيزة",
    "duke": "الدوق الدوقة",
    "bey": "بك بيك بيه البك باشا الباشا",
    "agha": "آغا أغا",
}
_STATION_OF = {word: station for station, words in _STATIONS.items() for word in folded_words(words)}


def stations_of(name: NameParts) -> frozenset[str]:
    """The stations that titles and ranks name; most titles («السيد», «الدكتور») name none."""
    return frozenset(_STATION_OF[word] for word in (*name.titles, *name.ranks) if word in _STATION_OF)


def stations_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
