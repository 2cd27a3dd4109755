"""What {{ key }} and ::: blocks become, by the state of the fact and the operator's setting."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from scripts.content import ContentError, load
from scripts.site.build import build
from scripts.site.render import render
from tests.confirmed import DATE, NOT_OFFERED, UNCONFIRMED, WITHDRAWN, confirm
from tests.conftest import NOW, ROOT, TODAY

PAGE = "zh/deposits/deposit-crypto.md"


def rendered(docs: Path, body: str, code: str = "zh") -> str:
    """The HTML of the Chinese or English deposit-crypto with another body."""
    for language in ("zh", "en"):
        path = docs / PAGE.replace("zh/", f"{language}/", 1)
        front = path.read_text("utf-8").split("---\n")[1]
        path.write_text(f"---\n{front}---\n\n{body}\n\n{{{{ SAFE-1 }}}}\n", "utf-8")
    content = load(docs, TODAY)
    return render(content.article(code, "deposit-crypto"), content)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("zh", '1–2 个工作日<span class="mark">（未核实）</span>'),
        ("en", '1–2 business days<span class="mark"> (not yet confirmed)</span>'),
    ],
)
def test_an_unconfirmed_figure_is_shown_with_a_quiet_mark(docs: Path, code: str, shown: str) -> None:
    fact = f'<span class="fact" data-fact="deposit.arrival_time">{shown}</span>'
    assert fact in rendered(docs, "{{ deposit.arrival_time }}", code)


def test_an_unconfirmed_contact_is_not_shown_at_all(docs: Path) -> None:
    facts = docs / "_data/facts.yml"
    text = facts.read_text("utf-8").replace(
        "    kind: contact\n    name: {zh: 客服电话",
        "    kind: contact\n    value: '+000 12345'\n    name: {zh: 客服电话",
    )
    assert "12345" in text
    facts.write_text(text, "utf-8")
    body = rendered(docs, "客服电话：{{ support.phone }}。")
    assert "12345" not in body
    assert "没有已核实的客服电话" in body


def test_confirmed_facts_carry_no_mark_and_contacts_become_links(docs: Path) -> None:
    confirm(docs)
    body = rendered(
        docs,
        "{{ deposit.arrival_time }} {{ support.email.address }} {{ status.status_page_url }} "
        "刷卡{{ deposit.methods.card }}。",
    )
    assert "1–2 个工作日</span>" in body
    assert '<a href="mailto:support@wallet.test">support@wallet.test</a>' in body
    assert '<a href="https://status-status-page-url.wallet.test/">' in body
    assert "刷卡。" in body
    assert "未核实" not in body


def test_what_is_not_offered_disappears_and_the_page_says_so(docs: Path) -> None:
    confirm(docs, deposit__methods__card=NOT_OFFERED)
    body = rendered(
        docs,
        "| 方式 | 多久 |\n| --- | --- |\n"
        "| 转币{{ deposit.methods.crypto }} | 快 |\n| 刷卡{{ deposit.methods.card }} | 慢 |\n\n"
        "::: offered deposit.methods.card\n刷卡的步骤\n:::\n\n之后",
    )
    assert "转币" in body and "之后" in body
    assert "慢" not in body and "刷卡的步骤" not in body
    assert body.count("目前不提供：信用卡充值。") == 2


def test_what_nobody_has_confirmed_yet_is_shown_with_a_mark(docs: Path) -> None:
    key = "deposit.methods.card"
    body = rendered(docs, f"| 方式 |\n| --- |\n| 刷卡{{{{ {key} }}}} |\n\n::: offered {key}\n步骤\n:::")
    assert "刷卡" in body and "步骤" in body and "目前不提供" not in body
    assert body.count("（未核实）") == 1


BRANCHES = "前\n\n::: self-custody\n自己保管\n:::\n\n::: custodial\n平台保管\n:::\n\n后"


def test_both_kinds_of_account_stand_below_their_names_with_a_button_each(docs: Path) -> None:
    page = BeautifulSoup(rendered(docs, BRANCHES), "html.parser")
    names = ["抄过 12 或 24 个助记词", "邮箱或手机号加密码"]
    assert [button.text for button in page.select("fieldset button")] == names
    blocks = page.select(".tabbed-set > .tabbed-block")
    assert [block["data-kind"] for block in blocks] == [b["data-kind"] for b in page.select("fieldset button")]
    assert [block.text.split() for block in blocks] == [
        [*names[0].split(), "自己保管"], [*names[1].split(), "平台保管"]
    ]  # fmt: skip


def test_what_one_kind_of_account_alone_is_told_has_its_name_and_no_button(docs: Path) -> None:
    page = BeautifulSoup(rendered(docs, "前\n\n::: custodial\n平台保管\n:::"), "html.parser")
    assert page.select("button") == []
    assert page.select_one(".tabbed-title").text == "邮箱或手机号加密码"


@pytest.mark.parametrize(
    ("model", "kept", "gone"), [("custodial", "平台保管", "自己保管"), ("self-custody", "自己保管", "平台保管")]
)
def test_the_operators_setting_hides_the_other_kind(docs: Path, model: str, kept: str, gone: str) -> None:
    confirm(docs, custody__model={"value": model})
    body = rendered(docs, BRANCHES)
    assert kept in body and gone not in body
    assert "tabbed" not in body
    assert body.index("前") < body.index(kept) < body.index("后")


WRITTEN = "<i>&</i>"


def write_markup(docs: Path, name: str, where: tuple[str | int, ...]) -> None:
    """Let a text of a data file hold markup, in both languages."""
    file = docs / "_data" / name
    data = yaml.safe_load(file.read_text("utf-8"))
    node = data
    for step in where:
        node = node[step]
    for code in ("zh", "en"):
        node[code] += WRITTEN
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


@pytest.mark.parametrize(
    ("name", "where", "body"),
    [
        ("safety.yml", ("SAFE-1",), ""),
        ("glossary.yml", ("chain", 0, "definition"), "{{ glossary.chain }}"),
    ],
)
def test_words_of_data_are_text_not_markup(docs: Path, name: str, where: tuple[str | int, ...], body: str) -> None:
    write_markup(docs, name, where)
    page = BeautifulSoup(rendered(docs, body), "html.parser")
    assert not page.select("i") and WRITTEN in page.get_text()


def test_titles_in_the_glossary_are_text_not_markup(docs: Path) -> None:
    slug = load(docs, TODAY).glossary["chain"][0].articles[0]
    (file,) = docs.glob(f"zh/*/{slug}.md")
    file.write_text(re.sub("^title: .*", f"title: {WRITTEN}", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    page = BeautifulSoup(rendered(docs, "{{ glossary.chain }}"), "html.parser")
    assert not page.select("i") and WRITTEN in [link.text for link in page.select("a")]


@pytest.mark.parametrize("words", ["caption", "alt"])
def test_words_of_pictures_are_text_not_markup(docs: Path, words: str) -> None:
    write_markup(docs, "pictures.yml", ("look-alike-addresses", words))
    page = rendered(docs, "{{ picture.look-alike-addresses }}")
    assert "<i>" not in page and "&lt;i&gt;" in page


@pytest.mark.parametrize("body", [
    "{{ deposit.provider }}", "{{ table.facts }}", "::: offered deposit.methods.card\n看\n:::",
    "| 看 |\n| --- |\n| 刷卡{{ deposit.methods.card }} |",
])  # fmt: skip
def test_words_of_facts_are_escaped(docs: Path, body: str) -> None:
    """Markup is refused when they are read; this is an ordinary text."""
    words = {"zh": "A & B", "en": "A & B"}
    provider = {"name": words, "value": words}
    confirm(docs, deposit__methods__card=NOT_OFFERED | {"name": words}, deposit__provider=provider)
    assert "A &amp; B" in rendered(docs, body + "\n\n{{ deposit.provider }} {{ deposit.methods.card }}")


@pytest.mark.parametrize(
    ("key", "value", "href"),
    [
        ("status.status_page_url", "https://wallet.test/a", "https://wallet.test/a"),
        ("brand.official_domains", "https://wallet.test", "https://wallet.test"),
        ("brand.official_domains", "wallet.test", None),
        ("support.email.address", "help@wallet.test", "mailto:help@wallet.test"),
        ("support.phone", "+000 000 000", None),
        ("deposit.provider", "help@wallet.test", None),
    ],
)
def test_only_addresses_of_the_web_and_of_email_become_links(
    docs: Path, key: str, value: str, href: str | None
) -> None:
    confirm(docs, **{key.replace(".", "__"): {"value": value}})
    link = BeautifulSoup(rendered(docs, f"{{{{ {key} }}}}"), "html.parser").a
    assert (link and link["href"]) == href


def test_the_heading_of_a_column_may_hold_quotes(docs: Path) -> None:
    page = BeautifulSoup(rendered(docs, '| 谁 | 点 "OK" & 等 |\n| --- | --- |\n| 我 | 是 |'), "html.parser")
    assert page.td.attrs == {"role": "cell", "data-label": '点 "OK" & 等'}


def test_the_glossary_shows_both_names_what_it_means_and_who_helps(docs: Path) -> None:
    body = rendered(docs, "{{ glossary.chain }}", "en")
    term = BeautifulSoup(body, "html.parser").select_one("dt#transaction-hash")
    assert str(term.span) == '<span lang="zh-Hans">交易哈希</span>'
    meaning = term.find_next_sibling("dd")
    assert meaning.text.startswith("The ID of an on-chain transaction. See ")
    links = [link["href"] for link in meaning.select("a")]
    assert "../deposit-not-arrived/" in links and "../../troubleshooting/find-transaction-hash/" in links


def test_an_article_names_its_words_where_there_is_a_glossary(sample_site: Path, docs: Path, tmp_path: Path) -> None:
    def words(site: Path) -> list[str]:
        page = BeautifulSoup((site / "en/deposits/deposit-not-arrived/index.html").read_text("utf-8"), "html.parser")
        return [link["href"] for link in page.select(".words a")]

    assert words(sample_site) == []
    rendered(docs, "{{ glossary.chain }}")
    build(tmp_path / "with", docs=docs, now=NOW)
    assert words(tmp_path / "with") == ["../deposit-crypto/#transaction-hash"]


def test_the_facts_in_use_are_listed_by_how_they_stand(docs: Path) -> None:
    confirm(docs, support__phone=NOT_OFFERED, support__email__address=WITHDRAWN, deposit__provider=UNCONFIRMED)
    body = rendered(docs, "{{ table.facts }} \n\n{{ support.help_center_url }}", "en")
    contacts, methods, _ = (part.text for part in BeautifulSoup(body, "html.parser").select("ul"))
    assert set(contacts.strip().split("\n")) == {
        "not offered: support phone number", "not yet confirmed: support e-mail",
        f"confirmed on {DATE}: address of this help center",
    }  # fmt: skip
    assert f"confirmed on {DATE}: signed-in device list, " in methods
    assert "service status page" not in body, "nothing uses it"
    assert "who holds the funds" not in body, "a setting"


@pytest.mark.parametrize(
    ("change", "preview", "unconfirmed"),
    [
        ({}, False, False),
        ({"deposit__methods__card": NOT_OFFERED}, False, False),
        ({"deposit__provider": UNCONFIRMED}, True, True),
        ({"deposit__provider": WITHDRAWN}, False, True),
        ({"status__status_page_url": UNCONFIRMED}, False, False),  # nothing uses it
    ],
)
def test_what_is_said_of_marks_stands_only_while_there_are_any(
    docs: Path, change: dict, preview: bool, unconfirmed: bool
) -> None:
    confirm(docs, **change)
    body = rendered(docs, "{{ deposit.provider }}\n\n::: preview\n没核实\n:::\n\n::: unconfirmed\n看标注\n:::\n\n之后")
    assert ("没核实" in body, "看标注" in body, "之后" in body) == (preview, unconfirmed, True)


def test_a_row_and_a_block_about_a_figure_or_contact_that_is_not_offered_go(docs: Path) -> None:
    confirm(docs, support__phone=NOT_OFFERED)
    table = "| 渠道 |\n| --- |\n| 打 {{ support.phone }} |\n| 写信 |"
    body = rendered(docs, f"{table}\n\n::: offered support.phone\n拨号\n:::")
    assert "打 " not in body and "拨号" not in body and "写信" in body
    assert body.count("目前不提供：客服电话。") == 2


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("picture.look-alike-adresses", "Did you mean look-alike-addresses"), ("glossary.chains", "Did you mean chain"),
        ("table.fees", "one of facts"), ("button.forgot", "Did you mean forget"),
    ],
)
def test_what_cannot_be_shown_is_named(docs: Path, key: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        rendered(docs, f"{{{{ {key} }}}}")


def test_a_picture_stands_alone_on_its_line(docs: Path) -> None:
    with pytest.raises(ContentError, match="alone on its line"):
        rendered(docs, "看图 {{ picture.look-alike-addresses }}")


@pytest.mark.parametrize(
    ("code", "words"), [("zh", ("清除这些记录", "已清除")), ("en", ("Clear these records", "Cleared"))]
)
def test_a_button_is_hidden_until_a_script_makes_it_work(docs: Path, code: str, words: tuple[str, str]) -> None:
    page = BeautifulSoup(rendered(docs, "字\n\n{{ button.forget }}", code), "html.parser").select_one("p[hidden]")
    assert page.button.attrs == {"type": "button", "class": ["button"], "data-forget": "", "data-done": words[1]}
    assert page.text.strip() == words[0] and page.select_one("[role=status]").text == ""


def test_a_button_stands_alone_on_its_line(docs: Path) -> None:
    with pytest.raises(ContentError, match="alone on its line"):
        rendered(docs, "点 {{ button.forget }}")


def test_comments_of_writers_are_not_published(docs: Path) -> None:
    text = rendered(docs, '先看。\n\n<!-- check-disable TRM001 until=2026-12-31 reason="一部法律的名称" -->\n再看。')
    assert "check-disable" not in text and "<p>先看。</p>\n<p>再看。</p>" in text


def test_a_link_leads_to_the_pages_address(docs: Path) -> None:
    body = rendered(
        docs,
        "[a](deposit-not-arrived.md#check), [b](../index.md), [c](index.md), [d](#top), [e](https://a.test/x.md)\n\n"
        "## T {#top}",
    )
    found = [link["href"] for link in BeautifulSoup(body, "html.parser").select("a")]
    assert found == ["../deposit-not-arrived/#check", "../../", "../", "#top", "https://a.test/x.md"]


def test_a_key_in_code_stays_as_it_is_typed(docs: Path) -> None:
    body = rendered(docs, "看 `{{ deposit.arrival_time }}`。\n\n````text\n{{ SAFE-2 }}\n```\n:::\n````")
    assert "<code>{{ deposit.arrival_time }}</code>" in body
    assert "{{ SAFE-2 }}\n```\n:::\n</code>" in body


def test_html_shows_as_it_is_typed(docs: Path) -> None:
    body = rendered(docs, "字 <b onclick=x>a</b>\n\n<script>alert(1)</script>\n\n````text\n<script>\n````")
    assert "&lt;b onclick=x&gt;a" in body and body.count("&lt;script&gt;") == 2 and "<script" not in body


def test_where_all_is_confirmed_our_own_pages_speak_of_no_mark_and_no_sample(tmp_path: Path) -> None:
    """In English alone: in Chinese, the mark's word is what a pending transaction is called."""
    docs = Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))
    confirm(docs)
    content = load(docs, DATE + datetime.timedelta(days=30))
    words = content.language("en").strings
    said = [words["unconfirmed"], words["sample"].split(":")[0]]
    pages = [page for (code, _), page in content.pages.items() if code == "en"]
    shown = {page.path: f"{page.front.title} {page.front.description} {render(page, content)}" for page in pages}
    assert [path for path, text in shown.items() if any(word.lower() in text.lower() for word in said)] == []


