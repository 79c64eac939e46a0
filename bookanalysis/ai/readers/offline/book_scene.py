"""What the words around the mentions of a whole book say about who is who."""

from collections.abc import Sequence
from itertools import pairwise, product

from bookanalysis.ai.identity.acting import is_in_the_story
from bookanalysis.ai.identity.scene import Named, Scene
from bookanalysis.ai.identity.speaking import find_apart
from bookanalysis.ai.identity.told_names import find_told_names
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.units import Unit
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic.names import NASAB


class BookScene:
    """Mentions by their numbers: `apart` are pairs that name two people, `told` pairs that name one."""

    def __init__(self, words: BookWords, mentions: Sequence[NamePlace]) -> None:
        self._words = words
        self._mentions = mentions
        numbers = [number for number, mention in enumerate(mentions) if mention.core]
        cores = {core: who for who, core in enumerate(dict.fromkeys(mention.core for mention in mentions))}
        named = [self._named(mentions[number], cores[mentions[number].core]) for number in numbers]
        self._scene = Scene(words.keys, named)
        self._fathers = {father for core in cores for son_of, father in pairwise(core) if son_of in NASAB}
        self.apart = [(numbers[one], numbers[other]) for one, other in find_apart(self._scene)]
        self.told = [
            (numbers[told.named], numbers[told.other])
            for told in find_told_names(self._scene)
            if told.other is not None
        ]

    @property
    def apart_words(self) -> set[frozenset[str]]:
        """Words of names that stand for two people somewhere."""
        return {
            frozenset(pair)
            for one, other in self.apart
            for pair in product(self._mentions[one].core, self._mentions[other].core)
        }

    def apart_of(self, units: Sequence[Unit]) -> set[frozenset[Unit]]:
        """The names that are two people's; `units` are those of the mentions."""
        return {frozenset((units[one], units[other])) for one, other in self.apart}

    def is_in_the_story(self, mentions: Sequence[NamePlace]) -> bool:
        """Whether the one mentioned acts in the story, or is more than spoken of."""
        places = [self._named(mention, 0) for mention in mentions]
        is_father = any(mention.core[0] in self._fathers for mention in mentions if len(mention.core) == 1)
        return is_in_the_story(self._scene, places, is_father)

    def _named(self, mention: NamePlace, who: int) -> Named:
        return Named(who, mention.first, mention.last, self._words.particle(mention.first))
