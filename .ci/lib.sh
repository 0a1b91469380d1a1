# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# What the gate's scripts share: where they are, named and timed steps, and counts of tests.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# Built once, kept outside the tree; a new version is a new name in it.
tools="${XDG_CACHE_HOME:-$HOME/.cache}/roadstead/tools"
ci=target/ci
mvn=(./mvnw --batch-mode --no-transfer-progress)
export PATH="$PATH:$tools/bin"
export CI="${CI:-true}"

say() { printf '%s\n' "$*"; }

fail() {
  say "$*" >&2
  exit 1
}

# count <suite> <passed> <failed> <skipped>: for the summary at the end.
count() {
  mkdir -p "$ci"
  printf '%s\t%d\t%d\t%d\n' "$1" "$2" "$3" "$4" >>"$ci/counts.tsv"
}

# elements <name> <JUnit report>...: how many there are. The attributes of a suite do not count the
# tests of nested classes.
elements() {
  local name="$1"
  shift
  { cat "$@" 2>/dev/null | grep -oE "<$name[ />]" || true; } | wc -l
}

# count_reports <suite> <JUnit report>...: no report at all counts as one failure.
count_reports() {
  local suite="$1" tests failed skipped
  shift
  tests="$(elements testcase "$@")"
  failed="$(($(elements failure "$@") + $(elements error "$@")))"
  skipped="$(elements skipped "$@")"
  if [[ "$tests" == 0 ]]; then
    say "no tests ran: $suite"
    count "$suite" 0 1 0
    return 1
  fi
  count "$suite" "$((tests - failed - skipped))" "$failed" "$skipped"
}

steps=()
broken=0
behind_name='' behind_pid=''

# step <name> <command>...: runs it with a headline and the time it took; goes on when it fails.
step() {
  local name="$1" start=$SECONDS result=ok
  shift
  printf '\n=== %s\n' "$name"
  "$@" </dev/null || result=FAILED
  [[ "$result" == ok ]] || broken=$((broken + 1))
  steps+=("$(printf '%-7s %5d s  %s' "$result" "$((SECONDS - start))" "$name")")
  printf '=== %s: %s after %d s\n' "$name" "$result" "$((SECONDS - start))"
  [[ "$result" == ok ]]
}

# behind <name> <command>...: starts a step beside the ones that follow; `join_behind` shows it.
behind() {
  behind_name="$1"
  shift
  printf '\n=== %s: started beside the other steps\n' "$behind_name"
  # A session of its own, so that all it has started can be ended together. Linux may schedule sessions against
  # each other before processes, so that nice alone would not make it give way.
  setsid bash -c 'echo 5 2>/dev/null >/proc/self/autogroup; start=$SECONDS; "$@"; result=$?; echo "it took $((SECONDS - start)) s"; exit "$result"' bash "$@" \
    </dev/null >"$ci/behind.log" 2>&1 &
  behind_pid=$!
}

# join_behind: waits for that step, and shows what it printed and how it ended.
join_behind() {
  [[ -n "$behind_pid" ]] || return 0
  step "$behind_name" collect_behind
}

collect_behind() {
  local result=0
  wait "$behind_pid" || result=$?
  # What it may have left when it was ended.
  kill -KILL -- "-$behind_pid" 2>/dev/null || true
  behind_pid=
  cat "$ci/behind.log"
  return "$result"
}

# stop_behind: ends it when the gate ends early.
stop_behind() {
  [[ -n "$behind_pid" ]] || return 0
  kill -TERM -- "-$behind_pid" 2>/dev/null || true
  wait "$behind_pid" 2>/dev/null || true
}

summary() {
  printf '\n=== Steps\n'
  printf '%s\n' "${steps[@]}"
  printf '\n=== Tests\n'
  awk -F '\t' '{ printf "%5d passed %3d failed %3d skipped  %s\n", $2, $3, $4, $1 }' "$ci/counts.tsv"
  [[ ! -f "$ci/coverage" ]] || cat "$ci/coverage"
  [[ "$broken" == 0 ]] || printf '%d step(s) FAILED\n' "$broken"
  awk -F '\t' '{ p += $2; f += $3; s += $4 } END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' \
    "$ci/counts.tsv"
}
