"""What is taken for a recovery phrase or a private key, and so not searched, and what is not.

tests/data/secrets.json holds the examples, to which tests/browser/test_guard.py holds the published worker in Chromium.
Nothing in them opens a wallet: words of the lists in their order, digits and letters in theirs.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs

from scripts.search.bundle import BROWSER, joined
from scripts.search.secret import _written, judge
from scripts.site.build import ROOT

EXAMPLES = json.loads((ROOT / "tests/data/secrets.json").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['kind']}: {example['text'][:30]!r}")
def test_an_example_is_known_for_what_it_is(example: dict[str, str | None]) -> None:
    assert judge(str(example["text"])) == example["kind"]


@pytest.fixture(scope="module")
def guard() -> quickjs.Context:
    """The guard without a list."""
    context = quickjs.Context()
    context.eval(joined(BROWSER / "secret.js"))
    context.eval(f"const files = {json.dumps({name: json.loads(text) for name, text in _written().items()})}")
    context.eval("""function loads(text) {
      const lists = new Map(), names = [];
      for (;;) {
        const { kind, wants } = judge(text, lists);
        if (!wants) return names;
        names.push(wants);
        lists.set(wants, readList(wants, files[wants]));
      }
    }""")
    return context


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("where is my deposit", []),
        ("提现两天了还没到账", []),
        ("withdrawal not received", ["en"]),
        ("abandon ability able", ["en"]),
        ("boussole citron vignette", ["en", "fr"]),
        ("abaco abbaglio abbinato", ["en", "it"]),
        ("あいこくしん　あいさつ　あいだ", ["ja"]),
        ("가격 가끔 가난", ["ko"]),
        ("的 一 是", ["zh", "zh-Hant", "pairs"]),
        ("這來個為時國學對過開關說", ["zh", "zh-Hant"]),
        ("昨天晚上我们全家一起看了电影", ["zh"]),
        ("注册或登录时提示网络错误", ["zh", "pairs"]),
    ],
)
def test_a_list_is_asked_for_once_three_words_fit_it(guard: quickjs.Context, text: str, names: list[str]) -> None:
    loaded: Any = json.loads(guard.eval(f"JSON.stringify(loads({json.dumps(text)}))"))
    assert loaded == names


def test_the_fourth_word_of_a_phrase_is_paused_from_its_first_letter_on() -> None:
    text = "brick coral dwarf emerge fabric giraffe"
    start = len("brick coral dwarf ")
    assert judge(text[:start]) is None
    assert None not in [judge(text[:end]) for end in range(start + 1, len(text) + 1)]


# Of each list, as of tests/data/secrets.json; the last is as telling as most.
WORDS = {
    "en": "arrive brother coil diet evoke",
    "fr": "amusant bidule cerveau cycle écume",
    "es": "ancho batería cebolla cuneta entero",
    "it": "andrea bimbo civile disgelo fantasma",
    "pt": "alicate azeite caju condor diocese",
    "cs": "bradavka diplom fronta inspekce komando",
    "ja": "いったん えらい からい くどく こおり",
    "ko": "경험 근래 달걀 모퉁이 번호",
    "zh": "去 她 许 该 职",
    "zh-Hant": "去 她 許 該 職",
}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("before", ["", "what are these, ", "1. ", "我的助记词是 "])
def test_four_words_of_a_list_in_a_row_are_paused_wherever_they_stand(name: str, before: str) -> None:
    words = WORDS[name].split()
    assert judge(before + " ".join(words[:3]) + " ") is None
    assert judge(before + " ".join(words[:4])) == "paused"
    assert judge(before + " ".join(words[:4]) + " x") == "paused"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("arrive brxther coil diet evoke", None),
        ("arrive brxther coil diet evoke fury", "paused"),  # four after the misspelt one
        ("my recovery phrase is arrive brother coil diet qwerty", "paused"),  # one misspelt after them
        ("i have arrive brother coil diet which they would not take as mine", None),  # a sentence
        ("can you help me before they take it all away from there", None),  # of the list too, but of questions as well
        ("liquid staking token worth less than the coin", None),
        ("available balance less than total", None),
    ],
)
def test_what_stands_around_four_words_decides(text: str, kind: str | None) -> None:
    assert judge(text) == kind
