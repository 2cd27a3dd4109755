"""The command line behind the Makefile: `python -m scripts --help`."""

from __future__ import annotations

import dataclasses
import datetime
import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from scripts import checks as content_checks
from scripts.checks import reference as rule_reference
from scripts.checks.narrow import check_pages
from scripts.checks.report import held_lines
from scripts.content import Content, ContentError, Problem, accepted, edit, load, urgent
from scripts.content import where as usage
from scripts.content.data import ROLES
from scripts.content.history import Change, HistoryError, accepted_since, changes, not_urgent_since
from scripts.content.problems import did_you_mean, in_words
from scripts.content.rename import rename_article
from scripts.content.schemas import schemas
from scripts.content.ways import drawn
from scripts.publish import external_links, release
from scripts.publish import folder as publish_folder
from scripts.publish import gate as publish_gate
from scripts.publish import look as site_look
from scripts.publish import status as content_status
from scripts.site import build as site_build
from scripts.site import live as site_live

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
    free(port, "serve")
    click.echo(f"Building {len(read(docs, datetime.date.today()).applying)} pages …")
    site_live.serve(port, docs=docs)


@cli.command()
@site_option
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def look(site: Path, port: int) -> None:
    """Look at a site that was built, as a host shows it."""
    if not (site / "index.html").exists():
        raise click.ClickException(f"there is no site in {shown(site)}/. Write one: make build, or make publish")
    free(port, "look")
    click.echo(f"{shown(site)}/ is at http://127.0.0.1:{port}/, until you press Ctrl+C")
    site_look.look(site, port)


def free(port: int, target: str) -> None:
    """End the command where a port is in use."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            message = f"port {port} is in use. Choose another: PORT={port + 1} make {target}"
            raise click.ClickException(message) from None


@cli.command()
@docs_option
@site_option
def build(docs: Path, site: Path) -> None:
    """Build the preview: banner on every page, not for search engines."""
    place = publish_folder.writable(site, docs)
    content = read(docs, datetime.date.today())
    release.preview(content, place, docs)
    click.echo(f"Preview of {len(content.applying)} pages in {shown(site)}/")


@cli.command()
@docs_option
@today_option
@click.option("--fix", is_flag=True, help="Mend what can be mended mechanically, then check.")
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(list(content_checks.FORMATS)))
@click.option("--source", "source_only", is_flag=True, help="Leave out what looks at the built site.")
@click.option("--only", metavar="RULE", help="One rule, by id or name.")
@click.option("--article", metavar="ARTICLE", help="One article in both languages, by its name; its text alone.")
@click.option(
    "--foreign", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Check another project's Markdown."
)
@click.option(
    "--language", default="en", show_default=True, type=click.Choice(["zh", "en"]), help="The language of --foreign."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(
    docs: Path, today: datetime.datetime, fix: bool, form: str, source_only: bool, only: str | None,
    article: str | None, foreign: Path | None, language: str, files: tuple[Path, ...],
) -> None:
    """Say what should be mended before the content is published; with FILES, in these and their translations."""
    rules = [rule for rule in content_checks.RULES if only in (None, rule.ID, rule.NAME)]
    if not rules:
        known = [name for rule in content_checks.RULES for name in (rule.ID, rule.NAME)]
        raise click.ClickException(f'no rule "{only}". {did_you_mean(only or "", known)}'.rstrip())
    if foreign:
        source = content_checks.read_foreign(foreign, language, today.date())
    else:
        source = content_checks.read(docs, today.date())
        if fix and (changed := content_checks.fix(source, rules)):
            for path in changed:
                click.echo(f"Mended {shown(path)}", err=True)
            source = content_checks.read(docs, today.date())
    if article:
        files = (*files, *pages_of(article, source, docs.resolve().parent))
    names = names_of(files, foreign.resolve() if foreign else docs.resolve().parent) if files else set()
    held = [] if only or not source.content else held_in(source.content, docs.resolve(), names)
    with tempfile.TemporaryDirectory() as folder:
        if isinstance(source, content_checks.Loaded) and not (source_only or article or foreign):
            progress("Building the site …")
            source = source.with_site(Path(folder, "site"))
            site_build.build(source.site, docs=docs, content=source.content, keep=True)
        if article:
            found = check_pages(source, names, rules, progress)
        else:
            found = content_checks.check(source, rules, progress)
        found = dataclasses.replace(found, held=tuple(held))
    progress("")
    if only and source.problems:  # no rule can say that there is nothing to mend in what cannot be read
        loading = [rule for rule in content_checks.RULES if isinstance(rule, content_checks.Loading)]
        found = found.joined(content_checks.check(source, [rule for rule in loading if rule not in rules]))
    if names:
        found = found.only(names)
    click.echo(content_checks.FORMATS[form](found), nl=False)
    if article and form == "text":
        click.echo("Looked at the text alone: `make check` looks at the built site too.", err=True)
    if found.of("error"):
        sys.exit(1)


def held_in(content: Content, docs: Path, names: set[str]) -> list[Change]:
    """What is held, with the change; with `names`, in these files alone: the history of the rest is not looked up."""
    waiting = [one for one in accepted.held(content) if not names or one.paths & names]
    return changes(docs, content, waiting)


def pages_of(article: str, source: content_checks.Source, folder: Path) -> list[Path]:
    """The files of an article, in `folder`."""
    names = {Path(file.path).stem for file in source.pages()}
    if article not in names:
        raise click.ClickException(f'there is no article "{article}". {did_you_mean(article, names)}'.rstrip())
    return [folder / file.path for file in source.pages() if Path(file.path).stem == article]


def names_of(files: tuple[Path, ...], folder: Path) -> set[str]:
    """The paths of files and their translations as findings name them, from `folder`."""
    names = set()
    for file in files:
        if not file.resolve().is_relative_to(folder):
            raise click.ClickException(f"{shown(file)} is not in {shown(folder)}/, where the content is")
        names.add(file.resolve().relative_to(folder).as_posix())
    swaps = (("docs/zh/", "docs/en/"), ("docs/en/", "docs/zh/"))
    return names | {name.replace(*swap, 1) for name in names for swap in swaps}


def tell_github(variable: str, lines: list[str]) -> None:
    """Append lines to the file that GitHub names to a workflow in a variable. Elsewhere no file is named."""
    if name := os.environ.get(variable):
        with Path(name).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)


def progress(text: str) -> None:
    """One line that replaces itself, for people who wait in a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=False, err=True)


