"""What is refused before anything is unpacked."""

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from bookanalysis.epub import check_upload, open_publication
from bookanalysis.epub.checks import LARGEST_TEXT, LARGEST_UNPACKED
from bookanalysis.epub.directory import MOST_ENTRIES
from bookanalysis.errors import (
    BookRefused,
    DrmProtected,
    EpubDamaged,
    EpubTooLargeUnpacked,
    NotAnEpub,
    PackageTooLarge,
    TooManyEntries,
    UnsafePath,
)
from tests.epub.builder import Epub, page, zipped

NOVEL = Epub({"one.xhtml": page("<p>خرجت ليلى إلى البئر عند الفجر.</p>")})

ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{algorithm}"/>
<CipherData><CipherReference URI="{path}"/></CipherData></EncryptedData></encryption>"""


def encrypted(algorithm: str, path: str) -> BytesIO:
    listed = ENCRYPTION.format(algorithm=algorithm, path=path)
    return Epub(NOVEL.documents, files={"META-INF/encryption.xml": listed}).build()


def test_a_proper_book_passes_and_the_file_is_left_at_its_beginning():
    file = NOVEL.build()

    check_upload(file)

    assert file.read(2) == b"PK"


def test_a_mimetype_that_is_compressed_or_missing_is_no_reason_to_refuse():
    check_upload(Epub(NOVEL.documents, files={"mimetype": None}).build())
    check_upload(Epub(NOVEL.documents, files={"mimetype": "application/epub+zip" * 9}).build())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 ...", "كان يا ما كان".encode() * 99, b"\0" * 4096])
def test_what_is_no_zip_is_no_epub(content):
    with pytest.raises(NotAnEpub):
        check_upload(BytesIO(content))


@pytest.mark.parametrize(
    "files",
    [
        {"word/document.xml": "<document/>"},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": "no markup"},
        {"META-INF/container.xml": '<container><rootfile full-path="gone.opf"/></container>'},
        {"META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>', "a.opf": "<html/>"},
    ],
)
def test_a_zip_without_a_package_is_no_epub(files):
    with pytest.raises(NotAnEpub):
        check_upload(zipped(files))


def test_a_file_cut_short_is_damaged():
    whole = NOVEL.build().getvalue()

    for length in range(8, len(whole), 97):
        with pytest.raises(BookRefused) as refused:
            check_upload(BytesIO(whole[:length]))
        assert refused.type is EpubDamaged


def test_a_chapter_whose_bytes_do_not_add_up_is_damage():
    file = NOVEL.build()
    with zipfile.ZipFile(file) as archive:
        start = archive.getinfo("OPS/one.xhtml").header_offset + 30 + len("OPS/one.xhtml")
    broken = bytearray(file.getvalue())
    broken[start + 40 : start + 44] = b"\xff\xff\xff\xff"

    with pytest.raises(EpubDamaged):
        open_publication(BytesIO(bytes(broken)))


def test_a_bomb_is_refused_without_being_unpacked():
    bomb = Epub(NOVEL.documents, files={"OPS/big.png": b"\0" * (30 * 2**20)}).build()
    tracemalloc.start()

    with pytest.raises(EpubTooLargeUnpacked):
        check_upload(bomb)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * 2**20


def test_more_than_the_limit_unpacked_is_refused_at_any_ratio():
    claims = claiming(NOVEL.build(), "OPS/one.xhtml", LARGEST_UNPACKED + 1, packed=LARGEST_UNPACKED // 2)

    with pytest.raises(EpubTooLargeUnpacked):
        check_upload(claims)


def test_more_text_than_any_novel_has_is_refused():
    claims = claiming(NOVEL.build(), "OPS/one.xhtml", LARGEST_TEXT + 1, packed=LARGEST_TEXT // 8)

    with pytest.raises(EpubTooLargeUnpacked):
        check_upload(claims)


def test_a_document_that_unpacks_to_more_than_its_entry_claims_is_damage():
    file = Epub({"one.xhtml": page("<p>سار الركب.</p>" * 5000)}).build()

    with pytest.raises(EpubDamaged):
        open_publication(claiming(file, "OPS/one.xhtml", 100))


def claiming(file: BytesIO, name: str, size: int, packed: int | None = None) -> BytesIO:
    """The same archive, its directory claiming another size for one file."""
    content = bytearray(file.getvalue())
    at = content.rfind(name.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    if packed is not None:
        struct.pack_into("<L", content, at + 20, packed)
    struct.pack_into("<L", content, at + 24, size)
    return BytesIO(bytes(content))


def test_too_many_files_are_refused():
    files = {f"OPS/{number}.txt": "" for number in range(MOST_ENTRIES + 1)}

    with pytest.raises(TooManyEntries):
        check_upload(Epub(NOVEL.documents, files=files).build())


def test_a_directory_that_hides_its_number_of_files_is_refused_before_it_is_built():
    file = zipped({f"{number:0>400}": "" for number in range(MOST_ENTRIES + 2000)})
    content = bytearray(file.getvalue())
    struct.pack_into("<HH", content, len(content) - 14, 1, 1)

    with pytest.raises(TooManyEntries):
        check_upload(BytesIO(bytes(content)))


@pytest.mark.parametrize(
    "path", ["../../etc/cron.d/x", "OPS/../../x", "/etc/passwd", "..\\..\\x", "C:\\x", "OPS/..\\..\\x"]
)
def test_a_path_that_climbs_is_refused(path):
    with pytest.raises(UnsafePath) as refused:
        check_upload(Epub(NOVEL.documents, files={path: "x"}).build())

    assert refused.value.details["path"]


def test_a_package_outside_of_the_book_is_refused():
    container = '<container><rootfile full-path="../../package.opf"/></container>'

    with pytest.raises(UnsafePath):
        check_upload(Epub(NOVEL.documents, files={"META-INF/container.xml": container}).build())


def test_a_path_that_turns_back_inside_the_book_is_fine():
    check_upload(Epub(NOVEL.documents, files={"OPS/text/../style.css": "p {}"}).build())


@pytest.mark.parametrize("name", ["OPS/package.opf", "META-INF/container.xml"])
def test_a_package_file_over_its_limit_is_refused(name):
    filler = "<!--" + "".join(f"{number:x}" for number in range(500_000)) + "-->"

    with pytest.raises(PackageTooLarge):
        check_upload(Epub(NOVEL.documents, files={name: filler}).build())


def test_drm_is_named_as_such():
    with pytest.raises(DrmProtected) as refused:
        check_upload(encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/one.xhtml"))

    assert "DRM" in refused.value.en
    assert "DRM" in refused.value.ar


@pytest.mark.parametrize(
    "algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
)
def test_obfuscated_fonts_are_no_drm(algorithm):
    file = encrypted(algorithm, "OPS/naskh.otf")

    check_upload(file)

    assert open_publication(file).chapters


def test_a_zip_with_a_password_is_protected():
    content = bytearray(NOVEL.build().getvalue())
    at = content.rfind(b"OPS/one.xhtml") - 46
    struct.pack_into("<H", content, at + 8, 0x1)

    with pytest.raises(DrmProtected):
        check_upload(BytesIO(bytes(content)))


def test_every_refusal_says_what_is_wrong_in_both_languages():
    classes = [NotAnEpub, EpubDamaged, UnsafePath, DrmProtected]
    limited = [EpubTooLargeUnpacked, TooManyEntries, PackageTooLarge]

    errors = [refusal() for refusal in classes] + [refusal(limit=7) for refusal in limited]

    assert len({error.error_code for error in errors}) == len(errors)
    assert all(error.status in (400, 422) and error.en and error.ar for error in errors)
