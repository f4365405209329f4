# Two commands do everything: `make demo` serves the site, `make test` runs every check (`make quick` most of them).
# All of it happens in .venv; nothing else on the machine is touched (but see `browser`).
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
# Installed first, for a pip of 2023 stops at the extras of `bench` (AssertionError on lxml[html-clean]).
PIP := pip==26.3
# A folder of your own reports; without it, the sample that is shipped.
REPORTS ?= corpus/sample/pages
# Each folder of reports gets a data folder of its own, so that the sample never mixes with yours.
DATA ?= .demo/$(shell printf '%s' '$(abspath $(REPORTS))' | cksum | cut -d ' ' -f 1)
# What an installation is made from; modules in Cython are compiled where there is a compiler.
INSTALLED := pyproject.toml setup.py requirements.lock $(wildcard */*/*.pyx */*/*.pxd)
COMPILED := env -u XUNZHANG_PURE $(BIN)/python -c 'import sys; from search.loops.chosen import is_compiled; sys.exit(not is_compiled())' 2>/dev/null

.PHONY: demo test test-cluster quick states lint ocr opensearch opensearch-stop browser screenshots modules vendor bench lock clean

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "寻章需要 Python 3.11 或更新的版本 / Xunzhang needs Python 3.11 or later")'
	@echo '▸ 新建 Python 环境 $(VENV) … / Making a Python environment in $(VENV) …'
	@$(PYTHON) -m venv $(VENV)

# What takes long is said before; pip shows its own progress on a terminal and keeps still in a log.
# A module that does not compile any more must not stay behind as it was.
define INSTALL
@rm -f index/*/*.so search/*/*.so
@echo '▸ 安装依赖并编译加速模块（$(EXTRAS)），要一两分钟 … / Installing what is needed and compiling ($(EXTRAS)); this takes a minute or two …'
@$(BIN)/python -m pip install --quiet '$(PIP)' || echo '取不到 $(PIP)，用现有的 pip 继续 / $(PIP) cannot be had: going on with the pip that is here' >&2
@quiet=; test -t 1 || quiet=--quiet; $(BIN)/python -m pip install $$quiet -c requirements.lock -e '.[$(EXTRAS)]'
@$(COMPILED) || echo '加速模块未能编译：一切照常，只是慢一些；装上 C 编译器（cc 与 Python 头文件），touch pyproject.toml 后再 make，就会快起来 / The compiled modules could not be built: everything works all the same, just slower; for speed install a C compiler (cc and the headers of Python), then touch pyproject.toml and make again' >&2
endef

$(VENV)/.run: EXTRAS := fast
$(VENV)/.run: $(INSTALLED) | $(BIN)/python
	$(INSTALL)
	touch $@

$(VENV)/.test: EXTRAS := fast,dev,crawl,files,opensearch
$(VENV)/.test: $(INSTALLED) | $(BIN)/python
	$(INSTALL)
	touch $@ $(VENV)/.run

$(VENV)/.bench: EXTRAS := fast,files,bench,opensearch
$(VENV)/.bench: $(INSTALLED) | $(BIN)/python
	$(INSTALL)
	touch $@

$(VENV)/.ocr: EXTRAS := fast,files,ocr
$(VENV)/.ocr: $(INSTALLED) | $(BIN)/python
	$(INSTALL)
	touch $@

# A page that is no report is said to be so and left out; the demo goes on with the others.
demo: $(VENV)/.run
	@echo '▸ 清洗 $(REPORTS) 里的网页 … / Cleaning the pages in $(REPORTS) …'
	@$(BIN)/xunzhang add --data '$(DATA)' '$(REPORTS)' || test -e '$(REPORTS)'
	@echo '▸ 建索引 … / Building the index …'
	@$(BIN)/xunzhang build --data '$(DATA)'
	@$(BIN)/xunzhang serve --data '$(DATA)' --port '$(PORT)'

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PATH="$(abspath $(BIN)):$$PATH" cython-lint --max-line-length=120 index search
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest

# For every edit, in under a minute: no browser, no crawl, no whole runs, the loops that are asked here (compiled
# or plain), a tenth of the drawn examples. What fuzzes the API takes a second to import.
quick: $(VENV)/.test
	$(BIN)/python -m pytest -m 'not browser and not crawl and not slow' --hypothesis-profile=quick \
		-p no:schemathesis --ignore=tests/whole/test_api_fuzz.py

# What is asked of every engine, asked of a cluster of one node; `make test` asks it 100 questions of every kind.
test-cluster: $(VENV)/.test
	XUNZHANG_CLUSTER=whole $(BIN)/python -m pytest -k "opensearch or cluster" tests/search tests/index tests/whole

# Every test but those in a browser and of crawling, with each compiled module missing and with all missing.
states: $(VENV)/.test
	$(BIN)/python -m pytest -s tests/whole/states.py

# What reads scans and pictures, with its models: 300 MB, so nothing else asks for it. Tests of scans skip without it.
ocr: $(VENV)/.ocr

# A cluster of OpenSearch on loopback, fetched from Maven Central: returns when it is green, prints its address and
# leaves NODES nodes running; `make opensearch-stop` ends them. Needs Java 17 or newer and nothing installed here.
NODES ?= 3
OPENSEARCH_PORT ?= 9200
opensearch:
	@$(PYTHON) -m benchmarks.cluster start --nodes '$(NODES)' --port '$(OPENSEARCH_PORT)'

opensearch-stop:
	@$(PYTHON) -m benchmarks.cluster stop --port '$(OPENSEARCH_PORT)'

# A Chromium and a Firefox for the browser tests, unless they are there: Playwright's own download, else Debian's package.
browser: $(VENV)/.test
	for name in chromium chromium-browser google-chrome; do command -v $$name && exit; done; \
	$(BIN)/python -m playwright install chromium || { apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk; }
	$(BIN)/python -m playwright install firefox || command -v firefox || command -v firefox-esr || { apt-get update -q && apt-get install -q -y --no-install-recommends firefox-esr; }

# The race against other engines, benchmarks/README.md; BENCH='--name NAME --sections N …' says how.
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks.speed $(BENCH)

# Pictures of the main pages for README, into docs/.
screenshots: $(VENV)/.test
	$(BIN)/python -m pytest tests/whole/screenshots.py

# The index of modules, docs/MODULES.md.
modules: | $(BIN)/python
	$(BIN)/python tests/material/module_index.py

# The script and the style sheet of others that the site serves, fetched again by npm and compared with what is recorded.
vendor: $(VENV)/.run
	$(BIN)/python -m web.vendored

# Pins every dependency anew, without naming a registry.
lock: $(BIN)/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --no-header --no-emit-index-url --no-annotate -o requirements.lock

clean:
	rm -rf $(VENV) .demo .mypy_cache .ruff_cache .pytest_cache build xunzhang.egg-info
	rm -f index/*/*.so index/*/*.c search/*/*.so search/*/*.c
