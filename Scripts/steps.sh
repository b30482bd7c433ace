# Sourced by the scripts that take several steps: `step "what" command…` says what is done and how long it took.
step() {
    local what="$1" began=$SECONDS
    shift
    printf '\n==> %s\n' "$what"
    "$@"
    printf '    %s: %d s\n' "$what" $((SECONDS - began))
}
