"""Which names are one person: rules for Arabic names, and the cast that applies them chunk by chunk."""

from bookanalysis.ai.identity.cast import Cast
from bookanalysis.ai.identity.found import Appearance, FoundPerson

__all__ = ["Appearance", "Cast", "FoundPerson"]
