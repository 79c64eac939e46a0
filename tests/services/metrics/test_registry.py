from bookanalysis.services.metrics import current_metrics
from tests.scraping import scrape

ENDINGS = ("_bucket", "_count", "_sum")


def plain(name):
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending)), name)


def test_every_metric_of_ours_has_a_sentence(context, stranger):
    stranger.get("/healthz")

    told = {plain(name) for name, _ in scrape(stranger.client) if name.startswith("bookanalysis_")}

    sentences = current_metrics().sentences
    assert told <= sentences.keys()
    assert all(sentence.endswith(".") for sentence in sentences.values())


def test_only_what_never_falls_is_called_total(context):
    assert [name for name in current_metrics().sentences if name.endswith("_total")] == [
        "bookanalysis_http_requests_total"
    ]
