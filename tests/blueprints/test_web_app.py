"""The built web app, served from a small build of the test's own."""

import gzip

import pytest

from bookanalysis.blueprints.headers import ALWAYS, NOTHING, WEB_APP
from bookanalysis.errors import WebAppNotBuilt
from bookanalysis.rates import read_rates
from tests.visitor import refused

PAGE = "<!DOCTYPE html><title>مكتبة</title>"
SCRIPT = "export const اسم = 'أبو محمد'\n" * 20
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
ALL_CODINGS = {"Accept-Encoding": "gzip, deflate, br, zstd"}
FILES = {
    "index.html": PAGE.encode(),
    "icon.svg": b"<svg/>",
    "assets/index-B1x_9.js": SCRIPT.encode(),
    "assets/index-B1x_9.js.gz": gzip.compress(SCRIPT.encode()),
    "assets/index-B1x_9.js.br": b"as brotli has it",
    "assets/index-C2y.css": b"p {}",
    "assets/index-C2y.css.gz": gzip.compress(b"p {}"),
    "assets/arabic-D3z.woff2": b"wOF2",
}
SCRIPT_PATH = "/assets/index-B1x_9.js"


@pytest.fixture(autouse=True)
def built(app, tmp_path):
    folder = tmp_path / "project" / "dist"
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    app.extensions["web_app"] = folder
    return folder


@pytest.fixture
def ask(app):
    """What a client with these headers is answered."""
    client = app.test_client()
    return lambda path, method="GET", **headers: client.open(
        path, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


@pytest.fixture
def browse(ask):
    return lambda path, **headers: ask(path, **BROWSER, **headers)


@pytest.mark.parametrize(
    "path", ["/", "/login", "/books/0d9c/characters", "/books/0d9c/characters/", "/مكتبة", "/rqs", "/apis/x"]
)
def test_a_reload_gets_the_page_wherever_the_app_is(browse, path):
    answer = browse(path)

    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.text == PAGE
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_page_is_not_sent_again_to_who_has_it(browse):
    tag = browse("/library").headers["ETag"]

    again = browse("/books/0d9c", If_None_Match=tag)

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


def test_a_new_build_is_sent_to_who_has_the_old_one(browse, built):
    tag = browse("/").headers["ETag"]
    (built / "index.html").write_text("<title>الجديدة</title>", encoding="utf-8")

    answer = browse("/", If_None_Match=tag)

    assert (answer.status_code, answer.text) == (200, "<title>الجديدة</title>")


def test_the_beginning_is_the_page_whatever_is_accepted(ask):
    assert ask("/", Accept="*/*").text == ask("/").text == PAGE


@pytest.mark.parametrize("accept", ["*/*", "application/json, text/plain, */*", "image/webp,*/*", None])
def test_who_does_not_ask_for_a_page_gets_none(ask, accept):
    refused(ask("/books/0d9c", **({"Accept": accept} if accept else {})), 404, "NOT_FOUND")


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/nothing",
        "/api/nothing.html",
        "/api//books/",
        "/healthz/x",
        "/readyz/x",
        "/metrics/x",
        "/socket.io",
        "/socket.io/",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_what_others_answer_is_no_page(ask, path, method):
    refused(ask(path, method, **BROWSER), 404, "NOT_FOUND")


def test_the_dashboard_stays_closed(browse):
    refused(browse("/rq/nothing"), 404, "NOT_FOUND")
    refused(browse("/rq"), 401, "DASHBOARD_CLOSED")


def test_a_page_takes_no_other_method(ask):
    answer = ask("/login", "POST", **BROWSER)

    refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    ("path", "media_type", "content"),
    [
        (SCRIPT_PATH, "text/javascript; charset=utf-8", SCRIPT.encode()),
        ("/assets/index-C2y.css", "text/css; charset=utf-8", b"p {}"),
        ("/assets/arabic-D3z.woff2", "font/woff2", b"wOF2"),
    ],
)
def test_a_hashed_file_is_kept_for_ever(ask, path, media_type, content):
    answer = ask(path)

    assert (answer.data, answer.headers["Content-Type"]) == (content, media_type)
    directives = set(answer.headers["Cache-Control"].split(", "))
    assert directives == {"public", "max-age=31536000", "immutable"}


