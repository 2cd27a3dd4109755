"""The list of rules: what `make check` runs, in this order. Each is a module of a family, named here once.

A family is a folder: loading (what keeps the content from being read), languages (both say the same), shape (of pages),
upkeep (what somebody must read again), words, facts, links, safety (what costs readers money), site (what was built).
`scripts.checks.lib.rule.Rule` says what a rule holds.
"""

import importlib
from typing import cast

from scripts.checks.lib.rule import Rule
from scripts.checks.rules.loading import LOADING

_MODULES = """
languages.parity languages.figures languages.protected_words languages.untranslated languages.negation
languages.same_order languages.aligned_terms
shape.unique_front_matter shape.article_shape shape.markup shape.tables shape.heading_order shape.lists shape.pictures
shape.list_counts
words.chinese_typography words.traditional_characters words.chinese_slips words.english_spelling words.american_english
words.doubled_words words.dated_words words.whitespace words.forbidden_terms words.provider_names
facts.literal_facts facts.claims facts.literal_contacts facts.promises facts.offered_methods
links.external_hosts links.look_alike_hosts links.link_text_host links.link_form links.link_labels links.link_promise
links.orphans links.redirects links.links_that_apply links.roles_that_apply
links.ways_out
safety.secret_request safety.secret_shaped safety.on_chain_address safety.invisible_characters safety.homoglyphs
safety.unsafe_html
site.valid_html site.page_language site.page_heads site.built_redirects site.built_files site.built_page
site.configuration site.found_by_title site.answered_questions
upkeep.review_dates upkeep.network_dates upkeep.confirmations upkeep.fact_coverage upkeep.unfinished
upkeep.removed_addresses upkeep.suppressions
"""

RULES: tuple[Rule, ...] = (
    *LOADING,
    *(cast("Rule", importlib.import_module(f"{__name__}.{name}")) for name in _MODULES.split()),
)
