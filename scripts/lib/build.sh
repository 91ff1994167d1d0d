# Configuring and building by preset. Sourced by scripts/holdfast and scripts/test, which set $root and -eu.

# shellcheck source=scripts/lib/packages.sh
. "$root/scripts/lib/packages.sh"

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# logged LOG WHAT COMMAND…: runs the command with its output in LOG; when it fails, shows the end and leaves with 2.
# Standard input stays the program's.
logged() {
  log=$1
  what=$2
  shift 2
  "$@" >>"$log" 2>&1 </dev/null && return 0
  say "$what failed; the end of $log:"
  tail -n 40 "$log" >&2
  exit 2
}

# How many compilers at once: one per processor, but no more than one per 1.5 GiB of memory.
# CMAKE_BUILD_PARALLEL_LEVEL, where it is set, wins.
build_jobs() {
  if [ -n "${CMAKE_BUILD_PARALLEL_LEVEL:-}" ]; then
    echo "$CMAKE_BUILD_PARALLEL_LEVEL"
    return
  fi
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  awk -v cores="$(nproc)" -v limit="$limit" '
    /^MemAvailable:/ {
      bytes = $2 * 1024
      if (limit != "max" && limit < bytes) bytes = limit
      jobs = int(bytes / (1.5 * 1024 * 1024 * 1024))
      if (jobs > cores) jobs = cores
      print (jobs < 1 ? 1 : jobs)
    }' /proc/meminfo
}

# configure PRESET LOG OPTION…: a build folder that was made for another place is made anew.
configure() {
  preset=$1
  configure_log=$2
  shift 2
  cache=$root/build/$preset/CMakeCache.txt
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    set -- --fresh "$@"
  fi
  logged "$configure_log" "configuring" cmake -S "$root" --preset "$preset" "$@"
}

# build PRESET LOG OPTION…
build() {
  preset=$1
  build_log=$2
  shift 2
  logged "$build_log" "building" cmake --build "$root/build/$preset" -j "$(build_jobs)" "$@"
}

# open_log NAME: an empty log, whose path is in $log_file.
open_log() {
  log_file=$root/build/log/$1.log
  mkdir -p "$root/build/log"
  : >"$log_file"
}

# The program alone, that is $targets. A folder that scripts/test has configured keeps its tests. Only one start
# builds at a time; the one that waited finds the work done.
build_program() {
  mkdir -p "$root/build/release"
  exec 9>"$root/build/release/.lock"
  flock 9
  if is_current; then
    exec 9>&-
    return
  fi
  open_log program
  packages=$program_packages
  desktop=
  case $targets in *holdfast-gui*)
    packages="$packages $gui_packages"
    desktop=-DHOLDFAST_GUI=ON
    ;;
  esac
  # shellcheck disable=SC2086  # a list of names
  need_packages "$log_file" $packages
  say "building the program, which takes some minutes the first time (log: $log_file)"
  # Taken before the build, so that what is edited meanwhile counts as newer.
  touch "$root/build/release/.started"
  if [ -f "$root/build/release/CMakeCache.txt" ]; then
    configure release "$log_file" ${desktop:+"$desktop"}
  else
    configure release "$log_file" -DHOLDFAST_TESTS=OFF -DHOLDFAST_BENCH=OFF ${desktop:+"$desktop"}
  fi
  # shellcheck disable=SC2086  # a list of names
  build release "$log_file" --target $targets
  mv "$root/build/release/.started" "$stamp"
  exec 9>&-
}
