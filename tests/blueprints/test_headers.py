"""What every answer tells a browser."""

import pytest
from flask import send_file

from bookanalysis.app import create_app
from bookanalysis.blueprints.headers import ALWAYS, NOTHING, PAGES
from tests.conftest import config_in


def directives(answer):
    policy = answer.headers["Content-Security-Policy"]
    return {name: set(sources) for name, *sources in (each.split() for each in policy.split(";"))}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/healthz",
        "/readyz",
        "/api/nothing/",
        "/api/books/",
        "/api/docs",
        "/api/docs/files/swagger-ui.css",
    ],
)
def test_every_answer_is_protected_a_refusal_and_a_file_too(stranger, path):
    answer = stranger.get(path)

    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert directives(answer)["default-src"] == {"'none'"}
    assert directives(answer)["frame-ancestors"] == {"'none'"}


def test_a_mistake_of_ours_is_protected(app, stranger):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/broken", view_func=lambda: 1 // 0)

    assert stranger.get("/broken").headers["Content-Security-Policy"] == NOTHING


@pytest.mark.parametrize("path", ["/healthz", "/api/books/", "/api/openapi.json", "/api/docs/files/start.js"])
def test_what_is_no_page_may_load_nothing(stranger, path):
    assert stranger.get(path).headers["Content-Security-Policy"] == NOTHING


def test_swagger_ui_runs_scripts_and_styles_from_here_only(stranger):
    answer = stranger.get("/api/docs")

    assert directives(answer)["script-src"] == directives(answer)["style-src"] == {"'self'"}
    assert answer.text.count("<script") == answer.text.count("<script src=") == 2
    assert "style=" not in answer.text and "<style" not in answer.text


def test_the_web_app_runs_no_script_that_stands_in_the_page(app, stranger):
    app.add_url_rule("/library", view_func=lambda: "<p>مكتبة</p>")

    sources = directives(stranger.get("/library"))

    assert sources["script-src"] == sources["connect-src"] == {"'self'"}
    assert sources["img-src"] == {"'self'", "data:", "blob:"}


def test_no_page_but_the_operators_may_eval_or_run_a_script_that_stands_in_it():
    for path, policy in PAGES:
        scripts = next(each for each in policy.split("; ") if each.startswith("script-src"))
        assert (scripts == "script-src 'self'") == (path != "/rq")


@pytest.mark.parametrize(
    ("path", "may"), [("/rq", True), ("/rq/jobs", True), ("/rqs", False), ("/a/rq", False)]
)
def test_only_what_is_below_the_dashboard_may_what_it_may(app, stranger, path, may):
    app.add_url_rule(f"{path}/<any(page):x>", view_func=lambda x: "<p>")

    sources = directives(stranger.get(f"{path}/page"))

    assert ("'unsafe-eval'" in sources["script-src"]) == may


@pytest.mark.parametrize("path", ["/api/books/", "/api/auth/login/", "/api/nothing/", "/rq/"])
def test_what_a_user_is_told_is_not_kept(amina, path):
    assert amina.get(path).headers["Cache-Control"] == "no-store"


def test_a_download_with_an_etag_is_asked_for_again_and_is_for_its_reader_alone(app, amina, tmp_path):

    (tmp_path / "file").write_text("x")
    app.add_url_rule("/api/file", view_func=lambda: send_file(tmp_path / "file", max_age=3600))

    assert amina.get("/api/file").headers["Cache-Control"] == "private, no-cache"


def over_https(**settings):
    client = create_app(config_in(settings.pop("folder"), trusted_proxies=1, **settings)).test_client()
    return client.get("/healthz", headers={"X-Forwarded-Proto": "https"})


def test_browsers_remember_https_where_it_is_forced(migrated):
    answer = over_https(folder=migrated, force_https=True, hsts_seconds=60)

    assert answer.headers["Strict-Transport-Security"] == "max-age=60"


def test_https_is_not_remembered_unless_it_is_forced_and_there(migrated):
    unforced = over_https(folder=migrated)
    plain = create_app(config_in(migrated, force_https=True)).test_client().get("/healthz")

    assert "Strict-Transport-Security" not in unforced.headers
    assert "Strict-Transport-Security" not in plain.headers
