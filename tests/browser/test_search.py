"""Searching as a reader does: in the box, on the built site, with the real worker and lunr.js."""

from __future__ import annotations

import pytest

from tests.browser.searching import BOX, PHRASE, RESULT, open_search, search, until

QUERIES = {
    "a complaint": ("", "提现两天了还没到账", "withdrawal-not-received"),
    "no spaces, mixed": ("", "tp钱包转usdt没到账", "deposit-not-arrived"),
    "Traditional script": ("", "充值沒到賬", "deposit-not-arrived"),
    "pinyin": ("", "chongzhimeidaozhang", "deposit-not-arrived"),
    "pinyin with spaces": ("", "chong zhi mei dao zhang", "deposit-not-arrived"),
    "initials": ("", "yzm", "verification-code-not-received"),
    "wrong characters": ("", "冲值没到帐", "deposit-not-arrived"),
    "a second character that sounds right": ("", "提县", "withdrawal-not-received"),
    "a first character that sounds right": ("", "替现", "withdrawal-not-received"),
    "an English term": ("", "transaction hash", "find-transaction-hash"),
    "full-width": ("", "ＴＸＩＤ在哪", "find-transaction-hash"),
    "a complaint, English": ("en/", "my deposit has not arrived yet", "deposit-not-arrived"),
    "a known typo": ("en/", "withdrawl not recieved", "withdrawal-not-received"),
    "an unknown typo": ("en/", "depossit missing", "deposit-not-arrived"),
    "not finished": ("en/", "transaction ha", "find-transaction-hash"),
    "names of JavaScript": ("", "constructor toString valueOf 充值没到账", "deposit-not-arrived"),
    "names of JavaScript, English": ("en/", "constructor hasOwnProperty deposit missing", "deposit-not-arrived"),
    "words joined": ("en/", "depositnotarrived", "deposit-not-arrived"),
    "a word cut": ("en/", "2 FA code not working", "verification-code-not-received"),
    "another dash": ("en/", "deposit trc–20 not arrived", "deposit-not-arrived"),
    "a Chinese term": ("en/", "交易哈希", "find-transaction-hash"),
}


@pytest.mark.parametrize("name", QUERIES)
def test_what_a_reader_types_finds_the_article(visit, name: str) -> None:
    path, text, slug = QUERIES[name]
    seen = visit(path)
    assert slug in search(seen.page, text)[:3]
    assert seen.trouble == []


def test_the_passage_is_shown_with_marks(visit) -> None:
    seen = visit("en/", width=360)
    search(seen.page, "block explorer")
    seen.page.locator(f"{RESULT} p mark").first.wait_for()
    seen.page.locator(f"{RESULT} small").first.wait_for()
    until(seen.page, "document.documentElement.scrollWidth <= innerWidth")  # once the box has opened


def test_nothing_is_loaded_before_the_first_sign(browser, sample_address: str) -> None:
    page = browser.new_page()
    loaded: list[str] = []
    page.on(
        "request", lambda request: "/search/" in request.url and loaded.append(request.url.rpartition("/search/")[2])
    )
    page.goto(sample_address + "en/deposits/deposit-crypto/", wait_until="networkidle")
    assert loaded == []
    with page.expect_response("**/search/en/pack.json"):
        open_search(page)
    page.wait_for_load_state("networkidle")
    assert sorted(name.partition("?")[0] for name in loaded) == ["en/pack.json", "interface.js", "worker.js"]
    page.close()


def test_an_address_with_a_search_opens_it(visit) -> None:
    seen = visit("en/?q=transaction+hash")
    seen.page.locator(RESULT).first.wait_for()


@pytest.mark.parametrize(
    "text",
    [
        PHRASE,
        "1. " + PHRASE.replace(" ", "\n2. "),
        PHRASE.upper(),
        "my words are " + PHRASE,
        "的 一 是 在 不 了 有 和 人 这 中 大",
        "L" + "12AB" * 12 + "123",
    ],
)
def test_what_looks_like_a_secret_is_not_searched_and_leaves_the_address(visit, text: str) -> None:
    seen = visit("en/?q=x")
    seen.page.locator(BOX).fill(text)
    notice = seen.page.locator(".search-notice--danger")
    notice.wait_for()
    assert "not searched" in notice.inner_text()
    assert notice.locator("a").get_attribute("href").endswith("/en/security-scams/wallet-compromised/")
    assert seen.page.locator(RESULT).count() == 0
    assert "q=" not in seen.page.url
    assert seen.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").find("abandon") == -1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("", "我的钱包里面的币全部不见了怎么办"),
        ("", "提现一直在审核中已经过去三天"),
        ("", "用信用卡或借记卡买币充值"),  # twelve characters of the list, and by chance a valid checksum
        ("en/", "i sent money to my friend two days ago and she still has not got it what can i do"),
        ("en/", "the app wants me to enter my twelve words again after the update is that safe or a scam"),
    ],
)
def test_an_ordinary_question_is_not_taken_for_a_secret(visit, path: str, text: str) -> None:
    seen = visit(path)
    assert search(seen.page, text)


def test_sixty_four_digits_are_called_a_hash_and_a_risk(visit) -> None:
    seen = visit("en/")
    search(seen.page, "0x" + "ab12" * 16)
    notice = seen.page.locator(".search-notice--danger")
    assert "transaction hash" in notice.inner_text() and "private key" in notice.inner_text()
    assert "find-transaction-hash" in notice.locator("a").first.get_attribute("href")


@pytest.mark.parametrize(
    ("path", "text", "slug"),
    [
        ("", "客服电话多少", "phone-support"), ("en/", "what is the support phone number", "phone-support"),
        ("en/", "I want a refund", "fake-support-scams"),
    ],
)
def test_what_scammers_wait_for_shows_the_safety_article_first(visit, path: str, text: str, slug: str) -> None:
    assert search(visit(path).page, text)[0] == slug


def test_the_other_language_is_offered_where_this_one_has_nothing(visit) -> None:
    seen = visit("en/")
    search(seen.page, "区块浏览器颜色")
    seen = visit("en/")
    search(seen.page, "qqqqq zzzzz")
    notice = seen.page.locator(".search-notice")
    assert "Nothing was found" in notice.inner_text()
    assert notice.locator("a").count() >= 5


@pytest.mark.parametrize("text", ["<b>deposit</b>", "<img src=x onerror=alert(1)> deposit", "deposit <script>"])
def test_what_is_typed_never_becomes_markup(visit, text: str) -> None:
    seen = visit("en/")
    assert "deposit-not-arrived" in search(seen.page, text)
    assert seen.page.locator(".md-search__output").locator("b, img, script").count() == 0
    assert seen.trouble == []
