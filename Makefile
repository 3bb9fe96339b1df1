# Two commands do all the set-up: `make opinion` and `make test`. Each makes .venv and installs what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
CASE := examples/reporting-fine/case.yaml
OUT := build
# What rendering needs: LibreOffice Writer, PDF tools, a typeface with the metrics of Times New Roman and all Kazakh letters.
DEBIAN := libreoffice-writer-nogui poppler-utils fonts-croscore
# What the tests need besides: a browser in which they use the page of a comparison.
BROWSER := chromium

.PHONY: opinion test coverage lint bench looks messages picture rendering browser clean

opinion: $(STAMP) rendering
	@mkdir -p $(OUT)
	@$(BIN)/briefkit build $(CASE) -o $(OUT)/reporting-fine.docx -o $(OUT)/reporting-fine.html -o $(OUT)/reporting-fine.txt \
	  $$(command -v soffice >/dev/null && echo -o $(OUT)/reporting-fine.pdf)
	@echo "The opinion is $(CURDIR)/$(OUT)/reporting-fine.docx"

test: $(DEV_STAMP) rendering browser
	$(BIN)/python -m pytest -n auto --dist loadfile

# The same with branch coverage, of at least 90 %; it takes a third longer.
coverage: $(DEV_STAMP) rendering browser
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term-missing:skip-covered --cov-fail-under=90

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_STAMP)
	$(BIN)/python -m tests.bench

# The Word templates are kept as readable parts: those of styles/house/, and for the other looks what differs from them.
looks: $(STAMP)
	$(BIN)/python -m briefkit.ooxml.pack styles/house styles/house.docx
	@for look in filing letter comments; do \
	  $(BIN)/python -m briefkit.ooxml.pack styles/house styles/$$look styles/$$look.docx || exit 1; done

# The catalogues of what the program says: what is new waits there for its translation, what is gone leaves.
messages: $(DEV_STAMP)
	$(BIN)/python -m tests.catalogues

# The pictures in the README: pages of built examples. Where a text has moved, change the number of its page.
picture: opinion
	$(BIN)/briefkit build examples/letter-register-freeze-travel/case.yaml -q -o $(OUT)/letter.pdf
	$(BIN)/briefkit build examples/complaint-late-report/case.yaml -q --lang ru -o $(OUT)/complaint.pdf
	pdftoppm -r 96 -png -f 1 -l 1 -singlefile $(OUT)/reporting-fine.pdf docs/cover
	pdftoppm -r 96 -png -f 6 -l 6 -singlefile $(OUT)/reporting-fine.pdf docs/notes
	pdftoppm -r 96 -png -f 2 -l 2 -singlefile $(OUT)/letter.pdf docs/figure
	pdftoppm -r 96 -png -f 1 -l 1 -singlefile $(OUT)/complaint.pdf docs/complaint

# As root on Debian, install what rendering needs; elsewhere there is no PDF, and the tests that need it are skipped and say why.
rendering:
	@if command -v soffice >/dev/null && command -v pdftoppm >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN) >/dev/null; \
	else echo "Pages cannot be rendered here; that needs: $(DEBIAN)"; fi

browser:
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BROWSER) >/dev/null; \
	else echo "Pages cannot be opened here; that needs: $(BROWSER)"; fi

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV_STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP) $@

clean:
	rm -rf $(OUT) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
