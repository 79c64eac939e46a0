"""The web process. `python wsgi.py` serves by itself; `wsgi:app` is for a server of threads."""

import os

from dotenv import load_dotenv

load_dotenv()
IS_PROGRAM = __name__ == "__main__"
GREEN = IS_PROGRAM and os.environ.get("ASYNC_MODE", "") in ("", "eventlet")
if GREEN:
    from bookanalysis import green

    green.patch()

# ruff: noqa: E402
import gc
import logging
import signal
import sys

from werkzeug.serving import WSGIRequestHandler

from bookanalysis.app import create_app
from bookanalysis.blueprints.sockets import open_sockets
from bookanalysis.config import Config
from bookanalysis.logs.setup import Process, set_up_logging
from bookanalysis.production import refuse_unsafe

config = Config.from_environment()
refuse_unsafe(config)
set_up_logging(config, Process.WEB)
app = create_app(config)
sockets = open_sockets(app, config, message_queue=config.redis_url)
sockets.socketio.start_background_task(sockets.watch, app)
gc.collect()
gc.freeze()  # to look for garbage among all that was loaded would hold every request up, again and again


class Nameless(WSGIRequestHandler):
    """Tells nobody which server of which version answers."""

    def version_string(self) -> str:
        return "bookanalysis"


if IS_PROGRAM:
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: sys.exit())
    options = {"allow_unsafe_werkzeug": True, "request_handler": Nameless}
    if GREEN:
        from bookanalysis.connection import Connection

        app.extensions["off_loop"] = green.run_in_thread
        options = green.server_options(close_sockets=sockets.socketio.server.eio.disconnect)
        options |= {"protocol": Connection, "log": logging.getLogger("eventlet")}
    sockets.socketio.run(app, host=config.host, port=config.port, **options)
