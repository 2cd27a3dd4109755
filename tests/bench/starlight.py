"""Starlight on the same articles, where npm is: its packages come from npm's registry, and a Node that they run on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from scripts.content import Content
from tests.bench import plain

PACKAGES = {"@astrojs/starlight": "0.42.4", "astro": "7.3.5", "node": "22.23.3"}

CONFIG = """\
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  integrations: [
    starlight({
      title: "Peer",
      defaultLocale: "root",
      locales: { root: { label: "简体中文", lang: "zh-CN" }, en: { label: "English", lang: "en" } },
      sidebar: SIDEBAR,
    }),
  ],
});
"""

COLLECTIONS = """\
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def build(content: Content, folder: Path) -> Path | str:
    """Build the site in a new folder. Returns where it is, or why there is none."""
    npm = shutil.which("npm")
    if not npm:
        return "npm is not on this machine"
    folder.mkdir()
    (folder / "package.json").write_text(json.dumps({"private": True, "type": "module", "dependencies": PACKAGES}))
    sidebar = [
        {
            "label": content.pages["zh", f"{section.id}/"].front.title,
            "translations": {"en": content.pages["en", f"{section.id}/"].front.title},
            "items": [{"autogenerate": {"directory": section.id}}],
        }
        for section in content.navigation.sections
    ]
    (folder / "astro.config.mjs").write_text(CONFIG.replace("SIDEBAR", json.dumps(sidebar)), "utf-8")
    docs = folder / "src/content/docs"
    plain.write(content, docs, plain.root_link, below={"zh": "", "en": "en"}, anchors=False)
    (folder / "src/content.config.ts").write_text(COLLECTIONS, "utf-8")
    bins = folder / "node_modules/.bin"
    environment = os.environ | {"ASTRO_TELEMETRY_DISABLED": "1", "PATH": f"{bins}{os.pathsep}{os.environ['PATH']}"}
    for command in ([npm, "install", "--no-audit", "--no-fund", "--loglevel=error"], [str(bins / "astro"), "build"]):
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            last = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()][-1:]
            return f"`{Path(command[0]).name} {command[1]}` failed: {''.join(last)}"
    return folder / "dist"