@cli.command()
@docs_option
@today_option
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(list(publish_gate.FORMATS)))
@click.option("--key", metavar="KEY", help="One fact, with the pages that use it.")
def gate(docs: Path, today: datetime.datetime, form: str, key: str | None) -> None:
    """List the facts that somebody has to confirm; with KEY, the pages that use one."""
    content = read(docs, today.date())
    blocking, rows = publish_gate.blockers(content), publish_gate.rows(content)
    if key and key not in content.facts:
        raise click.ClickException(f'there is no fact "{key}". {did_you_mean(key, content.facts)}'.rstrip())
    rows = [row for row in rows if key in (None, row.key)]
    click.echo(publish_gate.FORMATS[form](rows, content.data["facts.yml"].path), nl=False)
    if key:
        pages = content.facts_in_use().get(key, [])
        click.echo("\n".join([page.path for page in pages] or ["No page that is shown uses it."]))
    elif form == "text":
        click.echo(f"Not ready: {len(blocking)} facts block publishing." if blocking else "Ready to publish.")
    tell_github("GITHUB_OUTPUT", [f"ready={'false' if blocking else 'true'}"])
    lines = [f"- `{row.key}` {row.reason}" for row in rows]
    ready = [] if blocking else ["Ready to publish."]
    tell_github("GITHUB_STEP_SUMMARY", ["## Publish gate", "", *lines, *ready])


@cli.command()
@docs_option
@site_option
@today_option
def publish(docs: Path, site: Path, today: datetime.datetime) -> None:
    """Build the site to publish, if every fact it uses is confirmed and no rule finds an error in what was built."""
    place = publish_folder.writable(site, docs)
    source = read_files(docs, today.date())
    try:
        manifest = release.publish(source, place, docs, progress)
    except release.NotPublished as error:
        for line in error.found:
            click.echo(line, err=True)
        raise click.ClickException(str(error)) from None
    pages = len(source.content.applying)
    said = f"Ready to publish: {pages} pages in {shown(site)}/, SHA-256 of its SHA256SUMS {manifest.digest}"
    click.echo(said)
    tell_github("GITHUB_STEP_SUMMARY", ["## Publish", "", said])


@cli.command()
@docs_option
@site_option
def rollback(docs: Path, site: Path) -> None:
    """Bring back the published site before the present one, but none that still says what was withdrawn."""
    content = content_checks.read(docs.resolve(), datetime.date.today()).content  # what can be read of it
    withdrawn = content.withdrawn_texts() if content else []
    manifest = publish_folder.rollback(publish_folder.writable(site, docs), withdrawn)
    click.echo(f"{shown(site)}/ is the published site before, SHA-256 of its SHA256SUMS {manifest.digest}")


