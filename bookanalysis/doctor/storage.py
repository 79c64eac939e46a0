"""Where the book files are kept."""

import shutil

from bookanalysis.config import MEGABYTE, Config
from bookanalysis.doctor.errors import StorageFull, StorageNotWritable
from bookanalysis.storage import LocalStorage

LEAST_MB = 500
"""Ten books of the greatest size."""


def storage_is_writable(settings: Config) -> str:
    folder = settings.storage
    try:
        LocalStorage(folder).check()
        free = shutil.disk_usage(folder).free // MEGABYTE
    except OSError as error:
        raise StorageNotWritable(folder=folder, reason=error.strerror) from error
    if free < LEAST_MB:
        raise StorageFull(folder=folder, free=free, least=LEAST_MB)
    return f"{free} MB"
