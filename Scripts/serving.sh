# For scripts that look at the page or the API from outside; they source this from the repository's root.
#   skip WHY            says in one line that nothing was looked at, and succeeds: the registries may be out of reach
#   browser             sets $browser to Chromium, installing it where that is allowed
#   python_with M P     sets $python to one that has the modules M ("a,b"), installing the packages P into .venv/
#   serve PORT LOG …    starts `dateline serve` with the options …, waits until it answers, ends it with the script
dateline=${DATELINE:-.build/release/dateline}
what=$(basename "$0")
folder=$(mktemp -d)
servers=()
trap 'for server in "${servers[@]}"; do kill "$server" 2> /dev/null || true; done; wait; rm -rf "$folder"' EXIT

skip() { printf '%s: SKIPPED, %s\n' "$what" "$*"; exit 0; }

[ -x "$dateline" ] || skip "$dateline is not built"

browser() {
    browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    if [ -z "$browser" ] && command -v apt-get > /dev/null; then
        local as_root=()
        [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
        ${as_root[@]+"${as_root[@]}"} timeout 300 env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            --no-install-recommends chromium fonts-noto-core > /dev/null 2>&1 || true
        browser=$(command -v chromium || true)
    fi
    [ -n "$browser" ] || skip "there is no Chromium, and it could not be installed"
}

python_with() {
    local modules=$1
    shift
    for python in python3 .venv/bin/python; do
        "$python" -c "import $modules" 2> /dev/null && return
    done
    [ -x .venv/bin/python ] || python3 -m venv .venv 2> /dev/null || skip "python3 has no venv (apt-get install python3-venv)"
    timeout 300 .venv/bin/python -m pip install -q "$@" > /dev/null 2>&1 || skip "$* could not be installed"
    python=.venv/bin/python
}

serve() {
    local port=$1 log=$2
    shift 2
    "$dateline" serve --port "$port" "$@" > /dev/null 2> "$folder/$log" &
    servers+=($!)
    for _ in $(seq 1 150); do
        curl -fsS -o /dev/null "http://127.0.0.1:$port/healthz" 2> /dev/null && return
        sleep 0.2
    done
    cat "$folder/$log" >&2
    exit 1
}
