# make serve   the site, built and served on http://127.0.0.1:8080
# make test    everything that must hold
# make fuzz    files changed at random are read, for SECONDS=60
# The first two install what is missing: the compiled tools go to $(CACHE), a second clone finds them there.

TRUNK_VERSION := 0.21.14
# The crate and its command-line tool must match exactly.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/.*"\(.*\)"/\1/p}' Cargo.lock)

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/suanpan
TRUNK := $(CACHE)/trunk-$(TRUNK_VERSION)
BINDGEN := $(CACHE)/wasm-bindgen-$(BINDGEN_VERSION)
MODULES := tests/browser/node_modules/.package-lock.json
WASM := --target wasm32-unknown-unknown

export PATH := $(TRUNK)/bin:$(BINDGEN)/bin:$(CURDIR)/tests/browser/node_modules/.bin:$(PATH)
# Warnings are let through while one writes, never in a check.
DENY := -- --deny warnings

.PHONY: serve test build check native wasm browser look bench fuzz clean target apt
.NOTPARALLEL:

SECONDS := 60

serve: build
	node tests/browser/serve.mjs dist 8080

test: check native wasm build browser

build: target $(TRUNK)/bin/trunk $(BINDGEN)/bin/wasm-bindgen $(MODULES)
	trunk build --locked

check: target
	cargo fmt --check
	cargo clippy --locked --all-targets --no-default-features $(DENY)
	cargo clippy --locked $(WASM) --lib --bins --test wasm $(DENY)
	! cargo tree --locked --no-default-features --edges normal --prefix none | grep -E '^(yew|gloo|wasm-bindgen|js-sys|web-sys)'

native:
	cargo test --locked --no-default-features

wasm: target $(BINDGEN)/bin/wasm-bindgen
	cargo test --locked $(WASM) --test wasm

browser: apt $(MODULES)
	node --test tests/browser/*.test.mjs

look: apt build
	node tests/browser/look.mjs target/look

# Reading beside other programs; needs the site built. What is compared is installed here only.
BENCH := $(CURDIR)/target/bench
bench: apt build
	cargo bench --locked --no-default-features --bench read
	mkdir -p $(BENCH)
	cargo bench --locked --no-default-features --bench read -- write $(BENCH)
	cd benches/browser && npm ci --no-fund --no-audit
	cargo build --release --locked $(WASM) --manifest-path benches/browser/calamine/Cargo.toml --target-dir $(BENCH)/calamine
	node benches/browser/run.mjs $(BENCH) $(BENCH)/calamine/wasm32-unknown-unknown/release/calamine_bench.wasm

# Changed files for so long, on the stable compiler.
fuzz:
	cargo run --locked --release --manifest-path fuzz/Cargo.toml --bin mutate -- $(SECONDS)

clean:
	rm -rf dist target tests/browser/node_modules

target:
	@test -d "$$(rustc --print target-libdir $(WASM))" || rustup target add wasm32-unknown-unknown

# Unoptimised: they compile three times as fast, and run fast enough.
$(TRUNK)/bin/trunk:
	CARGO_PROFILE_DEV_DEBUG=0 cargo install trunk --locked --version $(TRUNK_VERSION) --debug --no-track --root $(TRUNK)

# Without --locked: its lock file names a version that is gone.
$(BINDGEN)/bin/wasm-bindgen:
	CARGO_PROFILE_DEV_DEBUG=0 cargo install wasm-bindgen-cli --version $(BINDGEN_VERSION) --debug --no-track --root $(BINDGEN)

$(MODULES): tests/browser/package-lock.json
	cd tests/browser && npm ci --no-fund --no-audit
	touch $@

apt:
	@test -x /usr/bin/chromium && fc-list :lang=zh | grep -q . || $(MAKE) install-apt

.PHONY: install-apt
install-apt:
	@test "$$(id -u)" = 0 || { echo "Install first, as root: chromium fontconfig fonts-noto-cjk"; exit 1; }
	apt-get update --quiet=2 && apt-get install --yes --quiet=2 --no-install-recommends chromium fontconfig fonts-noto-cjk