def test_a_file_without_a_hash_is_asked_for_again(ask):
    answer = ask("/icon.svg")

    assert (answer.data, answer.mimetype) == (b"<svg/>", "image/svg+xml")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert ask("/icon.svg", If_None_Match=answer.headers["ETag"]).status_code == 304


@pytest.mark.parametrize(
    "path", ["/assets/index-0ld.js", "/assets/gone.css", "/favicon.ico", "/wp-login.php"]
)
def test_an_unknown_file_is_not_found_even_by_a_browser(browse, path):
    refused(browse(path), 404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("deflate, zstd", None),
        ("gzip;q=0, br;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("", None),
    ],
)
def test_a_compressed_file_is_sent_to_who_accepts_it(ask, accepted, coding):
    answer = ask(SCRIPT_PATH, Accept_Encoding=accepted)

    name = SCRIPT_PATH[1:] + {"br": ".br", "gzip": ".gz", None: ""}[coding]
    assert answer.data == FILES[name]
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_what_the_build_left_uncompressed_is_sent_as_it_is(ask):
    answer = ask("/assets/index-C2y.css", Accept_Encoding="br")
    font = ask("/assets/arabic-D3z.woff2", **ALL_CODINGS)

    assert (answer.data, font.data) == (b"p {}", b"wOF2")
    assert "Content-Encoding" not in answer.headers
    assert "Content-Encoding" not in font.headers
    assert "Vary" not in font.headers


def test_each_coding_has_a_tag_of_its_own(ask):
    tags = {ask(SCRIPT_PATH, Accept_Encoding=coding).headers["ETag"] for coding in ("br", "gzip", "identity")}

    assert len(tags) == 3
    for tag in tags:
        assert not tag.startswith("W/")


@pytest.mark.parametrize("path", ["/", "/login", SCRIPT_PATH])
def test_head_says_what_get_would(ask, path):
    headers = {**BROWSER, "Accept-Encoding": "gzip"}
    told, sent = ask(path, "HEAD", **headers), ask(path, **headers)

    changing = {"X-Request-ID", "Date", "Expires"}
    assert told.data == b""
    assert [each for each in told.headers if each[0] not in changing] == [
        each for each in sent.headers if each[0] not in changing
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%2fsecret.txt",
        "/%2fetc/os-release.txt",
        "/secret.txt%00.js",
        "/%ff.js",
        f"/{'a' * 4000}.js",
        "/assets/..js",
    ],
)
def test_no_path_leads_out_of_the_build(browse, built, path):
    (built.parent / "secret.txt").write_text("سر", encoding="utf-8")

    refused(browse(path), 404, "NOT_FOUND")


def test_the_page_is_not_kept_for_ever_by_any_name(ask):
    answer = ask("/assets/../index.html")

    assert (answer.text, answer.headers["Cache-Control"]) == (PAGE, "no-cache")


def test_before_it_is_built_the_page_says_in_both_languages_what_to_do(browse, built):
    (built / "index.html").unlink()

    answer = browse("/login")

    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert WebAppNotBuilt.en_text in answer.text
    assert WebAppNotBuilt.ar_text in answer.text
    assert answer.headers["Content-Security-Policy"] == WEB_APP


def test_without_any_build_files_are_unknown(app, ask, tmp_path):
    app.extensions["web_app"] = tmp_path / "nowhere"

    refused(ask(SCRIPT_PATH), 404, "NOT_FOUND")
    assert ask("/").status_code == 503


def test_its_answers_are_protected_as_all_others(browse):
    page, script = browse("/login"), browse(SCRIPT_PATH)

    for answer in (page, script):
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert page.headers["Content-Security-Policy"] == WEB_APP
    assert script.headers["Content-Security-Policy"] == NOTHING


def test_its_files_count_to_no_limit_and_ask_no_database(browse, ask, config_with, queries):
    config_with(rate_anonymous=read_rates("1/hour"), rate_users=read_rates("1/hour"))

    statuses = [answer.status_code for _ in range(3) for answer in (browse("/login"), ask(SCRIPT_PATH))]

    assert statuses == [200] * 6
    assert queries == []


def test_its_requests_are_logged_by_one_rule(browse, logged):
    browse("/books/0d9c")
    browse(SCRIPT_PATH)

    page, script = logged.access
    assert page["route"] == script["route"] == "/<path_of_web_app:path>"
    assert (page["path"], page["status"], page["bytes"]) == ("/books/0d9c", 200, len(PAGE.encode()))
