"""Every operation, asked by everyone: nobody, the owner, another user, staff, and tokens that are no good."""

from datetime import timedelta

import jwt
import pytest
from flask_jwt_extended import create_access_token, decode_token
from sqlalchemy import update

from bookanalysis.extensions import db
from bookanalysis.models import LoginSession, User
from tests.contract.asking import HOW, content_of
from tests.contract.story import known_ids, operations_of
from tests.visitor import refused

LOGGED_OUT_ONLY = {"POST /api/auth/register/", "POST /api/auth/login/"}


@pytest.fixture
def ids(app, amina, arrange):
    return known_ids(app, amina, arrange)


@pytest.fixture
def ask(ids):
    """Send what an operation takes, as some visitor."""

    def send(visitor, label):
        how = HOW[label]
        method, path = label.split(" ")
        return visitor.send(method, (path + how.query).format(**ids), **content_of(how))

    return send


@pytest.fixture
def operations(stranger):
    return operations_of(stranger.get("/api/openapi.json").json)


def test_each_operation_is_asked_here(operations):
    assert set(HOW) == set(operations)


@pytest.mark.parametrize("label", HOW)
def test_the_owner_is_answered(amina, ask, label):
    answer = ask(amina, label)

    assert answer.status_code == (403 if label in LOGGED_OUT_ONLY else HOW[label].answers)


@pytest.mark.parametrize("is_staff", [False, True], ids=["another user", "staff"])
@pytest.mark.parametrize("label", HOW)
def test_what_is_someone_elses_is_not_there(visitor, ask, arrange, label, is_staff):
    badr = visitor("badr@example.org")
    arrange(write, update(User).where(User.id == badr.user.id).values(is_staff=is_staff))

    answer = ask(badr, label)

    if HOW[label].is_of:
        assert refused(answer, 404, answer.json["error_code"]) == {}
        assert answer.json["error_code"].endswith("_NOT_FOUND")
    elif label in LOGGED_OUT_ONLY:
        refused(answer, 403, "ALREADY_LOGGED_IN")
    else:
        assert answer.status_code == ((is_staff and HOW[label].staff) or HOW[label].answers)


def test_nobody_is_let_in_only_where_all_are(stranger, ask, operations, subtests):
    for label, how in HOW.items():
        with subtests.test(label):
            answer = ask(stranger, label)

            if needs_a_token(operations[label]):
                refused(answer, 401, "NOT_LOGGED_IN")
            else:
                assert answer.status_code == how.answers


def needs_a_token(operation):
    """Whatever else may do, nothing does not."""
    return bool(operation["security"]) and {} not in operation["security"]


def expired(amina, arrange):
    claims = {"user_id": str(amina.user.id), "email": amina.user.email, "sid": sid_of(amina, arrange)}
    return arrange(
        create_access_token, str(amina.user.id), expires_delta=timedelta(seconds=-1), additional_claims=claims
    )


def sid_of(amina, arrange):
    return arrange(decode_token, amina.login.access)["sid"]


def forged(amina, arrange):
    return jwt.encode(
        arrange(decode_token, amina.login.access), "another key that is long enough for HS256", "HS256"
    )


def unsigned(amina, arrange):
    return jwt.encode(arrange(decode_token, amina.login.access), None, "none")


def ended(amina, arrange):
    arrange(write, update(LoginSession).values(revoked_at=amina.user.created_at))
    return amina.login.access


def deactivated(amina, arrange):
    arrange(write, update(User).values(is_active=False))
    return amina.login.access


def refresh_as_access(amina, _arrange):
    return amina.login.refresh


def write(statement):
    db.session.execute(statement)
    db.session.commit()


NO_GOOD = {
    expired: "TOKEN_EXPIRED",
    forged: "WRONG_TOKEN",
    unsigned: "WRONG_TOKEN",
    ended: "SESSION_ENDED",
    deactivated: "SESSION_ENDED",
    refresh_as_access: "WRONG_TOKEN",
}
TAKES_REFRESH_TOKENS = ("POST /api/auth/logout/", "POST /api/auth/token/refresh/")


@pytest.fixture
def bearer(stranger, amina, arrange):
    """Someone with a token that was made of أمينة's."""

    def make(token):
        stranger.headers = {"Authorization": f"Bearer {token(amina, arrange)}"}
        return stranger

    return make


@pytest.mark.parametrize("token", NO_GOOD, ids=lambda make: make.__name__)
def test_a_token_that_is_no_good_opens_nothing(bearer, ask, operations, token, subtests):
    asker = bearer(token)
    for label, how in HOW.items():
        if token is refresh_as_access and label in TAKES_REFRESH_TOKENS:
            continue
        with subtests.test(label):
            answer = ask(asker, label)

            if needs_a_token(operations[label]):
                refused(answer, 401, NO_GOOD[token])
            else:
                assert answer.status_code == how.answers


@pytest.mark.parametrize("label", TAKES_REFRESH_TOKENS)
def test_a_refresh_token_renews_and_ends_its_session(bearer, ask, label):
    assert ask(bearer(refresh_as_access), label).status_code == 200