@cli.command()
@docs_option
@today_option
@click.argument("address", metavar="SECTION/NAME")
@click.option("--type", "kind", default="how-to", show_default=True, type=click.Choice(list(edit.TEMPLATES)))
def new(docs: Path, today: datetime.datetime, address: str, kind: str) -> None:
    """Begin an article in both languages, listed last in its section."""
    change = edit.new_article(read(docs, today.date()), docs, address, kind, today.date())
    apply(change, today.date())
    click.echo(
        "Now fill in every TODO, in both languages, and move the article to its place in docs/_data/navigation.yml."
    )
    click.echo("It is held until somebody has read it: `make accept` comes last.")


@cli.command()
@docs_option
@today_option
@click.option("--by", default="", metavar="ROLE", help="The role in which you take it away.")
@click.option("--why", default="", metavar="REASON", help="Why it must go.")
@click.argument("key", metavar="KEY")
def withdraw(docs: Path, today: datetime.datetime, by: str, why: str, key: str) -> None:
    """Take a confirmed fact off the site, such as a contact that somebody else answers."""
    content = read(docs, today.date())
    apply(urgent.withdraw(content, docs, key, by, why, today.date()), today.date())
    click.echo(f"From now on pages show instead: {urgent.shown_instead(content, key)}")
    pages = urgent.pages_with(content, key)
    click.echo(f"That is on {len(pages)} pages:" if pages else "No page shows it.")
    for path in pages:
        click.echo(path)
    click.echo("Now commit and push.")


@cli.command()
@docs_option
@click.option("--now", default=datetime.datetime.now().astimezone().isoformat("T", "minutes"), help="When it begins.")
@click.option("--for", "lasts", default="1d", show_default=True, help="How long it holds: 30m, 2h, 1d.")
@click.option("--level", default="notice", show_default=True, type=click.Choice(["urgent", "notice"]))
@click.option("--by", default="", metavar="ROLE", help=f"The role in which you have read it: {', '.join(ROLES)}.")
@click.option("--title-zh", default="", help="What has happened, in few words.")
@click.option("--title-en", default="")
@click.option("--text-zh", default="", help="Whom it concerns, what to do now and what not to do, in one sentence.")
@click.option("--text-en", default="")
@click.option("--over", is_flag=True, help="What was announced under that name ends now.")
@click.argument("name", metavar="NAME")
def announce(
    docs: Path, now: str, lasts: str, level: str, by: str, title_zh: str, title_en: str, text_zh: str, text_en: str,
    over: bool, name: str,
) -> None:  # fmt: skip
    """Announce something in both languages, from now on; without texts, begin an announcement to be filled in."""
    try:
        moment = datetime.datetime.fromisoformat(now).replace(second=0, microsecond=0)
    except ValueError:
        raise click.BadParameter(f'"{now}" is no time such as 2026-01-31T14:00+08:00') from None
    today = moment.date()
    content = read(docs, today)
    texts = {"TITLE_ZH": title_zh, "TITLE_EN": title_en, "TEXT_ZH": text_zh, "TEXT_EN": text_en}
    if not over and not any(texts.values()):
        apply(edit.new_announcement(content, docs, name, moment, urgent.duration(lasts), level), today)
        click.echo("Now fill in every TODO, in both languages.")
        click.echo(f"Then `make accept ARTICLE={edit.announcement_name(name, moment)} BY=…`, commit and push.")
        return
    if by not in ROLES:
        raise click.ClickException(f"the role is missing in which you have read it: BY={', BY='.join(ROLES)}.")
    if missing := [key for key, text in texts.items() if not text.strip() and not over]:
        raise click.ClickException(f"{', '.join(missing)} is missing: an announcement is in both languages.")
    if over:
        change = urgent.over(content, docs, name, moment, by)
    else:
        titles, said = {"zh": title_zh, "en": title_en}, {"zh": text_zh, "en": text_en}
        change = urgent.announcement(content, docs, name, moment, urgent.duration(lasts), level, by, titles, said)
    write(change, today)
    source = content_checks.read(docs.resolve(), today)
    paths = names_of(tuple(change.texts), docs.resolve().parent)
    if errors := content_checks.check(source).only(paths).of("error"):
        change.undo()
        for finding in errors:
            click.echo(str(finding), err=True)
        raise click.ClickException("nothing was changed: say it otherwise.")
    list_files(change)
    ends = (moment + urgent.duration(lasts)).isoformat(" ", "minutes")
    click.echo("It is over." if over else f"It holds until {ends}.")
    click.echo("Now commit and push.")


