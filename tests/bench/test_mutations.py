"""Every row of mutations.yml fits the code as it is; from one that does not, nobody learns anything."""

from __future__ import annotations

import yaml

from tests.bench.mutate import ROOT, ROWS, Mutation


def test_every_row_fits() -> None:
    rows = [Mutation(**row) for row in yaml.safe_load((ROOT / ROWS).read_text("utf-8"))]
    assert [misfit for row in rows if (misfit := row.misfit())] == []
