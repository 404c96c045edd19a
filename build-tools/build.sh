# Functions of the scripts in bin/ that build on first use. They want $home, the checkout.
# shellcheck shell=bash

# Says in one line what is wrong and ends with an exit code.
fail() {
  echo "error: $1" >&2
  exit "$2"
}

# True where the file $1 is missing or older than any source.
outdated() {
  [ ! -e "$1" ] || [ -n "$(cd "$home" && find pom.xml ./*/pom.xml ./*/src/main -newer "$1" -print -quit)" ]
}

# Runs Maven with the arguments, its output in a log, a line of progress here.
build() {
  command -v mvn >/dev/null || fail "no Maven found: install Maven 3.8 or newer, it builds Spark NER on first use" 2
  mkdir -p "$target"
  local log=$target/build.log lock=$target/build.lock begin=$SECONDS last=0 status=0
  until mkdir "$lock" 2>/dev/null; do
    kill -0 "$(cat "$lock/pid" 2>/dev/null || echo $$)" 2>/dev/null || rm -rf "$lock"
    sleep 1
  done
  echo $$ >"$lock/pid"
  (cd "$home" && exec mvn -B -Dmaven.test.skip -Dspotless.check.skip -Derror.prone.options=-XepDisableAllChecks \
    "$@" package) >"$log" 2>&1 </dev/null &
  local maven=$!
  # shellcheck disable=SC2064
  trap "kill $maven 2>/dev/null || true; rm -rf '${lock//\'/\'\\\'\'}'" EXIT
  trap 'exit 130' INT TERM
  while kill -0 "$maven" 2>/dev/null; do
    local step files line
    step=$(grep -o 'Building Spark NER.*' "$log" | tail -1 || true)
    files=$(grep -c '^Downloaded' "$log" || true)
    line="${step:-Building Spark NER} (${files} files downloaded, $((SECONDS - begin)) s)"
    if [ -t 2 ]; then
      printf '\r\033[K%s' "$line" >&2
    elif [ $((SECONDS - begin)) -ge "$last" ]; then
      echo "$line" >&2
      last=$((SECONDS - begin + 10))
    fi
    sleep 0.5
  done
  [ -t 2 ] && printf '\r\033[K' >&2
  wait "$maven" || status=$?
  rm -rf "$lock"
  trap - EXIT INT TERM
  if [ "$status" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -20 >&2 || true
    fail "the build failed; Maven's output is in $log" 1
  fi
}

# Makes the virtual environment $1 with the packages that the file $2 pins, unless it is that already.
install_locked() {
  command -v python3 >/dev/null || fail "no Python found: install Python 3.10 or newer" 2
  cmp -s "$2" "$1/requirements.txt" && return
  echo "Installing $(grep -c == "$2") packages into $1" >&2
  rm -rf "$1"
  python3 -m venv "$1"
  "$1/bin/python" -m pip install --quiet --requirement "$2" >&2 || fail "pip could not install $2" 1
  cp "$2" "$1/requirements.txt"
}