@cli.command("urgent")
@docs_option
@today_option
@click.argument("since", metavar="COMMIT")
def urgent_command(docs: Path, today: datetime.datetime, since: str) -> None:
    """Say whether all that changed since a commit is that facts were withdrawn and something announced."""
    try:
        reason = not_urgent_since(docs.resolve(), read(docs, today.date()), since)
    except HistoryError as error:
        reason = str(error)
    click.echo(f"Not urgent alone: {reason}." if reason else "Urgent alone: facts withdrawn, or something announced.")
    tell_github("GITHUB_OUTPUT", [f"only={'false' if reason else 'true'}"])


@cli.command()
@docs_option
@today_option
@click.option(
    "--queries", multiple=True, type=click.Path(path_type=Path, exists=True), help="Queries with their answers."
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
def rename(docs: Path, today: datetime.datetime, queries: tuple[Path, ...], old: str, new: str) -> None:
    """Move an article to a new name or section, or retire it in favour of another one. Its address leads on."""
    change = rename_article(read(docs, today.date()), docs, old, new, queries)
    apply(change, today.date())
    if change.retired:
        click.echo(f"{old} is retired. Read the files above once more: their link texts still speak of it.")
        click.echo("Then `make check`: what only the old article said may be said nowhere now.")


@cli.command("external-links")
@docs_option
def external_links_command(docs: Path) -> None:
    """Ask for every link to another site, and list those that nobody answers. Reports, and never fails."""
    content = read(docs, datetime.date.today())
    with tempfile.TemporaryDirectory() as folder:
        site_build.build(Path(folder, "site"), docs=docs, content=content)
        found = external_links.dead_links(Path(folder, "site"))
    lines = [f"{dead.url} ({dead.result}), linked from {dead.page}" for dead in found]
    lines = lines or ["Every link to another site is answered."]
    click.echo("\n".join(lines))
    tell_github("GITHUB_STEP_SUMMARY", ["## Links to other sites", "", *(f"- {line}" for line in lines)])


@cli.command()
@docs_option
@today_option
def status(docs: Path, today: datetime.datetime) -> None:
    """Write a page that shows the state of the whole content."""
    source = read_files(docs, today.date())
    file = ROOT / "site-status.html"
    page = content_status.html(source, content_checks.check(source), ROOT / "site-search-eval.json")
    edit.write(file, page.encode("utf-8"))
    click.echo(f"written {shown(file)}")


@cli.command()
def reference() -> None:
    """Write what is made from the code for writers and their editors: the list of rules, the schemas of the data."""
    folder = ROOT / "docs/_data/schemas"
    files = {rule_reference.FILE: rule_reference.text()}
    files |= {folder / f"{name}.json": text for name, text in schemas().items()}
    folder.mkdir(exist_ok=True)
    for file, text in files.items():
        edit.write(file, text.encode("utf-8"))
    click.echo(f"written {shown(rule_reference.FILE)} and {len(files) - 1} schemas in {shown(folder)}")


@cli.command()
@docs_option
@today_option
@click.option("--since", default="", metavar="COMMIT", help="List also what was accepted since a branch left COMMIT.")
def held(docs: Path, today: datetime.datetime, since: str) -> None:
    """Say what has changed since somebody read it, sentence by sentence. Fails where anything has."""
    content = read(docs, today.date())
    waiting = changes(docs.resolve(), content, accepted.held(content))
    try:
        noted = accepted_since(docs.resolve(), content, since) if since else []
    except HistoryError as error:
        raise click.ClickException(f"--since {since}: {error}") from None
    read_now = [f"{group} {name}: {record.by}, {record.date}" for (group, name), record in noted]
    click.echo("\n".join(held_lines(waiting)[1:] or ["Nothing is held: all of it stands as it was accepted."]))
    if since:
        click.echo("\n".join([f"Accepted since {since}: {len(noted)}.", *read_now]))
    shown_changes = ["```diff", *(line.removeprefix("    ") for change in waiting for line in change.lines()), "```"]
    summary = ["## Held until read", "", *(shown_changes if waiting else ["Nothing."])]
    if since:
        summary += ["", "## Accepted in this change", "", *(f"- {line}" for line in read_now or ["Nothing."])]
    tell_github("GITHUB_STEP_SUMMARY", summary)
    if waiting:
        raise click.ClickException(f"{len(waiting)} held. Read them, then: make accept ARTICLE=… BY={'|'.join(ROLES)}")


@cli.command()
@docs_option
@today_option
@click.argument("article", metavar="ARTICLE")
@click.option("--section", default="", help="One section by its anchor, or one entry of a data file.")
@click.option("--by", default="", metavar="ROLE", help=f"The role in which you have read it: {', '.join(ROLES)}.")
def accept(docs: Path, today: datetime.datetime, article: str, section: str, by: str) -> None:
    """Note that you have read an article, an announcement, a section's page or a data file in both languages; with
    "all", whatever is held."""
    if by not in ROLES:
        found = f'"{by}" is no role' if by else "the role is missing in which you have read it"
        raise click.ClickException(f"{found}: BY={', BY='.join(ROLES)}.")
    content = read(docs, today.date())
    waiting = {unit.place: unit for unit in accepted.held(content)}
    try:
        places = accepted.named(content, waiting, article, section)
        text = accepted.accept(content, places, by, today.date())
    except accepted.Unknown as error:
        raise click.ClickException(str(error)) from None
    except accepted.LeadsNowhere as gone:
        mend = "Redirect it in docs/_data/redirects.yml to the page that says now what readers look for"
        raise click.ClickException(f"{gone} is gone and leads nowhere. {mend}; then accept.") from None
    for change in changes(docs.resolve(), content, [waiting[place] for place in places if place in waiting]):
        click.echo("\n".join(change.lines()))
    for group, name in places:
        if (group, name) not in waiting:
            click.echo(f"{group} {name} as it was")
    file = docs / "_data" / accepted.FILE
    edit.write(file, text.encode("utf-8"))
    click.echo(f"written {shown(file)}: {len(places)} accepted by {by}")


@cli.command()
@docs_option
@click.argument("key", metavar="KEY")
def where(docs: Path, key: str) -> None:
    """List the lines that use a fact, a safety line, a picture or a network, or that lead to an article."""
    content = read(docs, datetime.date.today())
    if key not in (known := usage.known(content)):
        raise click.ClickException(f'there is no "{key}" in docs/. {did_you_mean(key, known)}'.rstrip())
    places = usage.places(content, key)
    for path, line in places:
        click.echo(f"{path}:{line}")
    click.echo(f"{len(places)} places." if places else "Nothing uses it, or leads to it.")


@cli.command()
@docs_option
def ways(docs: Path) -> None:
    """Draw where the articles lead on which somebody may be locked out, until it ends."""
    content = read(docs, datetime.date.today())
    for language in content.languages:
        click.echo(f"{language.name}\n\n{drawn(content, language.code)}\n")


def apply(change: edit.Change, today: datetime.date) -> None:
    """Write a change and list its files; a change that cannot be written leaves everything as it was."""
    write(change, today)
    list_files(change)


def write(change: edit.Change, today: datetime.date) -> None:
    """Write a change; one that cannot be written leaves everything as it was."""
    try:
        change.apply(today)
    except ContentError as error:
        report_problems(error.problems)
        raise click.ClickException("nothing was changed.") from None


def list_files(change: edit.Change) -> None:
    for file, text in change.texts.items():
        click.echo(f"{'removed' if text is None else 'written'} {shown(file)}")


def read(docs: Path, today: datetime.date) -> Content:
    """Load the content, or print what is wrong with it and end."""
    try:
        return load(docs.resolve(), today)
    except ContentError as error:
        raise refused(error.problems) from None


def read_files(docs: Path, today: datetime.date) -> content_checks.Loaded:
    """Load the content with its files, as rules want it, or print what is wrong with it and end."""
    source = content_checks.read(docs.resolve(), today)
    if not isinstance(source, content_checks.Loaded):
        raise refused(source.problems)
    return source


def refused(problems: Sequence[Problem]) -> click.ClickException:
    """Print what is wrong with the content. Returns what ends the command."""
    report_problems(problems)
    many = "s" if len(problems) > 1 else ""
    return click.ClickException(f"{len(problems)} mistake{many} in the content; nothing was built.")


def report_problems(problems: Sequence[Problem | publish_gate.Blocker]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


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
    except (edit.EditError, publish_folder.FolderError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except OSError as error:  # the disk is full, a folder may not be written to, a name is too long …
        click.echo(f"Error: {in_words(error)}", err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)


if __name__ == "__main__":
    main()
