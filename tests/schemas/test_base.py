"""The envelopes of answers."""

import pytest

from bookanalysis import messages
from bookanalysis.models.paging import whole
from bookanalysis.schemas.base import LARGEST_PAGE, page_of
from bookanalysis.schemas.characters import AppearanceSchema
from bookanalysis.services.shown import Appearance


@pytest.mark.parametrize(("length", "times_beside"), [(LARGEST_PAGE, 0), (LARGEST_PAGE + 1, 1)])
def test_a_list_longer_than_a_page_is_said_beside_the_event_loop(context, length, times_beside):
    apart = []
    context.extensions["off_loop"] = lambda function, *args: apart.append(function) or function(*args)
    appearances = [Appearance("c", number, "a", 1) for number in range(length)]

    said = page_of(AppearanceSchema, messages.APPEARANCES_LISTED).dump(whole(appearances))

    assert [each["chunk_number"] for each in said["data"]] == list(range(length))
    assert len(apart) == times_beside
