"""The generated corpus: measured on copies that are all alike, a cache would pass for speed."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from scripts.content import Content, load
from tests.bench.corpus import REAL, ROOT, generate

MADE = 2 * REAL + 1  # so that of one article at least two are made


def files(docs: Path) -> dict[str, bytes]:
    return {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("grown"), REAL + MADE)


@pytest.fixture(scope="module")
def content(grown: Path) -> Content:
    return load(grown, datetime.date.today())


def test_as_many_articles_as_asked_for_in_both_languages(content):
    for language in content.languages:
        assert len(list(content.articles(language.code))) == REAL + MADE


def test_no_two_articles_say_the_same(content):
    for language in content.languages:
        articles = list(content.articles(language.code))
        for said in ([page.body for page in articles], [page.front.title for page in articles]):
            assert max(Counter(said).values()) == 1


def test_some_links_lead_to_generated_articles(content):
    real = {page.stem for page in (ROOT / "docs/en").rglob("*.md")}
    related = {slug for page in content.articles("en") for slug in page.front.related}
    assert related - real


def test_the_real_content_stays_as_it_is(grown, tmp_path):
    real = files(ROOT / "docs")
    assert files(generate(tmp_path, REAL)) == real
    differing = {path for path, text in files(grown).items() if path in real and text != real[path]}
    assert differing == {"_data/navigation.yml"}


def test_it_is_the_same_each_time(grown, tmp_path):
    assert files(generate(tmp_path, REAL + MADE)) == files(grown)
