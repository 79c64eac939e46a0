"""The learned tables are whole, small and quick to read."""

from importlib import resources

from bookanalysis.ai.readers.offline import tables as module
from bookanalysis.ai.readers.offline.scoring import among_names, features_of_all
from bookanalysis.ai.readers.offline.tables import RARITY, Weights
from bookanalysis.ai.readers.offline.words import BookWords


def test_every_weight_has_its_feature(tables):
    words = BookWords(["قال سليم: جاء سليم"], tables)

    alone = features_of_all(words, tables, tables.background.get)
    among = among_names(words, alone, dict.fromkeys(alone, 0.0))

    assert set(alone["سليم"]) == set(tables.first.of) == set(tables.first.if_rare)
    assert set(among["سليم"]) == set(tables.second.of) == set(tables.second.if_rare)


def test_a_rare_word_has_weights_of_its_own():
    weights = Weights(of={"title": 2.0, RARITY: 0.0}, if_rare={"title": -1.0, RARITY: 0.5}, intercept=1.0)

    assert weights.score({"title": 1.0, RARITY: 0.0}) == 3.0
    assert weights.score({"title": 1.0, RARITY: 1.0}) == 2.5


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
