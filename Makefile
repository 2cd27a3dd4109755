# Everything the project does, a target each. `make` alone lists them.

PYTHON := .venv/bin/python
PORT ?= 8000
SETUP := .venv/ready
# A file of tests stays on one core: what is built for it is built once. More than four build the same things again.
ALL_CORES := -n auto --maxprocesses=4 --dist=loadfile

.DEFAULT_GOAL := help
# No target below is a file: each runs whenever it is asked for.
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*/\1/p' Makefile)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(SETUP) ## browse the site at http://127.0.0.1:8000/ while you write (PORT=9000 for another port)
	@$(PYTHON) -m scripts serve --port $(PORT)

test: $(SETUP) browser ## run every test, in Chromium too
	@$(PYTHON) -m pytest $(ALL_CORES) --durations=15

lint: $(SETUP) ## look for mistakes in the code: style and complexity (ruff), types (mypy), the browser's code (oxlint)
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m mypy --no-error-summary
	@.venv/bin/oxlint --quiet scripts/search/browser overrides/interface

matrix: $(SETUP) browser ## build, check, test and publish for each kind of accounts, and print a table; ten minutes
	@$(PYTHON) -m tests.matrix

coverage: $(SETUP) browser ## run every test, and list the lines of scripts/ that none of them ran
	@$(PYTHON) -m pytest $(ALL_CORES) --cov --timeout=300

check: $(SETUP) ## say what to mend, in the content and the built site (ARTICLE=fees: of one, quickly; ONLY=SEC003; FIX=1 mends; FORMAT=json)
	@$(PYTHON) -m scripts check $(if $(ARTICLE),--article "$(ARTICLE)") $(if $(FIX),--fix) $(if $(FORMAT),--format "$(FORMAT)") $(if $(ONLY),--only "$(ONLY)")

external-links: $(SETUP) ## ask for every link to another site, and list those that nobody answers
	@$(PYTHON) -m scripts external-links

build: $(SETUP) ## write the preview to site/ (SITE=/srv/preview for another folder)
	@$(PYTHON) -m scripts build $(if $(SITE),--site "$(SITE)")

gate: $(SETUP) ## list the facts that wait for the operator (KEY=support.phone: its pages; FORMAT=csv: for a spreadsheet)
	@$(PYTHON) -m scripts gate $(if $(KEY),--key "$(KEY)") $(if $(FORMAT),--format "$(FORMAT)")

publish: $(SETUP) ## write the site to publish to site/, if it is confirmed and sound (SITE=/srv/help for another folder)
	@$(PYTHON) -m scripts publish $(if $(SITE),--site "$(SITE)")

look: $(SETUP) ## browse what build or publish wrote, as a host shows it (PORT=9000; SITE=…)
	@$(PYTHON) -m scripts look --port $(PORT) $(if $(SITE),--site "$(SITE)")

rollback: $(SETUP) ## bring back the published site before the present one, in site/ (or SITE=…)
	@$(PYTHON) -m scripts rollback $(if $(SITE),--site "$(SITE)")

new: $(SETUP) ## begin an article in both languages: make new ARTICLE=deposits/lost-receipt TYPE=how-to
	@$(PYTHON) -m scripts new "$(ARTICLE)" --type "$(or $(TYPE),how-to)"

withdraw: $(SETUP) ## take a confirmed fact off the site: make withdraw KEY=support.email.address BY=support-lead WHY="…"
	@$(PYTHON) -m scripts withdraw "$(KEY)" --by "$(BY)" --why "$$WHY"

announce: $(SETUP) ## announce something: make announce NAME=slow FOR=2h LEVEL=urgent BY=editor TITLE_ZH=… TITLE_EN=… TEXT_ZH=… TEXT_EN=… (OVER=1 ends it)
	@$(PYTHON) -m scripts announce "$(NAME)" $(if $(FOR),--for "$(FOR)") $(if $(LEVEL),--level "$(LEVEL)") $(if $(OVER),--over) --by "$(BY)" --title-zh "$$TITLE_ZH" --title-en "$$TITLE_EN" --text-zh "$$TEXT_ZH" --text-en "$$TEXT_EN"

urgent: $(SETUP) ## say whether all that changed since a commit is a fact withdrawn or something announced: make urgent SINCE=main
	@$(PYTHON) -m scripts urgent "$(SINCE)"

