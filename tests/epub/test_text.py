"""What of a document is text, in whatever encoding and however broken."""

import time
from time import process_time

import pytest

from bookanalysis.epub import open_publication
from bookanalysis.epub.markup import clean
from bookanalysis.epub.text import read_page
from tests.epub.builder import Epub, page


def text(document: str | bytes) -> str:
    return open_publication(Epub({"one.xhtml": document}).build()).chapters[0].text


def lines(body: str) -> list[str]:
    return text(page(body)).split("\n")


def test_blocks_and_breaks_make_lines_and_inline_elements_do_not():
    body = (
        "<h1>الفجر</h1><div>خرجت <b>ليـ</b><i>لى</i>\n\t إلى&#160;البئر<br/>وحدها."
        "<p>ثم عادت.</p></div>بلا وسم"
    )

    assert lines(body) == ["الفجر", "خرجت ليـلى إلى البئر", "وحدها.", "ثم عادت.", "بلا وسم"]


def test_the_halves_of_a_verse_in_a_table_stay_in_one_line():
    body = "<table><tr><td>يا ليل طل</td><td>يا فجر لا</td></tr><tr><td>سار</td><td>الركب</td></tr></table>"

    assert lines(body) == ["يا ليل طل يا فجر لا", "سار الركب"]


@pytest.mark.parametrize(
    "unread",
    [
        "<script>let a = 1 &lt; 2;</script>",
        "<style>p { color: red }</style>",
        "<svg><title>رسم</title><text>رسم</text></svg>",
        "<ruby><rp>(</rp><rt>قمر</rt><rp>)</rp></ruby>",
        '<span epub:type="pagebreak">١٢</span>',
        '<a epub:type="noteref" href="#n1">ملاحظة</a>',
        '<aside epub:type="footnote" id="n1">هذا شرح المحقق.</aside>',
        '<p hidden="hidden">مخفي</p>',
        "<audio>لا يدعم متصفحك الصوت</audio>",
        "<!-- تعليق -->",
        '<a href="#n1">[1]</a>',
        '<a href="notes.xhtml#n2"><sup>(٢)</sup></a>',
        "<sup>*</sup>",
    ],
)
def test_what_is_not_read_aloud_is_left_out(unread):
    assert lines(f"<p>خرجت ليلى{unread} وحدها.</p>") == ["خرجت ليلى وحدها."]


def test_a_link_with_words_is_text():
    assert lines('<p>قالت <a href="#x">ليلى ٢</a>.</p>') == ["قالت ليلى ٢."]


def test_the_base_of_ruby_is_text():
    assert lines("<p><ruby>قمر<rt>تفسير</rt></ruby> الليل</p>") == ["قمر الليل"]


def test_entities_become_characters_and_no_markup_survives():
    body = "<p>&laquo;نعم&raquo;&nbsp;&mdash; &lt;b&gt;قال&lt;/b&gt; &amp; مضى &hellip; &unknown;</p>"

    assert lines(body) == ["«نعم» — <b>قال</b> & مضى … &unknown;"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<html><body><p>خرجت ليلى<p>ثم عادت</body>", "خرجت ليلى\nثم عادت"),
        ("<html><head><title/></head><body><p>ليلى & سالم<br>عادا</p></body></html>", "ليلى & سالم\nعادا"),
        ("<html><body><div><p>ليلى <b>وسالم</p></b></div></body></html>", "ليلى وسالم"),
        ("<html><body><p>ليلى\x00\x0b وسالم</p></body></html>", "ليلى وسالم"),
        ("<p>ليلى</p><p>سالم</p>", "ليلى\nسالم"),
        ("<html><body><script/><p>ليلى<br></p></body></html>", "ليلى"),
        ('<html><body><p class=a checked>ليلى</p><p a="1" a="2">سالم</p></body></html>', "ليلى\nسالم"),
        ("ليلى وسالم", "ليلى وسالم"),
    ],
)
def test_broken_markup_still_gives_its_text(document, expected):
    assert text(document) == expected


STORY = "خرجت ليلى إلى البئر، ولقيت سالماً."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_in_every_form(encoding):
    document = f'<?xml version="1.0"?>{page(f"<p>{STORY}</p>")}'

    assert text(document.encode(encoding)) == STORY


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "cp1256"])
def test_a_declared_encoding_is_believed(encoding):
    by_xml = f'<?xml version="1.0" encoding="{encoding}"?><html><body><p>{STORY}</p></body></html>'
    by_meta = f"<html><head><meta charset='{encoding}'/></head><body><p>{STORY}</p></body></html>"
    by_old_meta = by_meta.replace(
        f"charset='{encoding}'", f'http-equiv="Content-Type" content="text/html; charset={encoding}"'
    )

    assert {text(document.encode(encoding)) for document in (by_xml, by_meta, by_old_meta)} == {STORY}


@pytest.mark.parametrize(
    "declared", ["utf-16", "windows-1256", "no-such-thing", "rot13", "punycode", "us-ascii"]
)
def test_a_false_declaration_does_not_spoil_utf_8(declared):
    document = f'<?xml version="1.0" encoding="{declared}"?><html><body><p>{STORY}</p></body></html>'

    assert text(document.encode()) == STORY


def test_undeclared_bytes_that_are_no_utf_8_are_read_as_windows_arabic():
    assert text(page(f"<p>{STORY}</p>").encode("windows-1256")) == STORY


def test_external_and_internal_entities_are_never_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("كلمة السر")
    document = f'<!DOCTYPE html [<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY inner "داخل">]>' + page(
        "<p>خرجت &file; ليلى &inner;</p>"
    )
    package = (
        f'<!DOCTYPE package [<!ENTITY file SYSTEM "{secret.as_uri()}">]>' + Epub({"one.xhtml": ""}).package()
    )
    package = package.replace('<?xml version="1.0" encoding="utf-8"?>', "").replace(
        "ليالي القرية", "ليالي &file;"
    )

    book = open_publication(Epub({"one.xhtml": document}, files={"OPS/package.opf": package}).build())

    assert "السر" not in f"{book.title}{book.chapters[0].text}"
    assert "داخل" not in book.chapters[0].text
    assert book.chapters[0].text.startswith("خرجت")


def test_entities_of_entities_do_not_blow_up():
    doubled = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30))
    document = f'<!DOCTYPE html [<!ENTITY l0 "ها">{doubled}]>' + page("<p>ضحكت &l29;</p>")
    begun = time.monotonic()

    found = text(document)

    assert len(found) < 100
    assert time.monotonic() - begun < 2


def test_very_deep_and_very_long_documents_are_read():
    deep = "<div>" * 5000 + "ليلى" + "</div>" * 5000
    long = "<p>" + "خرجت ليلى. " * 800_000 + "</p>"

    assert "ليلى" in read_page(clean(page(deep).encode())).text
    assert len(read_page(clean(page(long).encode())).text) == 800_000 * 11 - 1


@pytest.mark.parametrize(
    "unit", [b" ", b"<?xml ", b"<!DOCTYPE ", b"<!DOCTYPE[", b"<!DOCTYPE x[]", b"&a", b"<a /"], ids=repr
)
def test_markup_of_a_megabyte_that_leads_nowhere_costs_no_time(unit):
    began = process_time()

    clean(unit * (2**20 // len(unit)))

    assert process_time() - began < 2


def test_a_note_mark_that_never_comes_costs_no_time():
    began = process_time()

    found = read_page(clean(page(f'<p>قالت <a href="#n">{" " * 20_000}له</a></p>').encode()))

    assert process_time() - began < 2
    assert found.text == "قالت له"
