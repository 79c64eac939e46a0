"""Ask an advisory service about the versions that are installed: `python tools/audit.py [requirements]`.

Fails on what is known to be unsafe only; where nobody can be asked, it says so and fails nothing.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

REQUIREMENTS = Path(__file__).parent.parent / "requirements" / "run.txt"
SECONDS = 20
"""For the whole audit."""
SECONDS_TO_ANSWER = 5


class NobodyAnswers(Exception):
    """The audit could not be made."""


def main(requirements: str) -> int:
    try:
        packages = audit(requirements)
    except NobodyAnswers as reason:
        print(f"Dependency audit SKIPPED: {reason}. Run it where an advisory service can be reached.")
        return 0
    findings = [package for package in packages if package.get("vulns")]
    unknown = [package for package in packages if "skip_reason" in package]
    for package in findings:
        for advisory in package["vulns"]:
            fixed = ", ".join(advisory["fix_versions"]) or "no version yet"
            print(f"{package['name']} {package['version']}: {advisory['id']}, repaired in {fixed}")
    known = len(packages) - len(unknown)
    print(
        f"Dependency audit: {known} packages, {len(findings)} unsafe, {len(unknown)} unknown to the service."
    )
    return 1 if findings else 0


def audit(requirements: str) -> list[dict[str, Any]]:
    """What pip-audit says of each package; raises `NobodyAnswers`."""
    command = ["pip-audit", "--requirement", requirements, "--no-deps", "--disable-pip", "--format", "json"]
    options = ["--progress-spinner", "off", "--timeout", str(SECONDS_TO_ANSWER)]
    try:
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise NobodyAnswers("pip-audit is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise NobodyAnswers(f"no answer within {SECONDS} seconds") from error
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError) as error:
        raise NobodyAnswers(_last_line(done.stderr) or "no answer") from error
    if all("skip_reason" in package for package in packages):
        raise NobodyAnswers("the service knows none of the packages")
    return packages


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2][:200].rstrip(".")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(REQUIREMENTS)))
