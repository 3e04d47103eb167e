# shellcheck shell=bash
# What the scripts beside this file share. It is sourced, never run, and keeps to the bash 3.2 that macOS ships.

unset CDPATH
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/target/logs

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- The tools ---

readonly wanted_jdk=25
readonly oldest_maven=3.8.6

# Prints the major version of the JDK in a folder. Fails where there is none: what has no compiler is no JDK.
jdk_version() {
    local home=$1 version=
    [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 1
    if [ -r "$home/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    fi
    if [ -z "$version" ]; then
        version=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    fi
    [ -n "$version" ] && printf '%s\n' "$version"
}

# Prints the folder of the java on the PATH, asking java itself: what lies on the PATH may be a version manager's script.
jdk_on_path() {
    command -v java >/dev/null || return 0
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Prints the folders in which package managers, version managers and people keep their JDKs.
jdks_in_usual_folders() {
    local home
    for home in \
        "${JDK_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" "${JAVA_HOME_17_X64:-}" \
        "${JAVA_HOME_17_ARM64:-}" "${JAVA25_HOME:-}" "${JAVA17_HOME:-}" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk* /usr/local/java/* /usr/local/jdk* \
        /opt/java /opt/java/* /opt/*jdk* /opt/*/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        "${ASDF_DATA_DIR:-${HOME:-}/.asdf}"/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        "${HOME:-}"/.jdks/* "${HOME:-}"/.jabba/jdk/* "${HOME:-}"/.gradle/jdks/* "${HOME:-}"/jdk* "${HOME:-}"/*/jdk*; do
        if [ -d "$home" ]; then
            printf '%s\n' "$home"
        fi
    done
}

# Prints the folder of a JDK of exactly this version; fails where there is none.
find_exact_jdk() {
    local home
    while IFS= read -r home; do
        if [ "$(jdk_version "$home")" = "$1" ]; then
            printf '%s\n' "$home"
            return
        fi
    done <<LIST
${JAVA_HOME:-}
$(jdk_on_path)
$(jdks_in_usual_folders)
LIST
    return 1
}

# Prints the folder of the JDK to use: what JAVA_HOME or the PATH name if it is new enough, else the version that we
# test with, else any newer one.
find_jdk() {
    local home version newer=
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
        if version=$(jdk_version "$home") && [ "$version" -ge "$wanted_jdk" ]; then
            printf '%s\n' "$home"
            return
        fi
    done
    while IFS= read -r home; do
        version=$(jdk_version "$home") || continue
        if [ "$version" -eq "$wanted_jdk" ]; then
            printf '%s\n' "$home"
            return
        fi
        if [ "$version" -gt "$wanted_jdk" ]; then
            newer=${newer:-$home}
        fi
    done <<LIST
$(jdks_in_usual_folders)
LIST
    [ -n "$newer" ] && printf '%s\n' "$newer"
}

# Sets and exports JAVA_HOME, or says how to get a JDK and ends.
use_jdk() {
    local home
    home=$(find_jdk) || fail "Mailtrack needs a JDK $wanted_jdk or newer; none was found in JAVA_HOME, on the PATH or in the usual folders.
Any of these gets one; then start again:
  Debian, Ubuntu   sudo apt-get install openjdk-$wanted_jdk-jdk-headless   (or the package temurin-$wanted_jdk-jdk of Eclipse Adoptium)
  Fedora           sudo dnf install java-$wanted_jdk-openjdk-devel
  macOS            brew install openjdk@$wanted_jdk
  SDKMAN           sdk install java $wanted_jdk-tem
  anywhere         unpack a JDK $wanted_jdk and set JAVA_HOME to its folder"
    export JAVA_HOME=$home
}

find_maven() {
    local candidate
    for candidate in \
        "$(command -v mvn)" "${MAVEN_HOME:-}/bin/mvn" "${M2_HOME:-}/bin/mvn" \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}/candidates/maven/current/bin/mvn" \
        /opt/maven/bin/mvn /opt/*maven*/bin/mvn /usr/share/maven/bin/mvn \
        /opt/homebrew/bin/mvn /usr/local/bin/mvn; do
        if [ -x "$candidate" ]; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# Is version $1 at least version $2? Both are numbers with dots.
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$2" ]
}

# Sets mvn and maven_version, or says how to get Maven and ends. Needs JAVA_HOME.
use_maven() {
    mvn=$(find_maven) || fail "Mailtrack is built by Maven $oldest_maven or newer; no mvn was found on the PATH.
Any of these gets it; then start again:
  Debian, Ubuntu   sudo apt-get install maven
  Fedora           sudo dnf install maven
  macOS            brew install maven
  SDKMAN           sdk install maven"
    maven_version=$("$mvn" -B -v 2>&1 | sed -n 's/.*Apache Maven \([0-9][0-9.]*[0-9]\).*/\1/p')
    [ -n "$maven_version" ] || fail "$mvn -v does not work:" "$("$mvn" -B -v 2>&1)"
    at_least "$maven_version" "$oldest_maven" ||
        fail "Mailtrack is built by Maven $oldest_maven or newer; $mvn is $maven_version. SDKMAN has newer ones: sdk install maven"
    # Maven's own libraries still use what new JDKs warn of at every start.
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
}

# --- Packages of the system ---

apt_candidate() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)'
}

