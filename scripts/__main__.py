"""The command line behind the Makefile: `python -m scripts --help`."""

from __future__ import annotations

import datetime
import os
import socket
import sys
from pathlib import Path

import click

from scripts import checks as content_checks
from scripts.content import Content, ContentError, load
from scripts.publish import gate as publish_gate
from scripts.site import build as site_build

ROOT = Path(__file__).resolve().parents[1]

docs_option = click.option(
    "--docs", default=ROOT / "docs", type=click.Path(path_type=Path, exists=True, file_okay=False), help="The content."
)
site_option = click.option(
    "--site", default=ROOT / "site", type=click.Path(path_type=Path), help="Where the site is written."
)
today_option = click.option(
    "--today", default=str(datetime.date.today()), type=click.DateTime(["%Y-%m-%d"]), help="The day to judge by."
)


@click.group()
def cli() -> None:
    """The TPWallet help center: serve it, build it, publish it."""


@cli.command()
@docs_option
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(docs: Path, port: int) -> None:
    """Serve the preview with live reload."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise click.ClickException(f"port {port} is in use. Choose another: PORT={port + 1} make serve") from None
    click.echo(f"Building {len(read(docs).pages)} pages …")
    site_build.serve(port, docs=docs)


@cli.command()
@docs_option
@site_option
def build(docs: Path, site: Path) -> None:
    """Build the preview: banner on every page, not for search engines."""
    content = read(docs)
    site_build.build(site, docs=docs)
    click.echo(f"Preview of {len(content.pages)} pages in {shown(site)}/")


@cli.command()
@docs_option
def check(docs: Path) -> None:
    """Say what should be mended in the content before it is published."""
    content = read(docs)
    found = content_checks.check(content)
    for finding in found:
        click.echo(str(finding))
    if found:
        raise click.ClickException(f"{len(found)} findings in {len(content.pages)} pages.")
    click.echo(f"Nothing to mend in {len(content.pages)} pages.")


@cli.command()
@docs_option
@today_option
def gate(docs: Path, today: datetime.datetime) -> None:
    """Say which facts still keep the site from being published."""
    found = publish_gate.blockers(read(docs), today.date())
    report(found)
    if output := os.environ.get("GITHUB_OUTPUT"):
        Path(output).open("a").write(f"ready={'false' if found else 'true'}\n")
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        lines = [f"- `{blocker.key}` {blocker.reason}" for blocker in found] or ["Ready to publish."]
        Path(summary).open("a").write("\n".join(["## Publish gate", "", *lines, ""]))


@cli.command()
@docs_option
@site_option
@today_option
def publish(docs: Path, site: Path, today: datetime.datetime) -> None:
    """Build the site to publish, if every fact it uses is confirmed."""
    content = read(docs)
    if found := publish_gate.blockers(content, today.date()):
        report(found, err=True)
        raise click.ClickException("not published. docs/_data/facts.yml says how a fact is confirmed.")
    site_build.build(site, docs=docs, site_url=publish_gate.site_url(content))
    click.echo(f"Ready to publish: {len(content.pages)} pages in {shown(site)}/")


def read(docs: Path) -> Content:
    """Load the content, or print what is wrong with it and end."""
    try:
        return load(docs.resolve())
    except ContentError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = len(error.problems)
        raise click.ClickException(f"{count} mistake{'s' if count > 1 else ''} in the content; nothing was built.") from None


def report(found: list[publish_gate.Blocker], *, err: bool = False) -> None:
    """Print what blocks publishing, a line each."""
    for blocker in found:
        click.echo(str(blocker), err=err)
    if found:
        click.echo(f"Not ready: {len(found)} facts block publishing.", err=err)
    else:
        click.echo("Ready: every fact in use is confirmed.", err=err)


def shown(path: Path) -> str:
    """A path as people in the project's folder write it."""
    return os.path.relpath(path)


def main() -> None:
    try:
        cli(prog_name="python -m scripts", standalone_mode=False)
    except site_build.BuildFailed as error:
        if str(error):
            click.echo(f"Error: {error}", err=True)
        click.echo("Error: the site was not built; the previous one is untouched.", err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)


if __name__ == "__main__":
    main()
