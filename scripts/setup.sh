#!/bin/sh
# Sets up what the Makefile needs, once: `setup.sh packages` makes .venv and installs requirements.txt,
# `setup.sh browser` finds or installs a Chromium for the tests. Says what it does, and a failure in one line.
set -eu

fail() {
    echo "Error: $*" >&2
    exit 1
}

# Run a command as root: plainly, or with sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else command -v sudo >/dev/null && sudo "$@"; fi
}

# Install Debian packages. Fails where there is no apt, no root or no network.
apt_install() {
    command -v apt-get >/dev/null || return 1
    echo "Installing Debian's $* …"
    { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
        >.venv/apt.log 2>&1
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

packages() {
    python=$(find_python)
    [ -n "$python" ] || fail "Python 3.11 or newer is needed. On Debian or Ubuntu: apt install python3 python3-venv"
    [ ! -d .venv.old ] || { rm -rf .venv && mv .venv.old .venv; } # killed while it made another one
    wanted=$(cksum <requirements.txt)
    # a newer file with the same packages, as after a checkout
    if [ "$(cat .venv/requirements 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c 'import mkdocs' 2>/dev/null; then
        touch .venv/ready
        return
    fi
    echo "Creating .venv with $("$python" --version) …"
    # What worked stays until the new one does. It is made at its own place: its scripts hold the path.
    [ ! -d .venv ] || mv .venv .venv.old
    trap restore EXIT
    trap 'exit 130' INT TERM
    mkdir .venv
    # Debian ships Python without the module that brings pip into a virtual environment.
    "$python" -c 'import ensurepip' 2>/dev/null || apt_install python3-venv ||
        fail "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv"
    "$python" -m venv .venv >/dev/null 2>&1 ||
        fail "$python could not make a virtual environment. On Debian or Ubuntu: apt install python3-venv"
    echo "Installing the packages of requirements.txt (once, about a minute) …"
    .venv/bin/python -m pip install --disable-pip-version-check --retries 2 --require-hashes -r requirements.txt \
        >.venv/install.log 2>&1 || fail "the packages could not be installed. Is there a network? Details: .venv/install.log"
    echo "$wanted" >.venv/requirements
    touch .venv/ready
    rm -rf .venv.old
}

# Put back what worked, where the new one could not be made.
restore() {
    [ -d .venv.old ] || return 0
    cp .venv/*.log .venv.old/ 2>/dev/null || true
    rm -rf .venv && mv .venv.old .venv
}

# The path of a Chromium that starts. Ubuntu's chromium-browser may be a stub that only advertises a snap.
find_chromium() {
    for name in chromium chromium-browser google-chrome "$(.venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as p: print(p.chromium.executable_path)')"; do
        path=$(command -v "$name") || continue
        if "$path" --version >/dev/null 2>&1; then
            echo "$path"
            return
        fi
    done
}

browser() {
    if [ -f .venv/chromium ] && [ -x "$(cat .venv/chromium)" ]; then return; fi
    path=$(find_chromium)
    # The fonts are for people who look at screenshots: without them Chinese is drawn as boxes.
    if [ -z "$path" ] && apt_install chromium fonts-noto-cjk; then path=$(find_chromium); fi
    if [ -z "$path" ]; then
        echo "Installing Playwright's Chromium …"
        .venv/bin/python -m playwright install chromium >.venv/chromium.log 2>&1 || true
        path=$(find_chromium)
    fi
    [ -n "$path" ] || fail "no Chromium, and none could be installed. Is there a network? On Debian: apt install chromium"
    echo "$path" >.venv/chromium
    echo "Testing with $("$path" --version 2>/dev/null)"
}

"$1"
