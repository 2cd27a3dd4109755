"""All words that a reader of a page meets, those made from data too."""

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.content.blocks import blocks
from scripts.content.networks import table, value
from scripts.content.pages import INSERT, NETWORK, SAFETY_ID


def said(page: Page, content: Content) -> str:
    """Title, description and text, with what stands in the place of {{ keys }}."""
    own = [page.front.title, page.front.description, *(block.text for block in blocks(page.document))]
    made = (text for reference in page.references for text in _made(reference.key, page.code, content))
    return "\n".join([*own, *made])


def _made(key: str, code: str, content: Content) -> Iterator[str]:
    if match := NETWORK.fullmatch(key):
        yield value(content.networks[match[1]], match[2], code).text
    elif match := INSERT.fullmatch(key):
        kind, name = match.groups()
        if kind == "picture":
            picture = content.pictures[name]
            yield from (said[code] for said in (picture.caption, picture.alt, *picture.labels.values()))
        elif kind == "glossary":
            names = {term.id: term for term in content.terms.terms}
            for entry in content.glossary[name]:
                yield f"{names[entry.term].zh} {names[entry.term].en} {entry.definition[code]}"
        elif kind == "networks":
            for networks, cells in table(content.networks, name, code):
                yield " ".join([*networks, *(cell.text for cell in cells)])
    elif SAFETY_ID.fullmatch(key):
        yield content.safety[key][code]
    elif fact := content.facts.get(key):
        yield fact.name[code]  # whatever is confirmed of it: that asks nobody to answer a question anew
