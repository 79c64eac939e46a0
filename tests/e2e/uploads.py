"""Many uploads in the same moment: each is sent, on a connection of its own, but for its last byte."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Event
from urllib.parse import urlsplit

import requests


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    body: dict

    @property
    def said(self):
        """What a flood's answers are counted by."""
        return self.body.get("error_code", self.status)


class Upload:
    """`browser` sends all of a file but one byte."""

    def __init__(self, browser, file):
        form = {"file": ("رواية.epub", file, "application/epub+zip")}
        whole = browser.session.prepare_request(
            requests.Request("POST", f"{browser.address}/api/books/", files=form)
        )
        self.last = whole.body[-1:]
        self.connection = HTTPConnection(urlsplit(whole.url).netloc, timeout=30)
        self.connection.putrequest("POST", whole.path_url)
        for header in whole.headers.items():
            self.connection.putheader(*header)
        self.connection.endheaders(whole.body[:-1])

    def finish(self):
        self.connection.send(self.last)

    def answer(self):
        response = self.connection.getresponse()
        return Answer(response.status, dict(response.headers), json.loads(response.read()))


def flood(browser, files):
    """The answers, and the seconds that each look at the library took, from when all stood at the door."""
    uploads = [Upload(browser, file) for file in files]
    seconds = [_look(browser)]
    is_over = Event()
    with ThreadPoolExecutor(1) as pool:
        looks = pool.submit(_look_until, is_over, browser)
        try:
            for upload in uploads:
                upload.finish()
            answers = [upload.answer() for upload in uploads]
        finally:
            is_over.set()
    return answers, seconds + looks.result()


def _look_until(is_over, browser):
    seconds = []
    while not is_over.is_set():
        seconds.append(_look(browser))
    return seconds


def _look(browser):
    """On a new connection, which is let in after all that came before."""
    began = time.monotonic()
    answer = requests.get(f"{browser.address}/api/books/", headers=browser.session.headers, timeout=30)
    assert answer.status_code == 200, answer.text
    return time.monotonic() - began
