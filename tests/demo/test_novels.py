import zipfile

import pytest

from bookanalysis.demo.binding import bind
from bookanalysis.demo.novels import demo_novels
from bookanalysis.epub import check_upload, open_publication

NOVELS = demo_novels()


def test_there_are_several_by_different_authors():
    assert len(NOVELS) >= 3
    assert len({novel.title for novel in NOVELS}) == len({novel.author for novel in NOVELS}) == len(NOVELS)


@pytest.mark.parametrize("novel", NOVELS, ids=lambda novel: novel.name)
def test_a_bound_novel_is_an_epub_that_holds_all_its_text_in_order(novel):
    bound = bind(novel)

    check_upload(bound)
    bound.seek(0)
    publication = open_publication(bound)

    assert (publication.title, publication.author, publication.language) == (novel.title, novel.author, "ar")
    texts = [chapter.text for chapter in publication.chapters if "الفصل" in chapter.title]
    assert len(texts) == len(novel.chapters) >= 8
    for text, chapter in zip(texts, novel.chapters, strict=True):
        assert all(paragraph in " ".join(text.split()) for paragraph in chapter.paragraphs)


def test_a_bound_novel_is_written_from_right_to_left():
    with zipfile.ZipFile(bind(NOVELS[0])) as archive:
        package = archive.read("EPUB/content.opf").decode()

    assert 'page-progression-direction="rtl"' in package