# Installs the first of some Debian packages that exists. Fails where there is none, or where we may not.
apt_install() {
    local sudo='' package version updated=
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        # Ask for a password only where somebody can type it.
        sudo -n true 2>/dev/null || [ -t 0 ] || return 1
        sudo=sudo
    fi
    mkdir -p "$logs"
    for updated in '' yes; do
        if [ -n "$updated" ]; then
            say "Asking which packages there are (apt-get update) ..."
            $sudo apt-get update >>"$logs/install.log" 2>&1 || true
        fi
        for package in "$@"; do
            version=$(apt_candidate "$package") || continue
            # Ubuntu's packages of this kind only fetch a snap, which containers cannot run.
            case $version in *snap*) continue ;; esac
            say "Installing $package $version ..."
            if $sudo env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y --no-install-recommends "$package" >>"$logs/install.log" 2>&1; then
                return
            fi
        done
    done
    say "apt-get installed none of: $*; see $logs/install.log"
    return 1
}

# --- Maven, with progress ---

readonly end_of_log='# Maven has ended.'

# Sets an array of options that name a local repository, if Maven would not find one by itself: Java takes the home
# folder from the user database, where users of services have none, and does not look at HOME.
choose_repository() {
    local home
    repository=()
    case "${MAVEN_OPTS:-} ${MAVEN_ARGS:-} $*" in *-Dmaven.repo.local=*) return ;; esac
    command -v getent >/dev/null || return 0
    home=$(getent passwd "$(id -u)" | cut -d : -f 6)
    if [ -n "$home" ] && [ "$home" != "${HOME:-}" ] && ! mkdir -p "$home/.m2/repository" 2>/dev/null; then
        mkdir -p "${HOME:-/nonexistent}/.m2/repository" 2>/dev/null ||
            fail "Maven needs a folder for what it downloads: $home cannot be written to. Set HOME to one that can."
        repository=("-Dmaven.repo.local=$HOME/.m2/repository")
    fi
}

# Runs Maven in the root folder: run_maven NAME ARGUMENT... Its output goes to the log NAME.log, a digest to the
# terminal. MAVEN_ARGS counts for every Maven, not only for those (3.9 and newer) that read it themselves.
run_maven() {
    local log=$logs/$1.log watcher code=0 interrupted=
    shift
    { mkdir -p "$logs" && : >"$log"; } 2>/dev/null ||
        fail "Cannot write to $logs: does $root belong to somebody else?"
    choose_repository "$@"
    # Written and read through open files, not by name: Maven's `clean` deletes the folder of the log.
    # shellcheck disable=SC2094
    exec 3<"$log" 4>>"$log" 5<"$log"
    watch_maven <&3 4>&- 5<&- &
    watcher=$!
    trap 'interrupted=yes' INT
    # In the foreground: a JVM that a script starts in the background ignores Ctrl-C, and so would what tests start.
    # shellcheck disable=SC2016,SC2086 # expanded by the inner shell; MAVEN_ARGS is a list
    (cd "$root" && exec env -u MAVEN_ARGS sh -c 'echo "# Maven is process $$."; exec "$@"' sh \
        "$mvn" -B -Dstyle.color=never ${repository[@]+"${repository[@]}"} ${MAVEN_ARGS:-} "$@" \
        3<&- 4>&- 5<&-) >&4 2>&1 || code=$?
    printf '\n%s\n' "$end_of_log" >&4
    wait "$watcher" || true
    trap - INT
    if [ ! -f "$log" ]; then
        mkdir -p "$logs" && cat <&5 >"$log"
    fi
    exec 3<&- 4>&- 5<&-
    if [ -n "$interrupted" ]; then
        fail "Stopped."
    fi
    return "$code"
}

