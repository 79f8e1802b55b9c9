# Two commands do all the set-up: `make demo` and `make test`.

.PHONY: demo test oracle lint docs bench bench-audit bench-stats bench-reports notebooks browser-check bench-process setup release man goal-directed survey clean

CATALOG := .build/demo/catalog.sqlite
DEMO := --learner vidda-02 --toward ska-certificate-public-data-ai --as-of 2026-11-15

setup:
	@./Scripts/setup.sh

release: setup
	swift build -c release --product varde

## Recommend the next five credentials for a learner of the bundled sample.
demo: release
	@mkdir -p $(dir $(CATALOG)) && rm -f $(CATALOG)*
	@VARDE=$$(swift build -c release --show-bin-path)/varde; \
	$$VARDE import --catalog $(CATALOG) --quiet Data/alliance && \
	$$VARDE recommend --catalog $(CATALOG) $(DEMO) && \
	$$VARDE recommend --catalog $(CATALOG) $(DEMO) --json --output .build/demo/recommendation.json && \
	echo && echo "The same as JSON: .build/demo/recommendation.json" && \
	echo "To go on: export PATH=$$(dirname $$VARDE):\$$PATH VARDE_CATALOG=$(CURDIR)/$(CATALOG); varde help"

## Run every test.
test: setup
	swift test

## Run every test again, optimised, with the random cases of the oracles at full size.
oracle: setup
	VARDE_ORACLE_CASES=$${VARDE_ORACLE_CASES:-3000} swift test -c release \
		-Xswiftc -enable-testing --scratch-path .build/oracle

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

docs: setup
	./Scripts/check-docs.sh

## Measure the scoring engine beside its peers.
bench: setup
	./Benchmarks/run.sh

## Measure exact audits of drawn degrees.
bench-audit: setup
	./Benchmarks/audit.sh

## Measure statistics over a million generated learners beside pandas and DuckDB.
bench-stats: release
	VARDE="$$(swift build -c release --show-bin-path)/varde" ./Benchmarks/stats.sh

## Measure reports on a thousand learners.
bench-reports: release
	VARDE="$$(swift build -c release --show-bin-path)/varde" ./Benchmarks/reports.sh

## Execute the notebooks in a clean environment; any failed assertion stops.
notebooks: release
	VARDE="$$(swift build -c release --show-bin-path)/varde" ./Scripts/notebooks.sh

## Open every kind of page in a browser: is it accessible, and is it safe?
browser-check: release
	VARDE="$$(swift build -c release --show-bin-path)/varde" ./Scripts/browser-check.sh

## Time the built binary as whole processes.
bench-process: release
	python3 Benchmarks/whole_process.py --varde "$$(swift build -c release --show-bin-path)/varde" \
		--reference "$${VARDE_REFERENCE_DATA:-../shared}"

## Score recommendations on real courses; needs the reference data beside the project.
goal-directed: release
	./Benchmarks/goal-directed.sh

## Count what the St. Olaf area files ask for, and whether the rule language says it.
survey:
	@./Benchmarks/survey.sh

## Write the man page and the shell completions from the commands' own definitions.
man: release
	./Scripts/manual.sh

clean:
	swift package clean
