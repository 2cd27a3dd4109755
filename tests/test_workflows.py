"""The workflows are well formed and give no more than they need; and they only call the Makefile."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_zizmor_finds_nothing() -> None:
    result = run(BIN / "zizmor", "--offline", "--persona", "pedantic", "--min-severity", "informational", *WORKFLOWS)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_of_workflows_holds() -> None:
    result = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(not shutil.which("actionlint"), reason="actionlint is not on this machine")
def test_actionlint_finds_nothing() -> None:
    result = run("actionlint", *WORKFLOWS)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_steps_only_call_the_makefile_and_pinned_actions(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"]), step
            else:
                call = re.fullmatch(r'make ([a-z-]+)(?: ([A-Z]+)=(?:[a-z]+|"\$\2"))*', step["run"])
                assert call and call[1] in targets, step


def steps(workflow: str, job: str) -> dict[str, dict]:
    """The steps of a job by what they run."""
    loaded = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text("utf-8"))
    return {step.get("run") or step["uses"].partition("@")[0]: step for step in loaded["jobs"][job]["steps"]}


def test_what_is_published_is_what_make_publish_wrote() -> None:
    found = list(steps("publish.yml", "build"))
    assert found.index("make gate") < found.index("make publish") == found.index("actions/upload-pages-artifact") - 1
    asked = {steps("publish.yml", "build")[name]["if"] for name in found[-2:]}
    deploy = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["deploy"]
    assert asked == {deploy["if"]} == {"vars.PUBLISH == 'true'"} and deploy["needs"] == "build"


def test_only_what_is_urgent_or_nightly_goes_without_the_tests() -> None:
    for name in ("make lint", "make test"):
        condition = "github.event_name == 'push' && steps.urgent.outputs.only != 'true'"
        assert steps("publish.yml", "build")[name]["if"] == condition
    assert "if" not in steps("test.yml", "test")["make test"]


def test_a_pull_request_is_red_while_something_is_held() -> None:
    held = steps("test.yml", "test")['make held SINCE="$SINCE"']
    assert "continue-on-error" not in held and held["if"] == "${{ !cancelled() }}"
    assert steps("test.yml", "test")["actions/checkout"]["with"]["fetch-depth"] == 0
