"""Who was met in the book so far, and which aliases may turn out to be somebody else's name."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from bookanalysis.ai.identity import Appearance, Cast
from bookanalysis.ai.identity.not_names import is_name
from bookanalysis.arabic import fold
from bookanalysis.profile import Fact, FactKind


class Characters:
    """Kept in chunk order, so that nothing depends on how many chunks are read at the same time."""

    def __init__(self) -> None:
        self._met: set[str] = set()
        self._bearers: dict[str, dict[str, int]] = defaultdict(dict)
        self._told_aliases: list[tuple[str, str, int]] = []
        self._genders: dict[str, Counter[str]] = defaultdict(Counter)

    def meet(self, appearances: Iterable[Appearance], facts: Iterable[Fact]) -> dict[str, str]:
        """Take in what one chunk says; the key and name of each character that is new with it.

        Every name of a character has a fact in the appearance that brings it up.
        """
        new = {}
        for appearance in appearances:
            if appearance.character not in self._met:
                self._met.add(appearance.character)
                new[appearance.character] = appearance.name
            for fact in appearance.facts:
                self._bearers[fold(fact.value)].setdefault(appearance.character, fact.chunk)
        for fact in facts:
            if fact.kind is FactKind.ALIAS and is_name(fact.value):
                self._told_aliases.append((fact.character, fold(fact.value), fact.chunk))
            elif fact.kind is FactKind.GENDER:
                self._genders[fact.character][fact.value] += 1
        return new

    def link_aliases(self, cast: Cast) -> None:
        """Join two characters where the book says one goes by the name of the other and of nobody else.

        It is told where both are: the alias, and the other's name.
        """
        for character, signs in self._genders.items():
            (gender, times), *_ = signs.most_common(1)
            if times > signs.total() - times:
                cast.tell_gender(character, gender)
        cast.link_told()
        for character, form, told_in in self._told_aliases:
            bearers = self._bearers.get(form, {})
            if len(bearers) == 1 and character not in bearers:
                ((bearer, named_in),) = bearers.items()
                cast.link(character, bearer, max(told_in, named_in))
