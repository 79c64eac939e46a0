"""What a log would say, as a test reads it."""

import json
import logging

from bookanalysis.environment import LogFormat
from bookanalysis.logs.setup import formatter_for


class Listener(logging.Handler):
    """Keeps each record as the JSON log has it."""

    def __init__(self):
        super().__init__()
        self.setFormatter(formatter_for(LogFormat.JSON))
        self.lines = []

    def emit(self, record):
        self.lines.append(json.loads(self.format(record)))

    def of(self, logger):
        return [line for line in self.lines if line["logger"] == logger]

    @property
    def access(self):
        return self.of("bookanalysis.access")

    @property
    def security(self):
        return self.of("bookanalysis.security")
