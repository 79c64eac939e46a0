"""How long the document is tried: briefly and always alike, or at length and each time otherwise.

At length, in some ten minutes of two free cores; what fails there is tried again first the next time:

    pytest tests/contract/test_openapi.py --hypothesis-profile at-length --numprocesses 2 --timeout 1200
"""

from hypothesis import HealthCheck, settings

PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck))

settings.register_profile("briefly", PATIENT, max_examples=25, derandomize=True)
settings.register_profile("at-length", PATIENT, max_examples=1000, derandomize=False)
