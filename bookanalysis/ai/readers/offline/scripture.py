"""Scripture tells stories as novels do; its own words give it away."""

import re
from collections.abc import Sequence

from bookanalysis.arabic import fold

SCRIPTURE_RATE = 15.0
"""Of 1000 words: of 76 novels the most devout has 5, a history of the Qur'an 20, scriptures 40 and more."""
_WORD = re.compile(r"[^\W\d_]+")
_OWN_WORDS = frozenset(
    fold(
        """الرب للرب رب ربك ربكم ربهم ربنا ربه آمنوا كفروا المؤمنين المؤمنون الكافرين الكافرون للكافرين يؤمنون
        المشركين المتقين للمتقين عذاب الصلاة الزكاة آيات آياتنا السماوات السموات والأرض الجنة جهنم النار
        حدثنا أخبرنا حدثني أخبرني ﷺ إسرائيل الأنبياء أورشليم يهوذا هارون موسى"""
    ).split()
)


def scripture_rate(samples: Sequence[str]) -> float:
    """How many of 1000 words are those of scripture: of faith, of the Lord, of the chains of tradition."""
    words = [word for sample in samples for word in _WORD.findall(fold(sample))]
    return 1000 * sum(word in _OWN_WORDS for word in words) / max(1, len(words))
