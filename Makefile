# `make help` lists what can be made.
PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help demo test data bench fuzz format lint docs release install packages clean-demo

help:          ## This list
	@awk -F '[:#]+' '/^[a-z-]+:.*##/ { printf "  make %-10s %s\n", $$1, $$3 }' Makefile

demo:          ## Install what is missing, build, read Examples, serve the map
	@Scripts/demo

test:          ## Build the data where missing, then run all tests (release)
	@Scripts/install-system-packages
	@Scripts/test

data:          ## Build the gazetteer and the basemap under share/dateline
	@Scripts/install-system-packages
	@Scripts/data

bench:         ## Print the speeds that the documentation quotes
	@Scripts/install-system-packages
	swift build -c release --product dateline
	@Scripts/data
	.build/release/dateline bench

fuzz:          ## Fuzz the readers for a minute
	@Scripts/install-system-packages
	@Fuzz/run

format:        ## Format the sources in place
	swift format -i -r Sources Tests Package.swift

lint:          ## Check the format and the scripts
	swift format lint --strict -r Sources Tests Package.swift
	@for script in Scripts/* .ci/run; do \
	    case "$$(head -1 $$script)" in *bash*) bash -n $$script || exit 1 ;; esac; done

docs:          ## Where the guides are
	@ls Documentation/*.md

release:       ## An archive of the program and its data under dist/
	@Scripts/install-system-packages
	@Scripts/release

install:       ## Install under PREFIX (/usr/local)
	@Scripts/install-system-packages
	@Scripts/release "$(PREFIX)"

packages:      ## Install the system packages only
	@Scripts/install-system-packages

clean-demo:    ## Remove the demo's ledger
	rm -rf demo
