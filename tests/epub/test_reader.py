"""A book in reading order, however it was made."""

import random
from io import BytesIO
from pathlib import Path

import pytest

from bookanalysis.epub import Publication, open_publication
from bookanalysis.errors import EpubTooLargeUnpacked, ImagesOnly, NoText
from tests.epub.builder import METADATA, Epub, nav, ncx, page

SHARED_BOOKS = Path(__file__).parents[3] / "shared" / "books"

DAWN = page("<p>خرجت ليلى إلى البئر عند الفجر.</p>")
NOON = page("<p>ولقيت سالمًا في الطريق.</p>")
NIGHT = page("<p>فلما جاء الليل عادت وحدها.</p>")


def read(epub: Epub) -> Publication:
    return open_publication(epub.build())


def texts(epub: Epub) -> list[str]:
    return [chapter.text for chapter in read(epub).chapters]


def titles(epub: Epub) -> list[str]:
    return [chapter.title for chapter in read(epub).chapters]


def test_title_author_and_language_come_from_the_metadata():
    book = read(Epub({"one.xhtml": DAWN}))

    assert (book.title, book.author, book.language) == ("ليالي القرية", "سلمى الراوي", "ar")


def test_a_book_is_read_from_a_path_as_from_a_file(tmp_path: Path):
    path = tmp_path / "رواية.epub"
    path.write_bytes(Epub({"one.xhtml": DAWN}).build().getvalue())

    assert open_publication(path) == open_publication(BytesIO(path.read_bytes()))


def test_chapters_stand_in_the_order_of_the_spine_not_of_the_manifest():
    documents = {"night.xhtml": NIGHT, "dawn.xhtml": DAWN, "noon.xhtml": NOON}

    assert texts(Epub(documents, spine=["dawn.xhtml", "noon.xhtml", "night.xhtml"])) == [
        "خرجت ليلى إلى البئر عند الفجر.",
        "ولقيت سالمًا في الطريق.",
        "فلما جاء الليل عادت وحدها.",
    ]


def test_a_document_off_the_main_line_stays_at_its_place():
    documents = {"dawn.xhtml": DAWN, "noon.xhtml": NOON, "night.xhtml": NIGHT}

    found = texts(Epub(documents, not_linear=("noon.xhtml",)))

    assert found[1] == "ولقيت سالمًا في الطريق."


def test_a_document_that_the_spine_repeats_is_read_once():
    assert len(texts(Epub({"dawn.xhtml": DAWN}, spine=["dawn.xhtml"] * 3))) == 1


def test_a_book_without_a_spine_is_read_in_the_order_of_its_manifest():
    assert len(texts(Epub({"dawn.xhtml": DAWN, "noon.xhtml": NOON}, spine=[]))) == 2


def test_arabic_paths_are_found_percent_encoded_or_not():
    assert len(texts(Epub({"الفصل الأول.xhtml": DAWN, "فصل ٢/نص.xhtml": NOON}, folder="كتاب قديم"))) == 2


def test_references_that_go_up_and_stay_in_the_book_are_followed():
    book = Epub({"dawn.xhtml": DAWN}, files={"text/noon.xhtml": NOON})
    package = book.package().replace("dawn.xhtml", "../text/noon.xhtml")

    assert texts(Epub(book.documents, files={**book.files, "OPS/package.opf": package})) == [
        "ولقيت سالمًا في الطريق."
    ]


@pytest.mark.parametrize("reference", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "//h/x"])
def test_a_reference_that_leads_out_of_the_book_is_left_out(reference):
    book = Epub({"dawn.xhtml": DAWN, "noon.xhtml": NOON})
    package = book.package().replace('href="dawn.xhtml"', f'href="{reference}"')

    assert texts(Epub(book.documents, files={"OPS/package.opf": package})) == ["ولقيت سالمًا في الطريق."]


def test_missing_chapters_pictures_and_contents_are_left_out():
    book = Epub(
        {"dawn.xhtml": DAWN, "noon.xhtml": NOON}, nav=nav({}), ncx=ncx({}), spine_attributes='toc="ncx"'
    )
    gone = {"OPS/noon.xhtml": None, "OPS/nav.xhtml": None, "OPS/toc.ncx": None}

    assert texts(Epub(**{**vars(book), "files": gone})) == ["خرجت ليلى إلى البئر عند الفجر."]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (' toc="ncx"', ' toc="nowhere"'),
        ('xmlns="http://www.idpf.org/2007/opf"', ""),
        ("<metadata", "<forgotten"),
        ("</manifest>", "</manifest><!-- & --><p>"),
        ('id="noon.xhtml"', 'id="noon.xhtml" href=""'),
    ],
)
def test_a_book_that_ebooklib_gives_up_on_is_read_all_the_same(broken, mended):
    book = Epub({"dawn.xhtml": DAWN, "noon.xhtml": NOON}, spine_attributes=' toc="ncx"')
    package = book.package().replace(broken, mended)

    found = open_publication(Epub(book.documents, files={"OPS/package.opf": package}).build())

    assert found.chapters[0].text == "خرجت ليلى إلى البئر عند الفجر."
    assert found.title == "ليالي القرية"


def test_the_first_package_of_several_is_the_book():
    other = Epub({"noon.xhtml": NOON}).package()
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/>'
        '<rootfile full-path="two.opf" media-type="application/oebps-package+xml"/></container>'
    )
    files = {"META-INF/container.xml": container, "two.opf": other, "noon.xhtml": NOON}

    assert texts(Epub({"dawn.xhtml": DAWN}, files=files)) == ["خرجت ليلى إلى البئر عند الفجر."]


