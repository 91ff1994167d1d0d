#!/bin/sh
# Completions and the manual page as shells and man read them. What is not installed is not tried.
set -eu
program=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

for shell in bash zsh fish; do
  "$program" completion $shell >"$work/$shell" || fail "completion $shell"
  if command -v $shell >/dev/null; then $shell -n "$work/$shell" || fail "$shell does not read it"; fi
done

# completes EXPECTED WORD…: what bash offers for the last word.
completes() {
  expected=$1
  shift
  offered=$(bash -c '
    . "$0"
    COMP_WORDS=("$@")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _holdfast
    echo "${COMPREPLY[*]}"' "$work/bash" "$@")
  [ "$offered" = "$expected" ] || fail "for '$*' bash offers '$offered', not '$expected'"
}
completes "check" holdfast che
completes "text" holdfast check --format te
completes "--format" holdfast check --fo
completes "PW001 PW002 PW003 PW004 PW005 PW006 PW007 PW008 PW009" holdfast explain PW00
completes "" holdfast check --baseline ""
completes "" holdfast check --format sarif = out
completes "never" holdfast check net --fail-on n
completes "bash zsh fish" holdfast completion ""

# In zsh, as its completion system calls it.
if command -v zsh >/dev/null; then
  mkdir "$work/functions"
  cp "$work/zsh" "$work/functions/_holdfast"
  zsh -fc 'fpath=("$1" $fpath); autoload -U compinit; compinit -u -d "$1/dump"; [ "$_comps[holdfast]" = _holdfast ]' \
    zsh "$work/functions" || fail "zsh does not know whose completion it is"
fi
if command -v fish >/dev/null; then
  offered=$(HOME=$work fish --no-config -c "source $work/fish; complete -C 'holdfast check --fail-on n'" | cut -f 1)
  [ "$offered" = never ] || fail "fish offers '$offered'"
fi

"$program" man >"$work/holdfast.1"
if command -v groff >/dev/null; then
  groff -man -Tutf8 -P-cbou -ww "$work/holdfast.1" >"$work/page" 2>"$work/err" || fail "groff"
  [ ! -s "$work/err" ] || fail "groff says: $(cat "$work/err")"
  grep -q 'write-baseline' "$work/page" || fail "the manual page lacks an option"
fi
if command -v mandoc >/dev/null; then
  mandoc -Tlint -Werror "$work/holdfast.1" || fail "mandoc"
fi

# Help fits 80 columns and ends with an example that the parser knows.
"$program" --help >"$work/help"
for command in $(sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p' "$work/help"); do
  "$program" "$command" --help >"$work/command"
  cat "$work/command" >>"$work/help"
  grep -A1 '^Example:' "$work/command" | grep -q "^  holdfast $command" || fail "$command has no example"
done
wide=$(LC_ALL=C.UTF-8 awk 'length($0) > 80' "$work/help")
[ -z "$wide" ] || fail "wider than 80 columns: $wide"
grep -q 'holdfast check' "$work/help" || fail "no command was tried"