rename: $(SETUP) ## move or retire an article, its old address leads on: make rename OLD=lost-receipt NEW=find-receipt
	@$(PYTHON) -m scripts rename $(addprefix --queries ,$(wildcard tests/data/search/*.tsv)) "$(OLD)" "$(NEW)"

status: $(SETUP) ## write site-status.html: what was read, what is due, what waits for the operator
	@$(PYTHON) -m scripts status

held: $(SETUP) ## show what has changed since somebody read it, and fail where anything has (SINCE=main: what was accepted)
	@$(PYTHON) -m scripts held $(if $(SINCE),--since "$(SINCE)")

accept: $(SETUP) ## note that you have read what is held: make accept ARTICLE=fees BY=editor (SECTION=how-much; ARTICLE=all)
	@$(PYTHON) -m scripts accept "$(ARTICLE)" --by "$(BY)" $(if $(SECTION),--section "$(SECTION)")

where: $(SETUP) ## list the lines that use a fact, safety line or picture, or lead to an article: make where KEY=SAFE-1
	@$(PYTHON) -m scripts where "$(KEY)"

ways: $(SETUP) ## draw where readers are led who cannot get in: the ways out, and where they end
	@$(PYTHON) -m scripts ways

answers: $(SETUP) ## print how well real questions are answered, as readers judged, and which have to be judged again
	@$(PYTHON) -m tests.bench.answers

bench: $(SETUP) browser ## measure builds and live reload beside stock Material, a search beside Pagefind, what readers wait for; over an hour
	@$(PYTHON) -m pip install --quiet --require-hashes -r requirements-bench.txt
	@$(PYTHON) -m tests.bench.builds
	@$(PYTHON) -m tests.bench.reload
	@$(PYTHON) -m tests.bench.search_cost
	@$(PYTHON) -m tests.bench.typing_cost
	@$(PYTHON) -m tests.bench.reader

reader: $(SETUP) browser ## measure what pages and searches cost readers, beside Material and Starlight (ONLY=paint; RUNS=3)
	@$(PYTHON) -m tests.bench.reader $(if $(ONLY),--only "$(ONLY)") $(if $(RUNS),--runs "$(RUNS)")

lighthouse: $(SETUP) browser ## let Lighthouse judge the site as it would be published, on a phone; needs npm (RUNS=1)
	@$(PYTHON) -m tests.bench.lighthouse $(RUNS)

check-bench: $(SETUP) ## inject a thousand mistakes and count those that `make check` finds (FAMILY=step-dropped)
	@$(PYTHON) -m tests.bench.checks $(FAMILY)

mutate: $(SETUP) browser ## break the code in 150 places, and name what no test notices; five minutes (ONLY=gate: some)
	@$(PYTHON) -m tests.bench.mutate "$(ONLY)"

search-eval: $(SETUP) browser ## measure how well the search finds, beside Pagefind, Material and MkDocs (ALONE=1: without them)
	@$(if $(ALONE),,$(PYTHON) -m pip install --quiet --require-hashes -r requirements-bench.txt)
	@$(PYTHON) -m tests.bench.search_eval $(if $(ALONE),--alone)

guard: $(SETUP) ## measure what the search's guard against secrets recognises, and what it takes for one wrongly (PART=keys)
	@$(PYTHON) -m tests.bench.guard "$(PART)"

reference: $(SETUP) ## write the list of rules and the schemas of the data files anew
	@$(PYTHON) -m scripts reference

baseline-data: $(SETUP) ## fetch anew what the baseline's browsers lack (MDN) and the parser of JavaScript (acorn); needs npm
	@$(PYTHON) -m tests.baseline.data

lock: $(SETUP) ## compile requirements*.in into requirements*.txt
	@$(PYTHON) -m pip install --quiet uv==0.13.9
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements.txt requirements.in
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -c requirements.txt -o requirements-bench.txt requirements-bench.in

clean: ## remove what was built and installed
	@rm -rf .venv .venv.old site .site.* .pytest_cache .ruff_cache .mypy_cache .coverage

browser: $(SETUP)
	@sh scripts/setup.sh browser

$(SETUP): requirements.txt scripts/setup.sh
	@sh scripts/setup.sh packages
