# Functions that the scripts of bin/ and build-tools/ share. Those that build need $home, the checkout, and
# $target, where the log of the build goes; those about usage need the script's own usage().
# shellcheck shell=bash

# Says in one line what is wrong and ends with an exit code.
fail() {
  echo "error: $1" >&2
  exit "$2"
}

# Prints how the script is called, where its first argument asks for that, and ends.
offer_help() {
  case ${1:-} in
    -h | --help)
      usage
      exit
      ;;
  esac
}

# Says how the script is called and what is wrong with this call, and ends.
refuse() {
  usage >&2
  fail "$1" 2
}

# Has everything that is started from here read and write the names of files in UTF-8. With the locale C
# or POSIX (cron, systemd, Docker, ssh), and with one that is not installed, Java cannot name a file with a
# letter beyond ASCII. Arguments ("$@") in another encoding are left to the locale that they came with.
use_utf8() {
  local name
  if ! command -v locale >/dev/null; then
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
      *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
      *) export LC_ALL=C.UTF-8 ;;
    esac
    return
  fi
  [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || return 0
  if [ $# -gt 0 ] && command -v iconv >/dev/null; then
    printf '%s\n' "$@" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1 || return 0
  fi
  for name in C.UTF-8 C.utf8 en_US.UTF-8; do
    if [ "$(LC_ALL=$name locale charmap 2>/dev/null)" = UTF-8 ]; then
      export LC_ALL=$name
      return
    fi
  done
}

# Takes the line of Spark, 3.5 or 4, that the modules which know Spark are built for and run with: into $spark, and
# $target is where the commands of that line lie.
choose_spark() {
  case $1 in
    3.5) target=$home/jobs/target ;;
    4) target=$home/jobs/target/spark-4 ;;
    *) fail "there is no Spark NER for Spark $1: expected 3.5 or 4" 2 ;;
  esac
  spark=$1
}

# The directory that the module $1 is built into. The core and what trains on libtorch are the same for every Spark.
built() {
  case ${spark:-3.5}:$1 in
    4:jobs | 4:spark-ner-ml | 4:benchmarks) echo "$home/$1/target/spark-4" ;;
    *) echo "$home/$1/target" ;;
  esac
}

# Options of Maven for one version of Spark 4, into $versions: with Scala, Hadoop and the libraries in the versions that
# it has them in, for Jackson's parts refuse each other otherwise. Its own POM says which.
choose_version() {
  local pom=$home/target/spark/spark-parent_2.13-$1.pom name value
  [ -e "$pom" ] || (cd "$home" && mvn -B -q -N dependency:copy -DoutputDirectory=target/spark \
    -Dartifact="org.apache.spark:spark-parent_2.13:$1:pom") >/dev/null 2>&1 </dev/null ||
    fail "Maven could not get Spark $1; expected a version that Maven Central has, such as 4.1.0" 2
  versions=(-Dspark=4 -Dspark.version="$1")
  for name in scala=scala hadoop=hadoop spark.slf4j=slf4j spark.jackson=fasterxml.jackson spark.icu4j=icu4j; do
    value=$(sed -n "s:.*<${name#*=}\.version>\(.*\)</.*:\1:p" "$pom" | head -1)
    versions+=(-D"${name%=*}.version=$value")
  done
}

# True where the file $1 is missing or older than any source, or where a build was begun and did not end.
outdated() {
  [ ! -e "$1" ] || [ -e "$home/jobs/target/build.unfinished" ] || [ -e "$home/jobs/target/spark-4/build.unfinished" ] ||
    [ -n "$(cd "$home" && find pom.xml ./*/pom.xml ./*/src/main -newer "$1" -print -quit)" ]
}

# Takes the lock that one build of a checkout holds. What a build that was killed has left does not count,
# nor what was copied with the checkout.
lock_build() {
  local holder tries=0
  until mkdir "$1" 2>/dev/null; do
    if [ ! -d "$1" ]; then
      tries=$((tries + 1))
      [ $tries -lt 5 ] || fail "cannot make the directory $1" 1
    elif [ -n "$(find "$1" -maxdepth 0 -mmin +1)" ] || [ -e "$1/pid" ]; then
      holder=$(cat "$1/pid" 2>/dev/null || true)
      if [ "${holder#* }" != "$home" ] || ! kill -0 "${holder%% *}" 2>/dev/null; then rm -rf "$1"; fi
    fi
    sleep 1
  done
  echo "$$ $home" >"$1/pid"
}

