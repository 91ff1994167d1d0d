# Debian 12 packages. Sourced by build.sh.

# To build and run the program.
program_packages="g++ cmake ninja-build libz3-dev libboost-graph-dev libyaml-cpp-dev libcli11-dev libfmt-dev
  nlohmann-json3-dev graphviz"

# To build and run the desktop program, with typefaces that read well.
gui_packages="qt6-base-dev qt6-svg-dev fonts-inter fonts-jetbrains-mono"

# To build and run its tests: test libraries, a fast linker, clang for the sanitizers, the fuzzers and the format check.
test_packages="$program_packages $gui_packages libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev libvalijson-dev
  mold clang clang-format libclang-rt-dev"

# missing_packages NAME…: those that are not installed, one per line. Elsewhere than on Debian: none, and cmake
# says what it lacks.
missing_packages() {
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) in
      ii*) ;;
      *) printf '%s\n' "$package" ;;
    esac
  done
}

# need_packages LOG NAME…: installs what is missing, as root or with sudo. Without a network it works as long as
# nothing is missing.
need_packages() {
  packages_log=$1
  shift
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "these packages are missing: $missing"
      say "neither root nor sudo is here; as root, run: apt-get install $missing"
      exit 2
    fi
    as_root="sudo --preserve-env=DEBIAN_FRONTEND"
  fi
  say "installing $missing(log: $packages_log)"
  export DEBIAN_FRONTEND=noninteractive
  # A failed update is no failure yet: the lists that are there may do.
  $as_root apt-get update >>"$packages_log" 2>&1 </dev/null || true
  # shellcheck disable=SC2086  # a list of names
  logged "$packages_log" "installing packages" \
    $as_root apt-get install -y --no-install-recommends $missing
}
