from uuid import UUID

import pytest

from bookanalysis.mail.errors import MailRefused
from bookanalysis.mail.letters import LetterKind, is_sender, write_letter

JOB = UUID(int=7)


def write(kind=LetterKind.WELCOME, to="amina@example.org", sender="Books <books@example.org>", **options):
    return write_letter(kind, to=to, sender=sender, job_id=JOB, **options)


def texts(letter):
    return {kind: letter.get_body((kind,)).get_content() for kind in ("plain", "html")}


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_speaks_both_languages_in_text_and_in_html(kind):
    letter = write(kind, code="012345")

    arabic, english = letter["Subject"].split(" | ")
    assert any("ء" <= letter <= "ي" for letter in arabic)
    assert english.isascii()
    for text in texts(letter).values():
        assert "حسابك" in text
        assert "your account" in text.lower()


def test_arabic_runs_from_right_to_left():
    html = texts(write())["html"]

    assert '<div lang="ar" dir="rtl"' in html
    assert '<div lang="en" dir="ltr"' in html


def test_html_fetches_nothing():
    html = texts(write(LetterKind.PASSWORD_RESET, code="012345"))["html"]

    assert not any(word in html for word in ("http", "src=", "href=", "url(", "<link", "<script"))


def test_a_code_stands_once_in_each_language_and_only_in_the_letter_about_it():
    with_code = texts(write(LetterKind.PASSWORD_RESET, code="012345"))

    assert [text.count("012345") for text in with_code.values()] == [2, 2]
    assert "012345" not in texts(write(LetterKind.PASSWORD_CHANGED, code="012345"))["plain"]


def test_a_letter_written_again_has_the_same_message_id():
    assert write()["Message-ID"] == write()["Message-ID"] == f"<{JOB}@example.org>"


def test_answering_machines_are_told_not_to_answer():
    assert write()["Auto-Submitted"] == "auto-generated"


def test_a_domain_in_arabic_is_written_as_mail_servers_know_it():
    assert write(to="amina@كتب.example")["To"] == "amina@xn--ngbd8e.example"


@pytest.mark.parametrize(
    "to",
    [
        "a@example.org\r\nBcc: evil@example.org",
        "a\r\nBcc: evil@example.org",
        "a@example.org\nBcc: evil@example.org",
        "a@example.org, evil@example.org",
        "<a@example.org>, evil@example.org",
        '"a\x01b"@example.org',
        "أمينة@example.org",
        "a@b@example.org",
        "a@" + "x" * 70 + ".org",
        "nobody",
        "",
    ],
)
def test_what_is_not_one_plain_address_gets_no_letter(to):
    with pytest.raises(MailRefused) as refused:
        write(to=to)

    assert "evil" not in refused.value.en


@pytest.mark.parametrize(
    ("sender", "is_one"),
    [
        ("books@example.org", True),
        ("كتب <books@example.org>", True),
        ("bookanalysis@localhost", True),
        ("books", False),
        ("Books books@example.org", False),
        ("a@example.org, b@example.org", False),
        ("a@example.org\nBcc: b@example.org", False),
    ],
)
def test_letters_come_from_one_address(sender, is_one):
    assert is_sender(sender) is is_one