def pointing(docs: Path, body: str, custody: str) -> BeautifulSoup:
    """The deposits' article with that text in place of its own, for that kind of accounts."""
    file = docs / "en/deposits/deposit-not-arrived.md"
    head, _, _ = file.read_text("utf-8").rpartition("\n---\n")
    file.write_text(f"{head}\n---\n\n{body}\n\n{{{{ SAFE-1 }}}}\n", "utf-8")
    content = load(docs, TODAY).configured(custody)
    page = content.article("en", "deposit-not-arrived")
    return BeautifulSoup(render(page, content), "html.parser")


GONE = "../troubleshooting/verification-code-not-received.md"  # for custodial accounts


@pytest.mark.parametrize(
    ("body", "kept", "links"),
    [
        (f"- Late: see [no code]({GONE}).\n- Wait.", "Wait.", 0),
        (f"- [No code]({GONE})\n- Wait.", "Wait.", 0),
        (f"- Ask for [a new code]({GONE}) once.\n- Wait.", "Ask for a new code once.\nWait.", 0),
        (f"- See [no code]({GONE}) or [crypto](deposit-crypto.md).\n- Wait.", "See no code or crypto.\nWait.", 1),
        (f"1. See [no code]({GONE}).\n2. Wait.", "See no code.\nWait.", 0),
        (f"| A | B |\n| --- | --- |\n| Late | See [no code]({GONE}) |\n| Here | Wait |", "A\nB\nHere\nWait", 0),
    ],
)
def test_what_only_leads_to_what_does_not_apply_goes(docs: Path, body: str, kept: str, links: int) -> None:
    made = pointing(docs, body, "self-custody")
    made.select_one(".safety").decompose()
    assert [line for line in made.get_text().split("\n") if line] == kept.split("\n")
    assert len(made.select("a")) == links
    assert pointing(docs, body, "custodial").select("a")


def test_a_link_to_an_anchor_that_does_not_show_leads_to_its_page(docs: Path) -> None:
    for code in ("zh", "en"):
        file = docs / code / "deposits/deposit-wrong-network.md"
        file.write_text(f"{file.read_text('utf-8')}\n::: custodial\n## Told {{#told}}\n\nText.\n:::\n", "utf-8")
    body = "Look at [the network](deposit-wrong-network.md#told) first."
    assert pointing(docs, body, "self-custody").a["href"] == "../deposit-wrong-network/"
    assert pointing(docs, body, "custodial").a["href"] == "../deposit-wrong-network/#told"
