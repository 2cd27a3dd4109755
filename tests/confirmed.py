"""A copy of the facts in which the operator has confirmed everything, with names nobody can own (.test, RFC 6761)."""

from __future__ import annotations

import datetime
from pathlib import Path

import yaml

from scripts.content.facts import KINDS


class PlainDumper(yaml.SafeDumper):
    """Writes a value out each time: the content model takes no YAML aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


DATE = datetime.date(2026, 11, 20)
CONFIRMATION = {"by": "support-lead", "date": DATE, "evidence": f"Support handbook, {DATE}"}
VALUES = {
    "brand.official_domains": "wallet.test",
    "support.help_center_url": "https://help.wallet.test/",
    "support.official_channel_list_path": {"zh": "我的 > 官方渠道", "en": "Me > Official channels"},
}
# A value of each form, for what has none yet; the name of its fact goes into an address. Nobody can have such a number.
OF_FORM = {
    "address": "https://{name}.wallet.test/",
    "account": "https://{name}.social.test/",
    "email": "support@wallet.test",
    "phone": "+000 000 000",
    "path": {"zh": "我的 > 帮助", "en": "Me > Help"},
    "duration": {"zh": "1–2 个工作日", "en": "1–2 business days"},
    "text": {"zh": "以测试为准", "en": "as the test says"},
}


def confirm(docs: Path, **changes: dict) -> None:
    """Confirm every fact of `docs` on DATE; `changes` then replaces keys of single facts, with __ for the dots."""
    file = docs / "_data" / "facts.yml"
    facts = yaml.safe_load(file.read_text("utf-8"))

    def walk(node: dict, where: str) -> None:
        if "kind" not in node:
            for name, child in node.items():
                walk(child, f"{where}.{name}".lstrip("."))
            return
        node["state"] = "confirmed"
        node["confirmed"] = CONFIRMATION
        form, name = node.get("form", "text"), where.replace(".", "-").replace("_", "-")
        if where in VALUES:
            node["value"] = VALUES[where]
        elif KINDS[node["kind"]].has_value and (form == "path" or "value" not in node):
            value = OF_FORM[form]
            node["value"] = value.format(name=name) if isinstance(value, str) else value
        node.update(changes.get(where.replace(".", "__"), {}))
        for key in [key for key, value in node.items() if value is None]:
            del node[key]

    walk(facts, "")
    file.write_text(yaml.dump(facts, Dumper=PlainDumper, allow_unicode=True, sort_keys=False), "utf-8")


NOT_OFFERED = {"state": "not_offered"}  # confirmed as that
UNCONFIRMED = {"state": "unconfirmed", "confirmed": None}
WITHDRAWN = {"withdrawn": {"by": "support-lead", "date": DATE, "why": "somebody else has taken it over"}}
