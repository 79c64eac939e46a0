"""A browser: it logs in, uploads, listens, and reads what came out."""

import time

import requests
import socketio

from tests.e2e.system import wait_until

NAMESPACE = "/notifications"
ENDS = {"processing_completed", "processing_failed", "job_cancelled"}


class Browser:
    def __init__(self, system):
        self.address = system.address
        self.session = requests.Session()
        login = self.post("/api/auth/login/", json=system.login)["data"]
        self.session.headers["Authorization"] = f"Bearer {login['access']}"
        self.events = []
        self.socket = socketio.Client(reconnection_delay=0.2, reconnection_delay_max=0.5)
        self.socket.on("*", self._keep, namespace=NAMESPACE)
        self.socket.connect(
            self.address, namespaces=[NAMESPACE], auth={"token": login["access"]}, transports=["websocket"]
        )

    def _keep(self, event, payload):
        self.events.append((event, payload))

    def close(self):
        self.socket.disconnect()

    def get(self, path, **query):
        return self._body(self.session.get(self.address + path, params=query, timeout=30))

    def post(self, path, **content):
        return self._body(self.session.post(self.address + path, timeout=30, **content))

    def delete(self, path):
        return self._body(self.session.delete(self.address + path, timeout=30))

    def _body(self, answer):
        assert answer.status_code < 300, answer.text
        return answer.json()

    def upload(self, epub):
        """The ids of the book and its job."""
        accepted = self.post("/api/books/", files={"file": ("رواية.epub", epub, "application/epub+zip")})
        assert accepted["status"] == "accepted"
        return accepted["data"]["book_id"], accepted["job_id"]

    def job(self, job_id):
        return self.get(f"/api/jobs/{job_id}/")["data"]

    def told(self, job_id):
        return [(event, payload) for event, payload in self.events if payload.get("job_id") == job_id]

    def wait_for_event(self, job_id, name):
        return wait_until(
            lambda: next((told for event, told in self.told(job_id) if event == name), None), what=name
        )

    def wait_for_end(self, job_id, seconds=60):
        """The job as the API has it then: an event may be lost."""

        def ended():
            time.sleep(0.1)
            job = self.job(job_id)
            return job if job["status"] in ("completed", "failed", "cancelled") else None

        return wait_until(ended, seconds, "the end of the job")

    def pages(self, path, **query):
        """All rows of a list."""
        first = self.get(path, page_size=100, **query)
        rows = list(first["data"])
        for page in range(2, first["pagination"]["total_pages"] + 1):
            rows += self.get(path, page_size=100, page=page, **query)["data"]
        return rows
