"""`python -m bookanalysis.running.tied COMMAND ...`: the command, ending when its parent does.

Whoever kills the supervisor would otherwise leave its children behind, holding the port.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(sign: signal.Signals = signal.SIGTERM) -> None:
    """Ask the kernel for `sign` when the parent dies. Only Linux can; elsewhere it is left out."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sign)


if __name__ == "__main__":
    end_with_parent()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606  the supervisor's own command