# Reads a log that Maven still writes, and says what a person who waits wants to know: every module, every failed
# test, and at least every ten seconds a sign of life. Stops Maven when the script that started it is gone.
watch_maven() {
    local started=$SECONDS said=$SECONDS line='' rest='' maven='' module='' doing='' files=0 tests=0
    local module_line='^\[INFO\] Building (.*[^ ]) +[^ ]+ +\[([0-9]+)/([0-9]+)\]$'
    local tests_line='Tests run: ([0-9]+), .* -- in '
    while :; do
        while IFS= read -r line; do
            line=$rest$line rest=
            case $line in
                "$end_of_log") return ;;
                '# Maven is process '*) maven=${line##* } maven=${maven%.} ;;
                *'Downloading from '*) doing=${line##*/} ;;
                *'Downloaded from '*) files=$((files + 1)) ;;
                '[INFO] Building '*)
                    if [[ $line =~ $module_line ]]; then
                        module="${BASH_REMATCH[1]}"
                        progress "module ${BASH_REMATCH[2]} of ${BASH_REMATCH[3]}: $module"
                        tests=0 doing=
                    fi
                    ;;
                '[INFO] --- '*) doing=${line#'[INFO] --- '} doing=${doing%% *} doing=${doing%:*-*} ;;
                '[INFO] Running '*) doing=${line##*.} ;;
                *'Tests run: '*)
                    if [[ $line =~ $tests_line ]]; then
                        tests=$((tests + BASH_REMATCH[1]))
                    fi
                    ;;
                '[ERROR] '*' <<< FAILURE!' | '[ERROR] '*' <<< ERROR!')
                    line=${line#'[ERROR] '}
                    progress "FAILED ${line%% -- *}"
                    ;;
            esac
        done
        rest=$rest$line
        if [ $((SECONDS - said)) -ge 10 ]; then
            progress "${module:-getting ready}$(counted ', ' "$files" 'files downloaded')$(
                counted ', ' "$tests" tests)${doing:+, now $doing}"
        fi
        if ! kill -0 $$ 2>/dev/null; then
            kill "$maven" 2>/dev/null
            return
        fi
        sleep 0.5
    done
}

# Says a line with the time since the start; for watch_maven, whose variables it uses.
progress() {
    printf '[%4d s] %s\n' $((SECONDS - started)) "$*"
    said=$SECONDS
}

# counted PREFIX NUMBER NOUN: prints all three, or nothing where the number is 0.
counted() {
    [ "$2" -eq 0 ] || printf '%s%d %s' "$@"
}

# Shows what a log of a failed Maven says about the failure: what the last goal said, and what Maven made of it, without
# progress, tables and advice.
show_failure() {
    say ''
    awk '
        /^\[INFO\] --- / { said = 0 }
        /^\[ERROR\] .*To see the full stack trace/ { exit }
        /^\[INFO\] (---|Reactor Summary|BUILD|Total time|Finished at)/ { summary = /Reactor Summary/ || summary && !/--- .* @ / }
        /^$|^\[[A-Z]+\] *$|^\[INFO\] -+$|^ +at (org\.(apache|codehaus)|java|jdk)\.|Download(ing|ed) from / { next }
        summary && !/^\[ERROR\]/ { next }
        { lines[++said] = $0 }
        END { for (line = said > 60 ? said - 59 : 1; line <= said; line++) print lines[line] }
    ' "$1"
}

# Prints seconds the way people say them.
duration() {
    if [ "$1" -lt 60 ]; then
        printf '%d s' "$1"
    else
        printf '%d min %d s' $(($1 / 60)) $(($1 % 60))
    fi
}
