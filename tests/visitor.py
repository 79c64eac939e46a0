"""Someone who calls the API."""

from bookanalysis.services.passwords import hash_password
from bookanalysis.services.sessions import start_session
from tests.rows import add_user

PASSWORD = "كلمة سر طويلة"


def log_in(email, password=None):
    """Without a password there is an account that nobody can enter by one: hashing is slow."""
    return start_session(add_user(email, **({"password_hash": hash_password(password)} if password else {})))


class Visitor:
    """A client of the API with an access token, if logged in."""

    def __init__(self, app, login=None):
        self.client = app.test_client()
        self.login = login
        self.user = login.user if login else None
        self.headers = {"Authorization": f"Bearer {login.access}"} if login else {}

    def get(self, path, **options):
        return self.client.get(path, headers=self.headers, **options)

    def post(self, path, **options):
        return self.send("POST", path, **options)

    def put(self, path, **options):
        return self.send("PUT", path, **options)

    def delete(self, path, **options):
        return self.send("DELETE", path, **options)

    def send(self, method, path, **options):
        headers = {**self.headers, **options.pop("headers", {})}
        return self.client.open(path, method=method, headers=headers, **options)

    def upload(self, epub, **form):
        return self.post("/api/books/", data={"file": (epub, "رواية.epub"), **form})


def data_of(answer):
    assert answer.json["status"] in ("success", "accepted"), answer.json
    assert answer.json["en"] and answer.json["ar"]
    return answer.json["data"]


def refused(answer, status, error_code):
    """An answer that is a refusal, whole and of the right kind; its details."""
    assert (answer.status_code, answer.json.get("error_code")) == (status, error_code)
    assert answer.json.keys() == {"status", "en", "ar", "error_code", "details"}
    assert answer.json["status"] == "error"
    assert answer.json["en"] and answer.json["ar"]
    return answer.json["details"]
