# make briefing   set up, and write the sample briefing as PDF and Word
# make test       set up, and check everything: format, lint, types, contracts, tests, quality floors
# make run        set up, and open the desktop app
# make check      format, lint, types and import contracts alone
# make bench      print speed, start-up and memory
# make quality    print the quality of the analysis on labelled reports
# make accept     write the golden briefings anew; read every changed line before you commit them
# make format     put the code into the house's format
# make clean      remove what the other commands made
#
# All paths are relative, so that the checkout may lie in a folder with spaces in its name.

.POSIX:
.SUFFIXES:
.PHONY: briefing test run check bench quality accept format clean

READY = .venv/.ready
PY = .venv/bin/python
SOURCES = $(shell find briefing seeds templates -type f -not -name '*.pyc')
SAMPLE = out/sample-briefing.pdf out/sample-briefing.docx

briefing: $(SAMPLE)
	@echo "The sample briefing is in $(SAMPLE)"

out/sample-briefing.docx: out/sample-briefing.pdf

out/sample-briefing.pdf: $(READY) $(SOURCES)
	.venv/bin/briefing generate seeds --out out --name sample-briefing --format pdf,docx
	@touch $(SAMPLE)

$(READY): pyproject.toml constraints.txt .ci/set-up
	sh .ci/set-up
	@touch $(READY)

test: check
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest --numprocesses auto --dist loadfile

check: $(READY)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

run: $(READY)
	.venv/bin/briefing-desktop

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

quality: $(READY)
	$(PY) -m tests.quality

accept: $(READY)
	$(PY) -m tests.golden_briefings

format: $(READY)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

clean:
	rm -rf .venv out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
