#!/usr/bin/env bash
# Tests the README's two commands as a new user would, on an otherwise empty Debian 12. Run it by hand, as root.
#
#   tests/install/clean_debian.sh [--mirror URL] [--worktree] [--keep] [FOLDER]
#
# Creates the system with debootstrap in FOLDER (default: a new one in /tmp), clones this tree into it, and runs there
#   1. as an ordinary user without sudo: ./uketsuke run must print the command for apt-get and exit 2;
#   2. as root: ./uketsuke run, ./uketsuke test, and ./uketsuke run again, which must be quick;
#   3. as the ordinary user: ./uketsuke test and run on their own tree, and run on root's build.
# Two whole builds, and 245 MB from npm for each of the two users: half an hour on two processors. Their output is in
# FOLDER/output. --worktree uses the current files instead of the last commit; --keep keeps the system.
# The default mirror is the one that apt uses on this machine.
set -euo pipefail

say() { printf '\n== %s\n' "$*"; }

tree=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
mirror=
keep=
worktree=
folder=
while [ "$#" -gt 0 ]; do
  case $1 in
    --mirror) mirror=$2; shift ;;
    --worktree) worktree=yes ;;
    --keep) keep=yes ;;
    -*) echo "unknown option $1" >&2; exit 2 ;;
    *) folder=$1 ;;
  esac
  shift
done
[ "$(id -u)" -eq 0 ] || { echo 'debootstrap and chroot need root' >&2; exit 2; }
command -v debootstrap >/dev/null || { echo 'apt-get install debootstrap' >&2; exit 2; }

# The first mirror of bookworm itself, in either of apt's two formats.
mirror_of_this_machine() {
  {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
      sed -nE 's/^deb +(\[[^]]*\] +)?(\S+) +bookworm +.*/\2/p'
    awk 'tolower($1) == "uris:" { uri = $2 } tolower($1) == "suites:" && / bookworm( |$)/ { print uri }' \
      /etc/apt/sources.list.d/*.sources 2>/dev/null
  } | head -n 1
}

[ -n "$mirror" ] || mirror=$(mirror_of_this_machine)
[ -n "$mirror" ] || { echo 'no mirror of bookworm in /etc/apt; give one with --mirror' >&2; exit 2; }
[ -n "$folder" ] || folder=$(mktemp -d /tmp/clean-debian.XXXXXX)
mkdir -p "$folder/output"
system=$folder/system
output=$folder/output

mounted=()
clean_up() {
  for place in "${mounted[@]}"; do umount "$place" || true; done
  # Never descend into a mounted file system.
  if [ -z "$keep" ] && ! grep -qF " $system/" /proc/mounts; then rm -rf --one-file-system -- "$system"; fi
}
trap clean_up EXIT

if [ ! -e "$system/etc/debian_version" ]; then
  say "debootstrap into $system"
  debootstrap --variant=minbase bookworm "$system" "$mirror" >"$output/debootstrap.log" 2>&1 ||
    { tail -n 20 "$output/debootstrap.log"; exit 3; }
fi

# Settings that a machine has besides its packages: network access and trusted certificates.
cp -L /etc/resolv.conf "$system/etc/resolv.conf"
if [ -r /etc/ssl/certs/ca-certificates.crt ]; then
  mkdir -p "$system/etc/ssl/certs"
  cp -L /etc/ssl/certs/ca-certificates.crt "$system/etc/ssl/certs/"
fi
# npm depends on ca-certificates, which regenerates that file from these.
mkdir -p "$system/usr/local/share/ca-certificates"
cp /usr/local/share/ca-certificates/*.crt "$system/usr/local/share/ca-certificates/" 2>/dev/null || true
cp /etc/apt/apt.conf.d/*proxy* "$system/etc/apt/apt.conf.d/" 2>/dev/null || true

mount -t proc proc "$system/proc"
mounted=("$system/proc")
mkdir -p "$system/dev/shm"
mount -t tmpfs tmpfs "$system/dev/shm"
mounted=("$system/dev/shm" "${mounted[@]}")
mkdir -p "$system/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$system/dev/pts"
mounted=("$system/dev/pts" "${mounted[@]}")
ln -sf pts/ptmx "$system/dev/ptmx"

in_system() { chroot "$system" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
as_root() { in_system HOME=/root sh -c "cd /srv/uketsuke && $1"; }
as_user() { in_system su - newcomer -c "cd ${2:-uketsuke} && $1"; }

put_tree() {  # put_tree FOLDER-IN-SYSTEM
  rm -rf -- "${system:?}$1"
  mkdir -p "$system$1"
  if [ -n "$worktree" ]; then
    (cd "$tree" && tar -c --exclude=./.git --exclude='./build*' --exclude=./uketsuke-out .) | tar -x -C "$system$1"
  else
    git -c safe.directory="$tree" -C "$tree" archive HEAD | tar -x -C "$system$1"
  fi
}

in_system id newcomer >/dev/null 2>&1 || in_system useradd --create-home --shell /bin/sh newcomer
their_home=$(in_system su - newcomer -c pwd)
put_tree /srv/uketsuke
put_tree "$their_home/uketsuke"
in_system chown -R newcomer: "$their_home/uketsuke"

wrong=0
# expect NAME EXIT-CODE COMMAND...: runs it, and keeps its output and duration.
expect() {
  local name=$1 code=$2 status=0 before
  shift 2
  say "$name"
  before=$(date +%s%N)
  "$@" >"$output/$name.txt" 2>&1 </dev/null || status=$?
  tail -n 12 "$output/$name.txt"
  seconds=$((($(date +%s%N) - before) / 1000000))
  printf -- '-- exit %s after %d.%03d s\n' "$status" $((seconds / 1000)) $((seconds % 1000)) | tee -a "$output/$name.txt"
  [ "$status" -eq "$code" ] || { echo "EXPECTED exit $code"; wrong=$((wrong + 1)); }
}

if ! in_system sh -c 'command -v cmake' >/dev/null; then
  expect user-without-packages 2 as_user './uketsuke run'
  grep -q 'sudo apt-get install' "$output/user-without-packages.txt" ||
    { echo 'EXPECTED the command for apt-get'; wrong=$((wrong + 1)); }
fi
expect root-run 0 as_root './uketsuke run'
expect root-run-again 0 as_root './uketsuke run'
expect root-test 0 as_root './uketsuke test'
# Root may write anywhere, so some tests are more meaningful as an ordinary user.
expect user-test 0 as_user './uketsuke test'
expect user-run 0 as_user './uketsuke run'

# Root's build, used by a user who cannot write there.
expect user-run-of-roots-build 0 as_user '/srv/uketsuke/uketsuke run' .

say "$wrong wrong; what was printed is in $output"
[ "$wrong" -eq 0 ]
