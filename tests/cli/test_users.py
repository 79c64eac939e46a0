"""flask users: what it does to accounts, by its exit status, its words and the database."""

import pytest
from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.models import User
from bookanalysis.services.accounts import find_account
from tests.rows import add_user
from tests.visitor import refused

PASSWORD = "كلمة مرور طويلة"
EMAIL = "amina@example.org"


@pytest.fixture
def users(app):
    def run(*arguments, said=None):
        return app.test_cli_runner().invoke(args=["users", *arguments], input=said)

    return run


@pytest.fixture
def account(arrange):
    return lambda: arrange(lambda: db.session.scalar(select(User).filter_by(email=EMAIL)))


def test_an_account_is_made_with_the_password_asked_twice(users, arrange):
    result = users("create", "Amina@example.org", "أمينة", said=f"{PASSWORD}\n{PASSWORD}\n")

    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    user = arrange(find_account, EMAIL, PASSWORD)
    assert (user.name, user.is_staff, user.is_active) == ("أمينة", False, True)


def test_a_password_may_come_from_standard_input(users, arrange):
    result = users("create", EMAIL, "أمينة", "--staff", "--password-stdin", said=f"{PASSWORD}\n")

    assert result.exit_code == 0, result.output
    assert arrange(find_account, EMAIL, PASSWORD).is_staff


def test_a_password_may_be_made_and_is_shown_once(users, arrange):
    result = users("create", EMAIL, "أمينة", "--generate")

    password = result.stdout.strip().rpartition(" ")[2]
    assert arrange(find_account, EMAIL, password).email == EMAIL


@pytest.mark.parametrize(
    ("email", "password", "field"),
    [("no address", PASSWORD, "email"), (EMAIL, "short", "password")],
)
def test_what_the_api_would_refuse_is_refused(users, account, email, password, field):
    result = users("create", email, "أمينة", "--password-stdin", said=password)

    assert result.exit_code == 2
    assert "VALIDATION_ERROR" in result.stderr
    assert f"{field}: " in result.stderr
    assert "بعض الحقول" in result.stderr
    assert account() is None


def test_an_address_that_is_taken_is_refused(users, arrange):
    arrange(add_user, EMAIL)

    result = users("create", EMAIL, "أمينة", "--generate")

    assert result.exit_code == 2
    assert "EMAIL_TAKEN" in result.stderr


def test_closing_an_account_ends_its_sessions_at_once_and_for_good(users, amina, account):
    assert amina.get("/api/books/").status_code == 200

    result = users("deactivate", EMAIL)

    assert result.exit_code == 0, result.output
    refused(amina.get("/api/books/"), 401, "SESSION_ENDED")
    assert not account().is_active
    assert users("activate", EMAIL).exit_code == 0
    assert account().is_active
    refused(amina.get("/api/books/"), 401, "SESSION_ENDED")


def test_staff_is_given_and_taken(users, arrange, account):
    arrange(add_user, EMAIL)

    users("staff", EMAIL)
    was_given = account().is_staff
    users("staff", EMAIL, "--no")

    assert was_given
    assert not account().is_staff


def test_each_change_is_in_the_security_log(users, arrange, logged):
    user_id = str(arrange(add_user, EMAIL).id)

    for command in ("deactivate", "activate", "staff"):
        users(command, EMAIL)

    assert [(record["event"], record["user_id"]) for record in logged.security] == [
        ("account_deactivated", user_id),
        ("account_activated", user_id),
        ("staff_changed", user_id),
    ]


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ((), {"a@example.org", "b@example.org", "c@example.org"}),
        (("--staff",), {"b@example.org", "c@example.org"}),
        (("--inactive",), {"c@example.org"}),
        (("--staff", "--inactive"), {"c@example.org"}),
    ],
)
def test_accounts_are_listed(users, arrange, options, listed):
    arrange(add_user, "a@example.org")
    arrange(add_user, "b@example.org", is_staff=True)
    arrange(add_user, "c@example.org", is_staff=True, is_active=False)

    result = users("list", *options)

    assert {word for word in result.stdout.split() if "@" in word} == listed


def test_an_empty_list_says_so(users):
    assert "There are no such accounts" in users("list").stdout


@pytest.mark.parametrize("command", ["activate", "deactivate", "staff"])
def test_nobody_is_refused_in_both_languages(users, command):
    result = users(command, "nobody@example.org")

    assert result.exit_code == 2
    assert "USER_NOT_FOUND" in result.stderr
    assert "لا يوجد حساب" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("create",), ("forget", EMAIL), ("create", EMAIL, "أ", "--generate", "--password-stdin")]
)
def test_wrong_use_is_an_error_not_a_refusal(users, arguments):
    assert users(*arguments).exit_code == 1
