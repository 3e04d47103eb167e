# shellcheck shell=bash
# What the scripts that fetch files share. It is sourced, after lib.sh, and keeps to the bash 3.2 that macOS ships.

# Prints what the environment or .env give for a setting; nothing where they do not.
setting() {
    local file=${MAILTRACK_ENV_FILE:-$root/.env} value=${!1:-}
    if [ -z "$value" ] && [ -r "$file" ]; then
        value=$(sed -n -E "s/^[[:space:]]*(export[[:space:]]+)?$1[[:space:]]*=[[:space:]]*//p" "$file" | tail -n 1)
        value=${value%$'\r'}
        case $value in
            \"*\"*) value=${value#\"} value=${value%%\"*} ;;
            \'*\'*) value=${value#\'} value=${value%%\'*} ;;
            *) value=${value%%[[:space:]]*} ;;
        esac
    fi
    printf '%s' "$value"
}

# Prints the data folder, as bin/run finds it.
data_folder() {
    local folder
    folder=$(setting MAILTRACK_DATA_DIR)
    case $folder in
        '') printf '%s\n' "$root/data" ;;
        /*) printf '%s\n' "$folder" ;;
        *)
            if [ -n "${MAILTRACK_DATA_DIR:-}" ]; then
                printf '%s\n' "$PWD/$folder"
            else
                printf '%s\n' "$root/$folder"
            fi
            ;;
    esac
}

# Sets scratch to a folder that goes when the script ends. It lies beside what is fetched, so that files can be renamed
# into their place.
make_scratch() {
    scratch=$(mktemp -d "$1/.fetch-XXXXXX") || fail "The folder $1 cannot be written to."
    trap 'rm -rf "$scratch"' EXIT
}

# Runs curl: curl_config FILE TARGET, where the file has the address. Progress is shown where somebody looks.
curl_config() {
    local progress=--silent
    [ ! -t 2 ] || progress=--progress-bar
    command -v curl >/dev/null || fail "There is no curl."
    curl --config "$1" --output "$2" --fail --location "$progress" --show-error \
        --connect-timeout 20 --speed-limit 1000 --speed-time 60 --max-filesize 2000000000 --retry 2
}

# download ADDRESS FILE
download() {
    say "Fetching $1 ..."
    printf 'url = "%s"\n' "$1" >"$scratch/address"
    curl_config "$scratch/address" "$2" || fail "$1 could not be fetched. Nothing was changed."
}

# Renames a file into its place, readable for the service, whoever runs that.
put_in_place() {
    chmod 644 "$1"
    touch "$1"
    mv -f "$1" "$2"
}
