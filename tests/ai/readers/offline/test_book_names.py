"""What a book's names are, and how far they reach."""

from dataclasses import replace

from bookanalysis.ai.readers.offline.mentions import find_mentions
from bookanalysis.ai.readers.offline.names import BookNames, least_score
from bookanalysis.ai.readers.offline.words import BookWords

MEN = (
    "قال منذر: «أين لميس؟» فقالت لميس: «هنا.» ونظر منذر إلى لميس.\n"
    "ثم خرج منذر، وقالت لميس لمنذر: «لا تتأخر يا منذر.»\n"
) * 3


def cores(tables, text: str) -> set[tuple[str, ...]]:
    words = BookWords([MEN + text], tables)
    return {mention.core for mention in find_mentions(words, BookNames(words, tables))}


def test_a_verb_that_often_follows_a_name_is_no_part_of_it(tables):
    assert ("منذر", "يحكي") not in cores(
        tables, "جلس منذر يحكي للأولاد، وظل منذر يحكي لهم. وعاد منذر يحكي.\n"
    )


def test_what_somebody_is_at_the_moment_is_no_part_of_the_name(tables):
    barefoot = "خرجت لميس حافية إلى الباب. ورجعت لميس حافية. ونامت لميس حافية القدمين.\n"

    assert ("لميس", "حافيه") not in cores(tables, barefoot)


def test_a_byname_with_the_article_is_part_of_the_name(tables):
    byname = "جاء منذر العراقي. وقال منذر العراقي: «نعم.» فضحك منذر العراقي.\n"

    assert ("منذر", "العراقي") in cores(tables, byname)


def test_a_particle_with_a_verb_is_nobody(tables):
    thanked = "قال منذر: «سأذهب إلى أبي وأشكره.» ثم ذهب منذر إلى أبي وأشكره منذر. قال: أبي وأشكره.\n"

    assert not any("واشكره" in core for core in cores(tables, thanked))


def test_a_name_that_begins_like_a_particle_stays_a_name(tables):
    named = "قال وليد: «نعم.» فنظر منذر إلى وليد وقال: «يا وليد، تعال.» وضحك وليد.\n"

    assert ("وليد",) in cores(tables, named)


def test_of_a_word_that_is_common_at_large_more_is_wanted(tables):
    known = replace(tables, frequency={"كتاب": 5.5, "لميس": 2.0})

    assert least_score("كتاب", known) > least_score("لميس", known) == least_score("قرنبيطة", known)
