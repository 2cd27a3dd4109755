"""What must be on the site within minutes: a fact is taken away, something is announced, or what was announced is over.

Whoever does it has read it: each change notes that it was accepted, so that nothing holds it back. `not_urgent` says of
a whole change what it does beyond this.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from .accepted import FILE, group_of, held, units_of_page
from .edit import Change, EditError, announcement_files, announcement_name
from .facts import Role
from .model import Content
from .pages import ANNOUNCEMENTS, LONGEST, Announcement
from .problems import did_you_mean

FACTS = "facts.yml"
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def withdraw(content: Content, docs: Path, key: str, by: str, why: str, today: datetime.date) -> Change:
    """Take away a fact that was confirmed: from now on pages show what they would without it.

    Raises EditError where there is nothing to take away, or no role or reason is given.
    """
    if by not in (roles := get_args(Role)):
        raise EditError(f'"{by}" is no role. Say BY={", BY=".join(roles)}.')
    if not why.strip():
        raise EditError('the reason is missing. Say why it must go: WHY="somebody else reads this mailbox".')
    if key not in content.facts:
        raise EditError(f'there is no fact "{key}". {did_you_mean(key, content.facts)}'.rstrip())
    fact = content.facts[key]
    if fact.withdrawn:
        raise EditError(f"{key} was withdrawn on {fact.withdrawn.date} ({fact.withdrawn.by}): {fact.withdrawn.why}")
    if fact.state != "confirmed":
        raise EditError(f"{key} is {fact.state.replace('_', ' ')}: there is nothing to withdraw.")
    file, located = docs / "_data" / FACTS, content.data[FACTS]
    change = Change(docs)
    number = located.line((*key.split("."), "confirmed"))
    line = change.read(file).split("\n")[number - 1]
    if not re.match(r"\s*confirmed:", line):
        raise EditError(f"{located.path}:{number}: the fact stands there in a way that only you can change.")
    indent = line[: len(line) - len(line.lstrip())]
    noted = f"{indent}withdrawn: {{by: {by}, date: {today}, why: {json.dumps(why, ensure_ascii=False)}}}"
    change.replace_lines(file, number, number, [noted])
    change.accepts = [(FACTS, key)], "support-lead"
    return change


def announcement(
    content: Content, docs: Path, slug: str, now: datetime.datetime, lasts: datetime.timedelta, level: str, by: str,
    titles: dict[str, str], texts: dict[str, str],
) -> Change:  # fmt: skip
    """A whole announcement, by language code its title and, in one sentence, what has happened and what to do. It holds
    from `now` on. Raises EditError."""
    change = Change(docs)
    ends = now + lasts
    for code, file in announcement_files(content, docs, slug, now).items():
        front = {
            "title": json.dumps(titles[code], ensure_ascii=False),
            "description": json.dumps(texts[code], ensure_ascii=False),
            "level": level,
            "starts": now.isoformat(" ", "minutes"),
            "ends": ends.isoformat(" ", "minutes"),
        }
        lines = [f"{key}: {value}" for key, value in front.items()]
        change.texts[file] = "\n".join(["---", *lines, "---", "", f"{{{{ {content.navigation.home_safety} }}}}", ""])
    change.accepts = [(f"{ANNOUNCEMENTS}/{announcement_name(slug, now)}/", "top")], by
    return change


def over(content: Content, docs: Path, slug: str, now: datetime.datetime, by: str) -> Change:
    """An announcement ends now. Raises EditError where none of that name holds or is to come."""
    first = content.languages[0].code
    waiting = {page.slug: page for page in content.announcements(first) if page.front.ends > now}
    names = [name for name in waiting if slug in (name, name[len("2026-01-31-") :])]
    if not names:
        mend = did_you_mean(slug, waiting) or (f"There are: {', '.join(waiting)}." if waiting else "There is none.")
        raise EditError(f'no announcement "{slug}" holds or is to come. {mend}')
    page = waiting[names[0]]
    ends = max(now, page.front.starts + datetime.timedelta(minutes=1))  # one that is to come holds for a minute
    change = Change(docs)
    for language in content.languages:
        same = content.pages[language.code, page.address]
        file, line = docs.parent / same.path, same.located.line(("ends",))
        change.change_line(file, line, r"(?<=^ends: ).*$", ends.isoformat(" ", "minutes"))
    group = group_of(page)
    pages = [content.pages[language.code, page.address] for language in content.languages]
    change.accepts = [place for place in units_of_page(pages) if place[0] == group], by
    return change


def duration(text: str) -> datetime.timedelta:
    """30m, 2h or 1d. Raises EditError for anything else, and for more than 30 days."""
    match = re.fullmatch(r"([1-9][0-9]{0,3})([mhd])", text)
    if not match:
        raise EditError(f'"{text}" is no time such as FOR=30m, FOR=2h or FOR=1d.')
    found = datetime.timedelta(**{_UNITS[match[2]]: int(match[1])})
    if found > datetime.timedelta(days=LONGEST):
        raise EditError(f"FOR={text} is too long: an announcement holds for at most {LONGEST} days.")
    return found


def not_urgent(before: Content, after: Content) -> str:
    """What a change does beyond withdrawing facts and announcing, in a few words; nothing where it does no more.

    Both are whole contents: it is decided on what they mean, not on how they are written.
    """
    return next(_other_changes(before, after), "")


def _other_changes(before: Content, after: Content) -> Iterator[str]:
    yield from _other_facts(before, after)
    for key in before.pages.keys() | after.pages.keys():
        was, page = before.pages.get(key), after.pages.get(key)
        if not page or (not was and not isinstance(page, Announcement)):
            yield f"{(was or page).path} is {'new' if page else 'gone'}"  # type: ignore[union-attr]
        elif isinstance(page, Announcement) or not was:
            continue
        elif (was.body, was.located.data) != (page.body, page.located.data):
            yield f"{page.path} changed"
    for name in before.data.keys() | after.data.keys():
        if name not in (FACTS, FILE) and before.data[name].data != after.data[name].data:
            yield f"docs/_data/{name} changed"
    gone = {(FACTS, key) for key, fact in after.facts.items() if fact != before.facts.get(key)}
    for place in _accepted_otherwise(before, after) - gone:
        yield f"{' '.join(place)} was accepted"


def _other_facts(before: Content, after: Content) -> Iterator[str]:
    waiting = {unread.place for unread in held(before)}
    for fact in before.facts.keys() | after.facts.keys():
        old, new = before.facts.get(fact), after.facts.get(fact)
        if old == new:
            continue
        if not (old and new and not old.withdrawn and old.model_copy(update={"withdrawn": new.withdrawn}) == new):
            yield f"the fact {fact} changed otherwise than by being withdrawn"
        elif (FACTS, fact) in waiting:  # its change would be accepted along with it
            yield f"the fact {fact} was held before it was withdrawn"
    silenced = [[comment for _, comment in content.data[FACTS].silenced] for content in (before, after)]
    if silenced[0] != silenced[1]:
        yield f"docs/_data/{FACTS} silences other rules"


def _accepted_otherwise(before: Content, after: Content) -> set[tuple[str, str]]:
    """The places whose records differ, but for announcements."""
    records = [
        {((group, name), record) for group, named in content.accepted.items() for name, record in named.items()}
        for content in (before, after)
    ]
    places = {place for place, _ in records[0] ^ records[1]}
    return {place for place in places if not re.fullmatch(rf"{ANNOUNCEMENTS}/.+/", place[0])}


def shown_instead(content: Content, key: str) -> str:
    """What pages show of a fact that was withdrawn, in each language."""
    shown = {language.name: content.facts[key].shown(language, "withdrawn") for language in content.languages}
    return "; ".join(f"{name}: {' '.join(filter(None, (said.text, said.mark)))}" for name, said in shown.items())


def pages_with(content: Content, key: str) -> list[str]:
    """The source files of the pages that show a fact, in order."""
    return sorted({page.path for page in content.applying if key in {used.key for used in page.facts()}})