# Runs Maven with the arguments, its output in a log, a line of progress here. Without $torch, it leaves out the module
# that fetches libtorch.
build() {
  command -v mvn >/dev/null || fail "no Maven found: install Maven 3.8 or newer, it builds Spark NER on first use" 2
  if ! mkdir -p "$target" 2>/dev/null || [ ! -w "$target" ]; then
    fail "Spark NER has to be built, but $(id -un) cannot write to $target: build it as its owner, or make a copy of your own" 2
  fi
  local log=$target/build.log lock=${target%/spark-4}/build.lock begin=$SECONDS last=0 status=0
  lock_build "$lock"
  touch "$target/build.unfinished"
  # What an assembly brings is listed beside it; the launcher's own builds need no list.
  case "$*" in *-Passembly*) ;; *) set -- -Dcyclonedx.skip "$@" ;; esac
  [ -z "${SPARK_NER_OFFLINE:-}" ] || set -- -o "$@"
  [ -n "${torch:-}" ] || set -- -pl '!spark-ner-torch' "$@"
  [ "${spark:-3.5}" = 3.5 ] || set -- "-Dspark=$spark" "$@"
  (cd "$home" && exec mvn -B -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip -Derror.prone.options=-XepDisableAllChecks \
    "$@" package) >"$log" 2>&1 </dev/null &
  local maven=$!
  # shellcheck disable=SC2064
  trap "kill $maven 2>/dev/null || true; rm -rf '${lock//\'/\'\\\'\'}'" EXIT
  trap 'fail "interrupted while building; run the command again" 130' INT
  trap 'fail "interrupted while building; run the command again" 143' TERM HUP
  while kill -0 "$maven" 2>/dev/null; do
    local step files line
    step=$(grep -o 'Building Spark NER.*' "$log" | tail -1 || true)
    files=$(grep -c '^\[INFO\] Downloaded from ' "$log" || true)
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
  trap - EXIT INT TERM HUP
  if [ "$status" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -20 >&2 || true
    fail "the build failed; Maven's output is in $log" 1
  fi
  rm -f "$target/build.unfinished"
}

# Makes the virtual environment $1 with the packages that the file $2 pins, unless it is that already. One
# that was moved or copied still names the place where it was made, so it is made again.
install_locked() {
  command -v python3 >/dev/null || fail "no Python found: install Python 3.10 or newer" 2
  if { echo "# $1"; cat "$2"; } | cmp -s - "$1/requirements.txt" && "$1/bin/python" -c '' 2>/dev/null; then return; fi
  [ -z "${SPARK_NER_OFFLINE:-}" ] ||
    fail "$1 has not the packages of $2, which nothing is fetched for: run bin/test once without --offline" 1
  echo "Installing $(grep -c == "$2") packages into $1" >&2
  rm -rf "$1"
  python3 -m venv "$1" >&2 || fail "Python could not make the virtual environment $1" 1
  "$1/bin/python" -m pip install --quiet --requirement "$2" >&2 || fail "pip could not install $2" 1
  { echo "# $1"; cat "$2"; } >"$1/requirements.txt"
}

# Has a browser for the tests of pages: Debian's package, where apt can install it without asking. Without one they are
# skipped, and say so.
install_chromium() {
  local apt=(apt-get) log=$1
  if command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then return; fi
  if [ -n "${SPARK_NER_OFFLINE:-}" ]; then
    echo "WARNING: no Chromium here, and nothing is fetched: THE TESTS OF PAGES ARE SKIPPED" >&2
    return
  fi
  [ "$(id -u)" -eq 0 ] || apt=(sudo -n apt-get)
  echo "Installing the browser Chromium" >&2
  mkdir -p "$(dirname "$log")"
  if ! command -v apt-get >/dev/null || ! {
    "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends chromium
  } >"$log" 2>&1 </dev/null; then
    echo "WARNING: no Chromium here, and apt-get could not install it ($log): THE TESTS OF PAGES ARE SKIPPED" >&2
  fi
}
