"""No path is made of what a client says."""

import io

import pytest

from bookanalysis.storage import LocalStorage
from tests.epub.builder import Epub, page
from tests.visitor import data_of, refused

CLIMBING = [
    "../../evil.epub",
    "/etc/cron.d/evil",
    "..\\..\\evil.epub",
    "\u202ebupe.exe",
    "." * 300,
]


@pytest.mark.parametrize("name", CLIMBING)
def test_a_file_is_kept_under_our_name_whatever_its_own(amina, config, name):
    epub = Epub({"c1.xhtml": page("<p>جاء أحمد إلى القرية.</p>")}).build()

    answer = amina.post("/api/books/", data={"file": (epub, name)})

    kept = [str(path.relative_to(config.data_folder)) for path in config.data_folder.rglob("*.epub")]
    assert kept == [f"books/{data_of(answer)['book_id']}.epub"]


@pytest.mark.parametrize(
    "name",
    [
        "../setup.cfg",
        "..%2f..%2fconfig.py",
        "%2e%2e/%2e%2e/config.py",
        "/etc/passwd",
        "..\\config.py",
        "%00",
        ".",
    ],
)
def test_files_of_the_documentation_are_those_of_its_folder(stranger, name):
    refused(stranger.get(f"/api/docs/files/{name}"), 404, "NOT_FOUND")


@pytest.mark.parametrize("key", ["../outside", "/etc/passwd", "a/../../outside", "..", "books/../../outside"])
def test_a_key_stays_in_its_folder(tmp_path, key):
    storage = LocalStorage(tmp_path / "books")
    (tmp_path / "outside").write_text("kept")

    for use in (storage.open, storage.remove, lambda key: storage.save(key, io.BytesIO(b"x"))):
        with pytest.raises(ValueError, match="outside"):
            use(key)

    assert (tmp_path / "outside").read_text() == "kept"


def test_a_link_in_the_folder_does_not_lead_out(tmp_path):
    storage = LocalStorage(tmp_path / "books")
    storage.folder.mkdir()
    (tmp_path / "outside").write_text("kept")
    (storage.folder / "link").symlink_to(tmp_path / "outside")

    with pytest.raises(ValueError, match="outside"):
        storage.open("link")
