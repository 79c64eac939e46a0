"""A real mail server on loopback, and its certificate."""

import ssl
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from ipaddress import ip_address

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bookanalysis.environment import SmtpSecurity
from bookanalysis.running.ports import free_port

HOST = "127.0.0.1"
LOGIN = (b"books", b"a password for the mail server")


class MailServer:
    """Keeps what it takes. Set `refuses_recipients` or `refuses_data` to a reply, and it gives that instead.

    `taken` is called with each letter, before the client hears that it was taken.
    """

    def __init__(self, port, security):
        self.port = port
        self.security = security
        self.letters, self.recipients = [], []
        self.refuses_recipients = self.refuses_data = None
        self.taken = lambda letter: None

    @property
    def settings(self):
        return {"smtp_host": HOST, "smtp_port": self.port, "smtp_security": self.security}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.refuses_recipients:
            return self.refuses_recipients
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.refuses_data:
            return self.refuses_data
        letter = message_from_bytes(envelope.content, policy=default)
        self.letters.append(letter)
        self.recipients.append(envelope.rcpt_tos)
        self.taken(letter)
        return "250 OK"


@contextmanager
def mail_server(port=None, security=SmtpSecurity.NONE, certificate=None, wants_login=False):
    port = port or free_port(HOST)
    handler = MailServer(port, security)
    tls = _context(certificate) if certificate else None
    options = {"hostname": HOST, "port": port}
    if security is SmtpSecurity.STARTTLS:
        options |= {"tls_context": tls, "require_starttls": True}
    if security is SmtpSecurity.TLS:
        options["ssl_context"] = tls
    if wants_login:
        options |= {"authenticator": _knows, "auth_required": True}
    controller = Controller(handler, **options)
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


def make_certificate(path, host=HOST):
    """Of its own making, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail server of a test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    unlocked = serialization.NoEncryption()
    path.write_bytes(
        certificate.public_bytes(pem) + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, unlocked)
    )
    return path


def _context(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def _knows(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == LOGIN, handled=False)
