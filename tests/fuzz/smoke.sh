#!/bin/sh
# smoke.sh BUILD NAME SECONDS: runs one fuzzer from the seeds. What it finds worth keeping stays in BUILD/corpus,
# where the next run starts from; an input that fails is left in BUILD and named.
set -eu
build=$1
name=$2
seconds=$3
corpus=$build/corpus/$name
words=$(readlink -f "$(dirname "$0")")/vrp.dict
mkdir -p "$corpus" "$build/seeds"
cd "$build"
exec "$build/tests/fuzz/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
  -dict="$words" -artifact_prefix="$build/" -print_final_stats=1 "$corpus" "$build/seeds"
