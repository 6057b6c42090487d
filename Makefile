# make graph   builds the graph of the reports that ship with the project into build/
# make test    checks style, types, the rooms' borders, and runs the tests
# make docs    writes the pages of the questions and the outputs of the notebook anew, from build/
# make bench   measures alliances of 54 members and SIZES years, ours beside its peers, and their pages beside stock pyvis
# make lock    pins the dependencies anew
PYTHON ?= python3
SIZES ?= 1 10
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph test docs bench lock clean

graph: $(VENV)/.run
	@$(BIN)/alliancegraph build

test: $(VENV)/.test node_modules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile

# eslint and tsc, for the tests of the pages' scripts; where npm is not, or finds no registry, these are skipped
node_modules: package-lock.json
	@command -v npm >/dev/null && npm ci --silent --no-progress && touch $@ || echo "the scripts of the pages are not checked"

docs: graph $(VENV)/.test
	@$(BIN)/python -m alliancegraph.queries.handbook docs
	@$(BIN)/python -m tests.notebook

bench: $(VENV)/.bench graph
	@$(BIN)/python -m tests.bench --years $(SIZES)
	@$(BIN)/python -m tests.bench.pages build --years $(SIZES)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@echo "making a virtual environment and installing the pinned libraries: about half a minute"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

lock: $(VENV)/.run
	@$(BIN)/pip install --quiet uv
	$(COMPILE) --upgrade pyproject.toml requirements/build.in -o requirements/run.txt
	$(COMPILE) --upgrade --extra test pyproject.toml requirements/build.in -c requirements/run.txt -o requirements/test.txt
	$(COMPILE) --upgrade --extra test --extra bench pyproject.toml requirements/build.in -c requirements/test.txt -o requirements/bench.txt

clean:
	rm -rf $(VENV) node_modules build .builds .setuptools
