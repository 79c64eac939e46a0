"""How `make` builds the web app: a small project whose Node, npm and Python only say what they are asked."""

import os
import re
import shutil
import subprocess

import pytest

from bookanalysis.environment import PROJECT

QUIET = re.compile("^--silent | (-- )?--(fetch|log).*")
GOOD_NODE, OLD_NODE = "#!/bin/sh\nexit 0\n", "#!/bin/sh\nexit 1\n"
NPM = """#!/bin/sh
echo "$0 $*" >> "$CALLS"
case "$*" in
*" ci "*) test -z "$NO_REGISTRY" && mkdir -p node_modules ;;
*"run build"*) test -z "$BROKEN" && mkdir -p dist && echo "$BROKEN" > dist/index.html ;;
esac
"""
PYTHON = """#!/bin/sh
echo "$0 $*" >> "$CALLS"
"""


class Project:
    def __init__(self, folder):
        self.folder = folder
        self.calls = folder / "calls"
        self.index = folder / "frontend" / "dist" / "index.html"
        shutil.copy(PROJECT / "Makefile", folder)
        for name in ("setup.cfg", "requirements/run.txt", "requirements/node.txt"):
            self.write(name)
        for name in ("package.json", "package-lock.json", "index.html", "src/main.ts", "src/locales/ar.json"):
            self.write(f"frontend/{name}")
        self.program("bin/node", GOOD_NODE)
        self.program("bin/npm", NPM)
        self.program(".venv/bin/npm", NPM)
        self.program(".venv/bin/python", PYTHON)
        self.write(".venv/installed")

    def write(self, name, text=""):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def program(self, name, text):
        self.write(name, text)
        (self.folder / name).chmod(0o755)

    def change(self, name):
        """All else is older, whatever the file system calls the same time."""
        for path in self.folder.rglob("*"):
            seconds = path.stat().st_mtime - 10
            os.utime(path, (seconds, seconds))
        os.utime(self.folder / name)

    def make(self, target, **environment):
        """What was called meanwhile, without the options that only make it quiet; and what make said."""
        self.calls.write_text("")
        done = subprocess.run(
            ["make", target],
            cwd=self.folder,
            env={"PATH": f"{self.folder}/bin:{os.environ['PATH']}", "CALLS": str(self.calls), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return list(self.called()), done

    def called(self):
        for line in self.calls.read_text().splitlines():
            program, _, words = line.removeprefix(f"{self.folder}/").partition(" ")
            yield f"{program} {QUIET.sub('', words)}"


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def built(project):
    called, done = project.make("build")
    assert done.returncode == 0, done.stderr
    return called


INSTALL, BUILD = "bin/npm ci", "bin/npm run build"


def test_the_app_is_built_once(project):
    assert built(project) == [INSTALL, BUILD]
    assert built(project) == []


@pytest.mark.parametrize("name", ["src/locales/ar.json", "index.html", "package.json"])
def test_a_change_builds_it_anew_and_installs_nothing(project, name):
    built(project)
    project.change(f"frontend/{name}")

    assert built(project) == [BUILD]
    assert built(project) == []


def test_a_file_that_is_gone_builds_it_anew(project):
    built(project)
    (project.folder / "frontend/src/locales/ar.json").unlink()
    project.change("frontend/src/locales")

    assert built(project) == [BUILD]


def test_another_lock_installs_its_packages(project):
    built(project)
    project.change("frontend/package-lock.json")

    assert built(project) == [INSTALL, BUILD]


def test_a_machine_whose_node_is_too_old_gets_another(project):
    project.program("bin/node", OLD_NODE)

    install, *built_by = built(project)

    assert install.startswith(".venv/bin/python -m pip")
    assert install.endswith("install --requirement requirements/node.txt")
    assert built_by == [".venv/bin/npm ci", ".venv/bin/npm run build"]
    assert built(project) == []


def test_without_a_registry_all_else_starts_and_both_languages_say_so(project):
    called, done = project.make("run", NO_REGISTRY="yes")

    assert done.returncode == 0
    assert called == [INSTALL, ".venv/bin/python -m bookanalysis.running"]
    assert "let its registry be reached" in done.stderr
    assert "could not be built" in done.stderr
    assert "تعذّر بناء تطبيق الويب" in done.stderr


def test_what_cannot_be_built_leaves_the_app_that_was_there(project):
    built(project)
    project.change("frontend/src/main.ts")

    called, done = project.make("run", BROKEN="yes")

    assert called == [BUILD, ".venv/bin/python -m bookanalysis.running"]
    assert "could not be built" in done.stderr
    assert project.index.exists()


def test_a_build_that_fails_is_no_success(project):
    _, done = project.make("build", BROKEN="yes")

    assert done.returncode == 2


def test_to_run_builds_first_and_says_nothing_of_it_when_nothing_is_new(project):
    first, _ = project.make("run")
    second, done = project.make("run")

    assert first == [INSTALL, BUILD, ".venv/bin/python -m bookanalysis.running"]
    assert second == [".venv/bin/python -m bookanalysis.running"]
    assert done.stdout + done.stderr == ""


def test_clean_removes_what_was_built_and_installed(project):
    built(project)

    project.make("clean")

    assert not project.index.parent.exists()
    assert not (project.folder / "frontend/node_modules").exists()
    assert (project.folder / "frontend/src/main.ts").exists()
