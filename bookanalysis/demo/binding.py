"""A novel bound as an EPUB, as a publisher's program would."""

from html import escape
from io import BytesIO

from ebooklib import epub  # type: ignore[import-untyped]

from bookanalysis.demo.novels import Novel, NovelChapter


def bind(novel: Novel) -> BytesIO:
    book = epub.EpubBook()
    book.set_identifier(f"urn:bookanalysis:demo:{novel.name}")
    book.set_title(novel.title)
    book.set_language("ar")
    book.set_direction("rtl")
    book.add_author(novel.author)
    pages = [_page(number, chapter) for number, chapter in enumerate(novel.chapters, 1)]
    for page in pages:
        book.add_item(page)
    book.toc = tuple(epub.Link(page.file_name, page.title, page.id) for page in pages)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = pages
    bound = BytesIO()
    epub.write_epub(bound, book)
    bound.seek(0)
    return bound


def _page(number: int, chapter: NovelChapter) -> epub.EpubHtml:
    page = epub.EpubHtml(
        uid=f"chapter-{number}", title=chapter.title, file_name=f"chapter-{number}.xhtml", lang="ar"
    )
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in chapter.paragraphs)
    page.content = f'<html><body dir="rtl"><h1>{escape(chapter.title)}</h1>{paragraphs}</body></html>'
    return page
