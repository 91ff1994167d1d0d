#!/bin/sh
# How scripts/holdfast starts. A copy of scripts/ in a folder of its own, with stand-ins for the tools it calls;
# nothing is built or installed.
set -eu
source_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree="$work/a tree"
tools="$work/tools"

fail() {
  echo "FAILED: $*" >&2
  sed 's/^/stdout: /' "$work/out" >&2
  sed 's/^/stderr: /' "$work/err" >&2
  exit 1
}

expect_status() { [ "$status" = "$1" ] || fail "exit status $status, not $1"; }
expect_out() { [ "$(cat "$work/out")" = "$1" ] || fail "standard output is not: $1"; }
expect_err() { grep -q "$1" "$work/err" || fail "standard error does not say: $1"; }
expect_quiet() { [ ! -s "$work/err" ] || fail "something was said on standard error"; }

# tool NAME: a stand-in whose body is standard input.
tool() {
  { echo '#!/bin/sh' && cat; } >"$tools/$1"
  chmod +x "$tools/$1"
}

# start PROGRAM ARGUMENT…
start() {
  status=0
  PATH="$tools:$PATH" "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
}

mkdir -p "$tree/build/release" "$tools"
cp -r "$source_dir/scripts" "$tree/scripts"
touch "$tree/CMakeLists.txt" "$tree/CMakePresets.json"
for folder in cmake model importers solver app; do
  mkdir "$tree/$folder"
  touch "$tree/$folder/file"
done
find "$tree" -exec touch -d '1 hour ago' {} +

cat >"$work/program" <<'END'
#!/bin/sh
for argument in "$@"; do echo "[$argument]"; done
exit 3
END
chmod +x "$work/program"

# cmake --build puts the program in place; both steps talk on standard output.
tool cmake <<END
echo "cmake \$*"
case \$1 in --build) cp "$work/program" "$tree/build/release/holdfast" ;; esac
END
tool dpkg-query <<'END'
printf 'ii '
END

# The first start builds, tells so on standard error, and runs the program.
cd /
start "$tree/scripts/holdfast" check "two words" ""
expect_status 3
expect_out "$(printf '[check]\n[two words]\n[]')"
expect_err "building the program"
grep -q -- '--preset release' "$tree/build/log/program.log" || fail "the log lacks the configuration"

# The next start runs no tool and says nothing.
tool cmake <<'END'
echo "cmake was called" >&2
exit 1
END
tool dpkg-query <<'END'
echo "dpkg-query was called" >&2
exit 1
END
start "$tree/scripts/holdfast" rules
expect_status 3
expect_out "[rules]"
expect_quiet

# So it does through a link, from another folder.
mkdir "$work/bin"
ln -s "$tree/scripts/holdfast" "$work/bin/holdfast"
cd "$work/bin"
start ./holdfast -q
expect_out "[-q]"
expect_quiet

# A new source makes it build; when that fails, the end of the log is shown and nothing goes to standard output.
tool dpkg-query <<'END'
printf 'ii '
END
tool cmake <<'END'
echo "no such compiler"
exit 1
END
touch -d '1 hour' "$tree/model/new.cpp"
start "$tree/scripts/holdfast" rules
expect_status 2
expect_out ""
expect_err "no such compiler"

# A missing package is installed with sudo where the user is not root.
tool id <<'END'
echo 1000
END
tool dpkg-query <<'END'
case $* in *libz3-dev*) exit 1 ;; *) printf 'ii ' ;; esac
END
tool sudo <<END
echo "\$*" >>"$work/sudo"
END
tool cmake <<END
case \$1 in --build) cp "$work/program" "$tree/build/release/holdfast" ;; esac
END
start "$tree/scripts/holdfast" rules
expect_status 3
expect_out "[rules]"
expect_err "installing libz3-dev "
grep -q 'apt-get install -y --no-install-recommends libz3-dev$' "$work/sudo" || fail "apt-get was not called"

# Where installing fails, so does the start, with the reason.
tool sudo <<'END'
echo "no network"
exit 100
END
start "$tree/scripts/holdfast" rules
expect_status 2
expect_out ""
expect_err "no network"

# The desktop program is built for `gui` alone, with its packages.
tool sudo <<END
echo "\$*" >>"$work/sudo"
END
tool dpkg-query <<'END'
case $* in *libz3-dev* | *qt6-base-dev*) exit 1 ;; *) printf 'ii ' ;; esac
END
tool cmake <<END
echo "cmake \$*" >>"$work/cmake"
case \$1 in --build) cp "$work/program" "$tree/build/release/holdfast" ;; esac
END
: >"$work/cmake"
start "$tree/scripts/holdfast" rules
expect_err "installing libz3-dev "
! grep -q 'holdfast-gui' "$work/cmake" || fail "the desktop program was built for the command line"
start "$tree/scripts/holdfast" gui network
expect_status 3
expect_out "$(printf '[gui]\n[network]')"
expect_err "installing libz3-dev qt6-base-dev "
grep -q -- '-DHOLDFAST_GUI=ON' "$work/cmake" || fail "the desktop program was not asked for"
grep -q -- '--target holdfast holdfast-gui' "$work/cmake" || fail "the desktop program was not built"
