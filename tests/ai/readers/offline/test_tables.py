"""The learned tables are whole, small and quick to read."""

from importlib import resources

from bookanalysis.ai.readers.offline import tables as module
from bookanalysis.ai.readers.offline.features import features_of
from bookanalysis.ai.readers.offline.words import BookWords


def test_every_weight_has_its_feature(tables):
    words = BookWords(["قال سليم: جاء سليم"], tables)

    features = features_of(words, "سليم", tables, tables.background.get("سليم"))

    assert set(features) == set(tables.weights)


def test_a_name_weighs_more_than_a_common_word(tables):
    assert tables.names("سليم").given > tables.names("شباك").given
    assert tables.left["يا"] > 0 > tables.left["من"]


def test_the_tables_are_small():
    data = resources.files(module.__package__).joinpath("data")

    assert sum(len(file.read_bytes()) for file in data.iterdir() if file.name.endswith(".gz")) < 3_000_000


def test_the_notice_names_every_table():
    data = resources.files(module.__package__).joinpath("data")
    notice = data.joinpath("NOTICE").read_text("utf-8")

    assert all(file.name in notice for file in data.iterdir() if file.name.endswith(".gz"))
