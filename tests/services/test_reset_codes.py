from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.models import Job, JobType, PasswordResetCode, utc_now
from bookanalysis.services.reset_codes import issue_code, redeem_code
from tests.rows import add, add_user

EMAIL = "amina@example.org"


@pytest.fixture
def user(context):
    return add_user(EMAIL)


def letter_job():
    return add(Job(id=uuid4(), job_type=JobType.EMAIL, parameters={"email": EMAIL}))


def issue(user, job=None):
    code = issue_code(user, job or letter_job())
    db.session.commit()
    return code


def redeem(code, email=EMAIL):
    found = redeem_code(email, code)
    db.session.commit()
    return found


def rows():
    db.session.expire_all()
    return db.session.scalars(select(PasswordResetCode).order_by(PasswordResetCode.id)).all()


def change(row, **columns):
    for name, value in columns.items():
        setattr(row, name, value)
    db.session.commit()


def another(code):
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_code_has_six_digits_and_is_good_for_a_quarter_of_an_hour(user):
    code = issue(user)

    (row,) = rows()
    assert code.isdecimal()
    assert len(code) == 6
    assert timedelta(minutes=14) < row.expires_at - utc_now() <= timedelta(minutes=15)
    assert redeem(code) == user.id


def test_no_table_tells_a_code(user):
    job = letter_job()
    code = issue(user, job)

    (row,) = rows()
    assert code not in row.code_hash
    assert code not in str(job.parameters)
    assert len(row.code_hash) == 64


def test_codes_of_two_jobs_differ_and_depend_on_the_key(user, config_with):
    job = Job(id=UUID(int=1), parameters={})

    codes = [issue(user, job), issue(user, Job(id=UUID(int=2), parameters={}))]
    job.parameters = {}
    config_with(secret_key="another key that is long enough for HS256")
    codes.append(issue(user, job))

    assert len(set(codes)) == 3


def test_a_code_is_good_for_its_user_only(user):
    badr = add_user("badr@example.org")
    code = issue(user)
    issue(badr)

    assert redeem(code, "badr@example.org") is None
    assert redeem(code, "nobody@example.org") is None
    assert redeem(code) == user.id


def test_a_new_code_makes_older_ones_useless(user):
    first, second = issue(user), issue(user)

    assert redeem(first) is None
    assert redeem(second) == user.id


def test_an_account_gets_three_codes_an_hour(user):
    codes = [issue(user) for _ in range(4)]

    assert None not in codes[:3]
    assert codes[3] is None
    assert redeem(codes[2]) == user.id


def test_after_an_hour_there_are_codes_again(user):
    for _ in range(3):
        issue(user)
    change(rows()[0], created_at=utc_now() - timedelta(minutes=61))

    assert issue(user) is not None


def test_a_letter_that_is_written_again_has_the_same_code_and_its_time_anew(user):
    job = letter_job()
    code = issue(user, job)
    change(rows()[0], expires_at=utc_now(), tries=2)

    again = [issue(user, job) for _ in range(4)]

    (row,) = rows()
    assert again == [code] * 4
    assert row.tries == 2
    assert redeem(code) == user.id


def test_a_letter_whose_code_is_spent_is_not_written_again(user):
    used, overtaken = letter_job(), letter_job()
    issue(user, used)
    change(rows()[0], is_used=True)
    issue(user, overtaken)
    issue(user)

    assert issue(user, used) is None
    assert issue(user, overtaken) is None


def test_parallel_guesses_are_five_at_most(user, app):
    code = issue(user)
    together, found = Barrier(12), []

    def guess():
        with app.app_context():
            together.wait()
            found.append(redeem(another(code)))

    guessers = [Thread(target=guess) for _ in range(12)]
    [guesser.start() for guesser in guessers]
    [guesser.join() for guesser in guessers]

    assert found == [None] * 12
    assert rows()[0].tries == 5
    assert redeem(code) is None
