"""What a reader sees of a result: nothing of an article or a query becomes markup."""

from __future__ import annotations

import pytest

from .conftest import EN, ZH

MARK = "<mark data-md-highlight>"


def test_a_text_is_escaped(engine) -> None:
    assert engine("showing.js")("escaped(text)", text="<b>&\"'</b>") == "&#60;b&#62;&#38;&#34;&#39;&#60;/b&#62;"


@pytest.mark.parametrize(
    ("code", "query", "text", "marked"),
    [
        ("en", "deposit", "My Deposits <b>", f"My {MARK}Deposits</mark> &#60;b&#62;"),
        ("en", "posit", "deposit", "deposit"),  # not inside a word
        ("en", "the deposit", "the deposit", f"the {MARK}deposit</mark>"),
        ("en", "c++ (x", "c++ (x) <", "c++ (x) &#60;"),
        ("en", "b", "<b>", "&#60;b&#62;"),
        ("en", "<bold>", "a <bold> word", f"a &#60;{MARK}bold</mark>&#62; word"),
        ("zh", "充值没有到账", "没有到账<", f"{MARK}没有到账</mark>&#60;"),  # neighbouring pairs are one mark
        ("zh", "充值，到账", "充值没到账", f"{MARK}充值</mark>没{MARK}到账</mark>"),
    ],
)
def test_the_querys_words_are_marked(engine, code: str, query: str, text: str, marked: str) -> None:
    assert engine("showing.js")(f"marker({code}, query)(text)", query=query, text=text) == marked


FILL = "无关的话。" * 40  # 200 characters


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("到账", "没到账。", "没到账。"),
        ("到账", FILL, FILL[:120] + "…"),
        ("到账", FILL + "没到账。", "…" + (FILL + "没到账。")[90:]),
        ("到账", "没到账。" + FILL, "没到账。" + FILL[:116] + "…"),
        ("到账", "㍿" + FILL + "没到账。", "㍿" + FILL[:119] + "…"),  # places in the normalised text are other places
    ],
)
def test_an_excerpt_holds_most_of_the_query(engine, query: str, text: str, shown: str) -> None:
    assert engine("showing.js")("excerpt(zh, text, query)", query=query, text=text) == shown


def results(engine, code: str, article: int, best: int, texts: str, language: str | None = None) -> list[dict]:
    found = [{"article": article, "best": best, "score": 2.5}]
    return engine("showing.js")(
        f"shown({code}, found, query, {texts.format(code=code)}, language)",
        found=found, query="deposit", language=language,
    )[0]  # fmt: skip


def test_a_result_says_where_it_is_and_what_it_says(engine) -> None:
    assert results(engine, "en", 0, 0, "passages({code}, found)") == [
        {
            "location": EN[0].url,
            "title": f"<small>Deposits &#38; more</small>{MARK}Deposit</mark> &#60;b&#62;missing&#60;/b&#62;",
            "text": "<p>Check the &#34;hash&#34; first.</p>",
            "score": 2.5,
            "terms": {},
        }
    ]


def test_before_the_texts_have_come_there_is_no_passage(engine) -> None:
    assert results(engine, "en", 0, 0, "undefined")[0]["text"] == ""


def test_the_best_section_is_a_result_of_its_own(engine) -> None:
    # documents of the first article: title, lead, two questions, the texts before the first heading, "Find the <hash>"
    article, section = results(engine, "en", 0, 5, "passages({code}, found)")
    assert article["text"] == ""
    assert section["location"] == f"{EN[0].url}#hash"
    assert section["title"] == "Find the &#60;hash&#62;"
    assert section["text"] == "<p>Open an explorer &#38; look at confirmations.</p>"


def test_what_stands_before_the_first_heading_has_no_anchor(engine) -> None:
    (article,) = results(engine, "en", 0, 4, "passages({code}, found)")
    assert article["text"] == "<p>Wait &#60;first&#62;.</p>"


def test_of_what_is_not_seen_at_once_the_lead_is_read(engine) -> None:
    found = [{"article": 0, "best": 5, "score": 1}] * 4
    start = engine("showing.js")
    seen, *_, below = start("shown(en, found, 'deposit', passages(en, found))", found=found)
    assert [item["text"] for item in seen] == ["", "<p>Open an explorer &#38; look at confirmations.</p>"]
    assert [(item["location"], item["text"]) for item in below] == [
        (seen[0]["location"], "<p>Check the &#34;hash&#34; first.</p>")
    ]


def test_an_article_of_the_other_language_says_so(engine) -> None:
    (article,) = results(engine, "zh", 0, 0, "undefined", "简体 <中文>")
    assert article["title"].startswith("<small>简体 &#60;中文&#62; · 充值 &#38; 提现</small>")
    assert article["location"] == ZH[0].url
