"""The worker's messages: what it is asked, and what it answers."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts.search.index import Article, Section, write

from .conftest import EN, TABLES, ZH

SETUP, READY, QUERY, RESULT, FAILED, OUTDATED = range(6)
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access"


SAY = ("secret", "secret_title", "hash", "hash_title", "paused", "none", "other", "found")
IS_READY = {
    "type": READY,
    "data": {"say": {name: f"{name} in en" for name in SAY}, "popular": [["Late & lost", "late/"]]},
}


@pytest.fixture
def worker(engine, root: str) -> Any:
    """A worker that was set up for English."""
    started = engine("worker.js")
    send(started, SETUP, {"root": root, "code": "en"})
    assert posted(started) == [IS_READY]
    return started


def send(worker, kind: int, data: object) -> None:
    worker("(self.onmessage({ data: { type, data } }), null)", type=kind, data=data)


def posted(worker) -> list[dict]:
    return worker("posted.splice(0)")


def ask(worker, query: str) -> list[dict]:
    """The answers to a query."""
    send(worker, QUERY, query)
    messages = posted(worker)
    assert [message["type"] for message in messages] == [RESULT] * len(messages)
    assert [message["data"]["query"] for message in messages] == [query] * len(messages)
    return [message["data"] for message in messages]


def test_a_pack_that_the_page_fetched_is_not_fetched_again(engine, root: str) -> None:
    worker = engine("worker.js")
    path = f"{root}search/en/pack.json"
    worker("(async () => { globalThis.pack = await fetchJson(path); fetched = []; })()", path=path)
    worker("(self.onmessage({ data: { type: 0, data: { root, code: 'en', pack } } }), null)", root=root)
    assert posted(worker) == [IS_READY]
    assert worker("fetched") == []


def test_titles_come_first_then_passages(worker) -> None:
    first, second = ask(worker, "deposit missing")
    assert first["items"][0]["url"] == second["items"][0]["url"] == "en/deposits/missing/"
    assert first["items"][0]["passage"] is None
    assert second["items"][0]["passage"] == ['Check the "hash" first.']
    assert "notice" not in second


def test_texts_are_said_as_they_stand(worker) -> None:
    """Neither escaped nor taken for markup, whatever was asked."""
    for query in ("deposit", "<b>deposit</b>", "hash", "explorer", "<img src=x onerror=alert(1)> deposit"):
        for answer in ask(worker, query):
            assert {"".join(item["title"]) for item in answer["items"]} <= {article.title for article in EN}
            assert {item["group"] for item in answer["items"]} <= {article.group for article in EN}


def test_an_answer_says_whether_there_may_be_more(release) -> None:
    worker, folder = release
    publish(folder, "en", [Article(f"en/{n}/", f"Novelty {n}", "News", "It is new.", (), ()) for n in range(11)])
    worker("renewed(0).then(() => null)")
    assert [(len(answer["items"]), answer["most"]) for answer in ask(worker, "novelty")] == [(10, True)] * 2
    assert [(len(answer["items"]), answer["most"]) for answer in ask(worker, "novelty 3")][:1] == [(10, True)]
    publish(folder, "en", [NEW])
    worker("renewed(1).then(() => null)")
    assert [(len(answer["items"]), answer["most"]) for answer in ask(worker, "new")] == [(1, False)] * 2


# Operators, emoji, marks of direction, HTML and noise among words that find something.
NOISE = [
    *"0123456789  '\"<>/&:~^*+-|\\()[]{}.?$#@!", "🙂", "\u202e", "\u200b", "Ａ", "𠀀", "é", "\n", "\ud800",
    "<img src=x onerror=alert(1)>", "title:", "</p>",
]
WORDS = ["deposit", "hash", "explorer", "cash out", "withdrawl", "提现", "chongzhi"]


def test_any_query_has_an_answer_in_whole_texts(worker) -> None:
    randomly, found = random.Random(20260131), 0
    titles = {article.title for article in (*EN, *ZH)}
    queries = ["".join(randomly.choices(NOISE + WORDS, k=randomly.randint(1, 20))) for _ in range(400)]
    for query in [*queries, "a" * 10_000, "提" * 10_000, "* : ~1 ^9 +a -b"]:
        answers = ask(worker, query)
        assert answers, query
        for item in (item for answer in answers for item in answer["items"]):
            assert "".join(item["title"]) in titles, query
            assert all(item["title"][1::2]), "what is marked is something"
            found += 1
    assert found > len(queries), "most of them find something"


def test_an_empty_query_has_an_empty_answer(worker) -> None:
    assert ask(worker, " ") == [{"query": " ", "items": [], "most": False}]


def test_only_the_newest_query_is_answered(worker) -> None:
    worker("(['deposit', 'hash'].forEach((data) => self.onmessage({ data: { type: 2, data } })), null)")
    assert {message["data"]["query"] for message in posted(worker)} == {"hash"}


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        (PHRASE, "secret"),
        ("1. " + PHRASE.upper().replace(" ", ", "), "secret"),
        ("L" + "12AB" * 12 + "123", "secret"),
        ("0x" + "ab12" * 16, "hash"),
    ],
)
def test_a_secret_is_answered_with_a_warning_alone(worker, query: str, kind: str) -> None:
    links = {"secret": [["Emergency", "emergency/"]], "hash": [["Find the hash", "hash/"]]}
    notice = {"danger": True, "title": f"{kind}_title in en", "text": f"{kind} in en", "links": links[kind]}
    assert ask(worker, query) == [{"query": query, "items": [], "notice": notice, "most": False}]


def test_words_of_a_phrase_so_far_change_no_results(worker) -> None:
    """And fetch nothing for them."""
    ask(worker, "abandon ability able")  # the list comes
    before = ask(worker, "deposit missing")[-1]["items"]
    worker("fetched = []")
    (answer,) = ask(worker, "abandon ability able absent")
    assert answer["notice"] == {"paused": True, "text": "paused in en"}
    assert answer["items"] == before
    assert worker("fetched") == []


@pytest.mark.parametrize("before", ["", "my recovery phrase is "])
@pytest.mark.parametrize(
    "words",
    ["abandon ability able absent absorb", "的 一 是 在 不", "あいこくしん あいさつ あいだ あおぞら あかちゃん"],
)
def test_a_phrase_that_is_typed_fetches_nothing_from_its_fourth_word_on(worker, before: str, words: str) -> None:
    text = before + words
    start = len(before + " ".join(words.split()[:3])) + 1
    for end in range(1, start + 1):
        ask(worker, text[:end])
    assert worker("fetched.length"), "the words before were searched"
    worker("fetched = []")
    for end in range(start + 1, len(text)):
        assert all("notice" in answer for answer in ask(worker, text[:end])), text[:end]
    assert worker("fetched") == []


def test_after_a_warning_the_next_words_of_the_phrase_are_not_searched(worker) -> None:
    ask(worker, PHRASE)
    worker("fetched = []")
    for rest in ("ac", "accident", "accident account"):
        send(worker, QUERY, rest)
        assert posted(worker) == []
    (again,) = ask(worker, "accident account accuse")
    assert again["notice"]["danger"], "the page empties its field again"
    assert worker("fetched") == []
    assert ask(worker, "where is my deposit")[0]["items"]
    assert ask(worker, "accident"), "a word as any other again"


def test_a_list_is_loaded_only_for_what_may_hold_its_words(worker) -> None:
    loaded = "fetched.filter((url) => url.includes('lists')).map((url) => url.split('/').pop().split('-')[0])"
    ask(worker, "where is my deposit")
    assert worker(loaded) == []
    for _ in range(2):
        ask(worker, PHRASE)
    assert worker(loaded) == ["en"]


def test_without_its_lists_the_search_goes_on(engine, root: str, tmp_path: Path) -> None:
    shutil.copytree(f"{root}search/en", tmp_path / "search/en")
    shutil.copytree(f"{root}search/zh", tmp_path / "search/zh")
    worker = engine("worker.js")
    send(worker, SETUP, {"root": f"{tmp_path}/", "code": "en"})
    posted(worker)
    assert ask(worker, "my deposit missing since yesterday evening")[0]["items"]


# How a request fails: each makes an answer of the address and of the file's own answer.
FAILURES = {
    "refused": "() => { throw new TypeError('refused'); }",
    "404": "() => ({ ok: false, status: 404, json: async () => null })",
    "a host's page": "() => ({ ok: true, status: 200, json: async () => JSON.parse('<!doctype html>') })",
    "cut off": "(file) => ({ ...file, json: async () => JSON.parse('{\"a\": [1,') })",
}


def fail(worker, pattern: str, how: str, times: int = 1_000) -> None:
    """Have so many requests for the files of a pattern fail."""
    worker(
        f"""(globalThis.honest ??= fetch, globalThis.left = times, globalThis.fetch = async (url) => {{
          const file = await honest(url);
          return new RegExp(pattern).test(url) && left-- > 0 ? ({FAILURES[how]})(file) : file;
        }}, null)""",
        pattern=pattern, times=times,
    )  # fmt: skip


def kinds(worker, query: str) -> list[int]:
    send(worker, QUERY, query)
    return [message["type"] for message in posted(worker)]


@pytest.mark.parametrize("how", FAILURES)
def test_a_request_that_fails_once_is_not_noticed(worker, how: str) -> None:
    fail(worker, "rare", how, times=1)
    (answer,) = ask(worker, "explorer")
    assert answer["items"][0]["url"] == "en/deposits/missing/"


@pytest.mark.parametrize("how", FAILURES)
def test_where_nothing_can_be_loaded_the_page_is_told_and_the_next_query_tries_again(worker, how: str) -> None:
    fail(worker, "json", how)
    assert kinds(worker, "explorer") == [FAILED]
    assert kinds(worker, "explorer") == [FAILED]
    fail(worker, "nothing", how)
    assert kinds(worker, "explorer") == [RESULT]


@pytest.mark.parametrize("how", FAILURES)
def test_a_language_that_could_not_be_loaded_is_ready_later(engine, root: str, how: str) -> None:
    worker = engine("worker.js")
    fail(worker, "pack", how)
    send(worker, SETUP, {"root": root, "code": "en"})
    assert posted(worker) == [{"type": FAILED}]
    fail(worker, "nothing", how)
    assert kinds(worker, "deposit") == [READY, RESULT, RESULT]


@pytest.mark.parametrize("how", FAILURES)
def test_without_passages_results_stay(worker, how: str) -> None:
    fail(worker, "text|leads", how)
    answer = ask(worker, "deposit missing")[-1]
    assert answer["items"][0]["url"] == "en/deposits/missing/"


@pytest.fixture
def release(engine, root: str, tmp_path: Path) -> tuple[Any, Path]:
    """A worker on a site of its own, and its folder."""
    shutil.copytree(f"{root}search", tmp_path / "search")
    worker = engine("worker.js")
    send(worker, SETUP, {"root": f"{tmp_path}/", "code": "en"})
    posted(worker)
    return worker, tmp_path


def publish(folder: Path, code: str, articles: list[Article], **more: str) -> None:
    """Write one language anew, as a release does."""
    pack = json.loads((folder / "search" / code / "pack.json").read_text("utf-8"))
    names = ("first", "say", "popular", "secret", "hash", "ways_on", "other", "name", "html", "lists")
    extra = {name: pack[name] for name in names}
    shutil.rmtree(folder / "search" / code)
    write(folder / "search" / code, articles, TABLES, extra | more)


NEW = Article("en/new/", "Something new", "News", "It is new.", (), (Section("", "", "An explorer of novelties."),))


@pytest.mark.parametrize(
    ("code", "articles", "query", "location"),
    [("en", [NEW], "novelties", "en/new/"), ("zh", [NEW, *ZH], "验证码没收到", "account/code/")],
)
def test_a_release_under_an_open_page_is_noticed(
    release, code: str, articles: list[Article], query: str, location: str
) -> None:
    worker, folder = release
    ask(worker, "deposit missing")
    worker("language('zh').then(() => null)")
    publish(folder, code, articles)
    answer = ask(worker, query)[-1]
    assert answer["items"][0]["url"] == location
    assert answer["items"][0]["passage"]


def test_a_release_that_cannot_be_read_is_no_endless_loop(release) -> None:
    worker, folder = release
    publish(folder, "en", [NEW])
    for file in (folder / "search/en").glob("rare-*"):
        file.unlink()
    worker("fetched = []")
    assert kinds(worker, "novelties") == [FAILED]
    assert len(worker("fetched")) < 20


def test_a_release_with_another_worker_asks_the_page_for_it(release) -> None:
    worker, folder = release
    publish(folder, "en", [NEW], worker="0123456789")
    send(worker, QUERY, "novelties")
    assert posted(worker) == [{"type": OUTDATED, "data": "0123456789"}]


def test_where_nothing_is_found_the_other_language_answers(worker) -> None:
    (answer,) = ask(worker, "验证码没收到")
    assert answer["notice"] == {"text": "other in en"}
    assert answer["items"][0]["url"] == "account/code/"
    assert (answer["items"][0]["group"], answer["items"][0]["lang"]) == ("ZH · 账户", "zh-x")


# Of pauses only those end that are shorter than a slow reader's from key to key.
SLOWLY = "(globalThis.setTimeout = (then, pause) => { if (pause < 800) Promise.resolve().then(then); }, null)"


def test_while_a_line_is_typed_the_other_language_is_left_alone(worker) -> None:
    worker(SLOWLY)
    worker("fetched.splice(0)")
    for query in ("q", "qq", "qqq", "qqq z", "qqq", "qq"):
        assert ask(worker, query) == [{"query": query, "items": [], "most": False}]
    assert worker("fetched.filter((url) => url.includes('search/zh/'))") == []


@pytest.mark.parametrize("before", ["", "deposit", "验证码没到"])
def test_a_line_that_was_not_typed_is_looked_for_there_at_once(worker, before: str) -> None:
    if before:
        ask(worker, before)
    worker(SLOWLY)
    (answer,) = ask(worker, "验证码没收到")
    assert answer["items"][0]["url"] == "account/code/"


def test_a_typed_line_is_looked_for_there_when_the_reader_rests(worker) -> None:
    for query in ("验", "验证"):
        empty, answer = ask(worker, query)
        assert (empty["items"], answer["items"][0]["url"]) == ([], "account/code/")


def test_where_neither_knows_there_are_ways_on(worker) -> None:
    (answer,) = ask(worker, "qqqqq zzzzz")
    assert answer["notice"] == {"text": "none in en", "links": [["Deposits", "deposits/"]]}
    assert answer["items"] == []
