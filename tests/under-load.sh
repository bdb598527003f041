#!/usr/bin/env bash
# Runs the whole suite again and again while all cores are kept busy by something else: what passes only on a machine
# that has nothing else to do waits for a time where it should wait for an event, or counts before all is there.
# tests/under-load.sh [RUNS [FILTER]]    RUNS: 5 unless given. FILTER: as dotnet test takes it; all unless given.
# LOAD: how many busy processes for each core, 4 unless set. NO_BUILD=1: tests what is built already.
# Results are in artifacts/under-load. Exit code 0 only where every run was green.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit 1

runs=${1:-5} filter=${2:-} load=${LOAD:-4}
export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
out=$PWD/artifacts/under-load
rm -rf "$out" && mkdir -p "$out" || exit 1
[ -n "${NO_BUILD:-}" ] || dotnet build ImapAsync.sln -c Release -v quiet || exit 1

busy=()
for _ in $(seq $(($(nproc) * load))); do
  (while :; do :; done) </dev/null &
  busy+=($!)
done
trap 'kill "${busy[@]}" 2>/dev/null' EXIT
trap 'exit 130' INT TERM

# RUN NAME - the sum of that counter over the result files of a run
count() {
  cat "$out/$1"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

red=0
for run in $(seq "$runs"); do
  start=$SECONDS status=0
  dotnet test ImapAsync.sln -c Release --no-build --results-directory "$out/$run" ${filter:+--filter "$filter"} \
    --blame-hang-timeout 20m --blame-hang-dump-type none >"$out/$run.log" 2>&1 </dev/null || status=$?
  echo "run $run: $(count "$run" passed) passed, $(count "$run" failed) failed, $((SECONDS - start)) s, load $(cut -d' ' -f1 /proc/loadavg)"
  grep -hoE '^ *Failed .*\[' "$out/$run.log" | sort | sed 's/ *\[$//'
  if [ "$status" != 0 ] || [ "$(count "$run" passed)" = 0 ]; then red=$((red + 1)); fi
done
echo "$((runs - red)) of $runs runs were green"
[ "$red" = 0 ]
