#!/usr/bin/env bash
# Fuzzes the parsers and the read loop with afl-fuzz, which sees which code an input reaches.
#   fuzz.sh SECONDS [TARGET...]      (as root where afl++ is yet to be installed; without a target all, one after the other)
# Findings, queues and statistics (fuzzer_stats) are kept in artifacts/fuzz/TARGET/default; a later run goes on from there.
# FUZZ_STATS=FOLDER keeps the statistics of each run there as well.
# afl-fuzz runs with a nice value of 10: it takes what the machine has left.
# Exit code 1 where something was found: what it was is told.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
seconds=${1:?SECONDS for each target}; shift
targets=${*:-scanner tokens responses decoding sasl connection flight}
out=$here/../../artifacts/fuzz
program=bin/Release/net10.0/ImapAsync.Fuzz
version=2.3.0

mkdir -p "$out" && out=$(readlink -f "$out")
command -v afl-fuzz >/dev/null || { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends afl++; } >"$out/install.log" 2>&1 \
  || { tail -n 20 "$out/install.log" >&2; echo "afl++ is missing" >&2; exit 77; }
[ -x "$out/tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version $version --tool-path "$out/tools"

# The library is instrumented in a copy; below the repository, where the corpus is found.
dotnet build "$here" -c Release -v quiet -nologo -p:RunAnalyzers=false
rm -rf "$out/instrumented" "$out/seeds"
cp -r "$here/bin/Release/net10.0" "$out/instrumented"
"$out/tools/sharpfuzz" "$out/instrumented/ImapAsync.dll"
"$here/$program" seeds "$out/seeds"

export AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_AUTORESUME=1 AFL_IGNORE_SEED_PROBLEMS=1 AFL_FAST_CAL=1
# One thread of the pool: what an input reaches does not depend on who is faster.
export DOTNET_PROCESSOR_COUNT=1
found=0
for target in $targets; do
  # An await that does not end ends the target after a minute.
  nice afl-fuzz -V "$seconds" -i "$out/seeds/$target" -o "$out/$target" -t 90000 -m none "$out/instrumented/ImapAsync.Fuzz" "$target" >"$out/$target.log" 2>&1 \
    || { tail -n 20 "$out/$target.log" >&2; found=1; }
  stats=$out/$target/default/fuzzer_stats
  echo "$target: $(sed -n 's/ *: */=/p' "$stats" | grep -E '^(run_time|execs_done|edges_found|saved_crashes|saved_hangs)=' | tr '\n' ' ')"
  [ -z "${FUZZ_STATS:-}" ] || { mkdir -p "$FUZZ_STATS" && cp "$stats" "$FUZZ_STATS/$target.$(date +%Y%m%d-%H%M%S)"; }
  findings=("$out/$target"/default/crashes/id* "$out/$target"/default/hangs/id*)
  for finding in "${findings[@]}"; do
    [ ! -e "$finding" ] || "$here/$program" replay "$target" "$finding" || found=1
  done
done
exit $found