def test_the_author_is_the_creator_called_so():
    metadata = METADATA.replace(
        "<dc:creator>", '<dc:creator opf:role="trl">مريم المترجمة</dc:creator><dc:creator opf:role="aut">'
    )
    refined = METADATA.replace("<dc:creator>", '<dc:creator id="t">مريم المترجمة</dc:creator><dc:creator>')
    refined += '<meta refines="#t" property="role" scheme="marc:relators">trl</meta>'

    assert read(Epub({"one.xhtml": DAWN}, metadata=metadata)).author == "سلمى الراوي"
    assert read(Epub({"one.xhtml": DAWN}, metadata=refined)).author == "سلمى الراوي"


def test_a_book_may_say_nothing_about_itself():
    book = read(Epub({"one.xhtml": DAWN}, metadata="<dc:title>  </dc:title>"))

    assert (book.title, book.author, book.language) == (None, None, None)


def test_chapter_titles_come_from_the_navigation():
    book = Epub({"dawn.xhtml": page("<h1>١</h1><p>نص.</p>")}, nav=nav({"dawn.xhtml": "الفجر &amp; البئر"}))

    assert titles(book) == ["الفجر & البئر"]


def test_without_a_navigation_chapter_titles_come_from_the_ncx():
    book = Epub(
        {"dawn.xhtml": DAWN},
        ncx=ncx({"dawn.xhtml#top": "الفجر"}),
        version="2.0",
        spine_attributes='toc="ncx"',
    )

    assert titles(book) == ["الفجر"]


def test_a_chapter_not_in_the_contents_is_called_by_its_heading_else_by_its_title():
    documents = {
        "a.xhtml": page("<h2>الفصل<br/>الأول</h2><p>نص.</p>", "كتاب"),
        "b.xhtml": page("<p>نص.</p>", "تمهيد"),
    }

    assert titles(Epub(documents, nav=nav({}))) == ["الفصل الأول", "تمهيد"]


def test_a_document_of_several_chapters_is_not_called_by_the_first():
    links = {"all.xhtml#one": "الأول", "all.xhtml#two": "الثاني"}

    assert titles(Epub({"all.xhtml": page("<h1>الحكاية كلها</h1><p>نص.</p>")}, nav=nav(links))) == [
        "الحكاية كلها"
    ]


def kinds(epub: Epub) -> list[str | None]:
    return [chapter.kind for chapter in read(epub).chapters]


def test_the_kind_of_a_chapter_is_what_the_book_says():
    link = '<a epub:type="dedication" href="c.xhtml">إهداء</a>'
    landmarks = f'<nav epub:type="landmarks"><ol><li>{link}</li></ol></nav>'
    documents = {
        "a.xhtml": page("<p>رقم الإيداع</p>", body_attributes='epub:type="frontmatter copyright-page"'),
        "b.xhtml": page('<section role="doc-preface"><p>تمهيد</p></section>'),
        "c.xhtml": page("<p>إلى أمي</p>"),
        "d.xhtml": page("<p>حواش</p>"),
        "e.xhtml": DAWN,
        "nav.xhtml": nav({"e.xhtml": "الفجر"}, landmarks),
    }
    guide = '<guide><reference type="notes" href="d.xhtml"/></guide>'
    book = Epub({**documents}, guide=guide)
    package = book.package().replace('id="nav.xhtml"', 'id="nav.xhtml" properties="nav"')

    assert kinds(Epub(documents, files={"OPS/package.opf": package})) == [
        "colophon",
        "preface",
        "dedication",
        "footnotes",
        None,
        "toc",
    ]


def test_a_title_page_inside_a_longer_document_does_not_name_the_whole():
    body = '<section epub:type="titlepage"><h1>ليالي القرية</h1></section><p>خرجت ليلى.</p>'

    assert kinds(Epub({"one.xhtml": page(body)})) == [None]


def test_a_book_of_pictures_is_named_as_such():
    pictures = {f"{number}.xhtml": page('<img src="p.jpg" alt="صفحة"/>') for number in range(9)}

    with pytest.raises(ImagesOnly):
        read(Epub({**pictures, "about.xhtml": page("<p>صورت هذه النسخة في المكتبة.</p>")}))


def test_a_picture_before_every_chapter_makes_no_book_of_pictures():
    story = page("<p>" + "خرجت ليلى إلى البئر عند الفجر. " * 60 + "</p>")
    documents = {}
    for number in range(5):
        documents |= {f"{number}.xhtml": page('<img src="p.jpg"/>'), f"{number}t.xhtml": story}

    assert len(texts(Epub(documents))) == 5


@pytest.mark.parametrize("body", ["", "<p> </p><hr/>", "<p>***</p>", "<script>alert(1)</script>"])
def test_a_book_without_words_is_refused(body):
    with pytest.raises(NoText):
        read(Epub({"one.xhtml": page(body)}))


def test_a_document_over_its_limit_is_refused():
    with pytest.raises(EpubTooLargeUnpacked):
        read(Epub({"one.data": page("<p>" + "ن" * (11 * 2**20) + "</p>")}))


@pytest.mark.skipif(not SHARED_BOOKS.is_dir(), reason="the shared books are not beside the checkout")
def test_real_books_come_out_whole():
    books = {path.stem: open_publication(path) for path in (SHARED_BOOKS / "gold").glob("*.epub")}

    assert len(books) == 5
    assert all(book.title and book.author and len(book.chapters) >= 10 for book in books.values())


def test_documents_that_hide_their_size_behind_a_name_are_counted():
    noise = random.Random(7)
    filler = "".join(noise.randbytes(1500).hex() + "0" * 90_000 for _ in range(190))
    long = page(f"<p>ليلى</p><!--{filler}-->")

    with pytest.raises(EpubTooLargeUnpacked):
        read(Epub({f"{number}.data": long for number in range(4)}))
