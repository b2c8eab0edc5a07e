#!/usr/bin/env python3
"""models/fetch with a small manifest and a fake npm, which serves small tarballs from a folder."""

import fcntl
import hashlib
import io
import os
import select
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Records its arguments and copies the tarball with that name into the current folder, as `npm pack` does.
NPM = """#!/bin/sh
echo "$*" >>"{folder}/calls"
exec cp "{folder}/served/$2.tgz" .
"""

# A script of the manifest: file in, file out, or folder in, folder out.
SCRIPT = """import sys, pathlib
source, out = map(pathlib.Path, sys.argv[1:])
if source.is_dir():
    out.mkdir()
    (out / "list").write_text(" ".join(sorted(str(p.relative_to(source)) for p in source.rglob("*") if p.is_file())))
else:
    out.write_bytes(source.read_bytes().upper())
"""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def tarball(members):
    """A package as packed by npm; a member is bytes, or a TarInfo of another kind."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, content in members.items():
            info = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.name = name
            if isinstance(content, bytes):
                info.size = len(content)
            tar.addfile(info, io.BytesIO(content) if isinstance(content, bytes) else None)
    return out.getvalue()


def link(target):
    info = tarfile.TarInfo()
    info.type, info.linkname = tarfile.SYMTYPE, target
    return info


FACE = {"package/model/a.onnx": b"net a", "package/index.js": b"not wanted"}
RUNTIME = {"package/bin/lib.so": b"library"}
HEADS = {"package/data/one": b"1", "package/data/two": b"2", "package/other": b"not wanted"}


class ModelsTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="models test "))
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("served", "bin", "list"):
            (self.folder / name).mkdir()
        self.cache = self.folder / "a cache"
        self.models = self.cache / "models"
        self.npm_is(NPM.format(folder=self.folder))
        (self.folder / "list/change.py").write_text(SCRIPT)
        self.serve("face", FACE)
        self.serve("runtime", RUNTIME)
        self.serve("heads", HEADS)
        self.write_manifest()

    def npm_is(self, script):
        (self.folder / "bin/npm").write_text(script)
        (self.folder / "bin/npm").chmod(0o755)

    def serve(self, name, members):
        (self.folder / f"served/{name}@1.0.0.tgz").write_bytes(tarball(members))

    def write_manifest(self, face=b"net a", member="model/a.onnx", made=b"NET A"):
        sums = {name: sha256((self.folder / f"served/{name}@1.0.0.tgz").read_bytes())
                for name in ("face", "runtime", "heads")}
        (self.folder / "list/manifest.yaml").write_text(f"""
packages:
  - {{ name: face, version: 1.0.0, megabytes: 1, sha256: {sums["face"]}, files: [
      {{ path: face/a.onnx, member: {member}, sha256: {sha256(face)}, purpose: [opencv] }}] }}
  - {{ name: runtime, version: 1.0.0, megabytes: 1, sha256: {sums["runtime"]}, files: [
      {{ path: onnxruntime/lib.so, member: bin/lib.so, sha256: {sha256(b"library")}, purpose: [onnxruntime] }}] }}
  - {{ name: heads, version: 1.0.0, megabytes: 1, sha256: {sums["heads"]} }}
made:
  - {{ script: change.py, file: face/a.onnx, output: face/b.onnx, purpose: [onnxruntime], files: [
      {{ path: face/b.onnx, sha256: {sha256(made)} }}] }}
  - {{ script: change.py, package: heads, members: [data/], output: heads, purpose: [heads], files: [
      {{ path: heads/list, sha256: {sha256(b"data/one data/two")} }}] }}
""")

    def command(self, *arguments):
        manifest = self.folder / "list/manifest.yaml"
        return [ROOT / "models/fetch", "--cache", self.cache, "--manifest", manifest, *arguments]

    def fetch(self, *arguments, path=None):
        environment = {**os.environ, "PATH": path or f"{self.folder}/bin:/usr/bin:/bin"}
        return subprocess.run(self.command(*arguments), env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=60)

    def start(self):
        environment = {**os.environ, "PATH": f"{self.folder}/bin:/usr/bin:/bin"}
        return subprocess.Popen(self.command(), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def calls(self):
        calls = self.folder / "calls"
        return calls.read_text().splitlines() if calls.exists() else []

    def fetched(self):
        """Every file in the folder of models with its content, except the lock."""
        return {str(path.relative_to(self.models)): path.read_bytes() for path in self.models.rglob("*")
                if path.is_file() and path.name != ".lock"}

    def assert_refused(self, result, *words):
        """One line that contains all of these, and exit code 2."""
        lines = [line for line in result.stderr.splitlines() if "fetching" not in line]
        self.assertEqual((result.returncode, len(lines)), (2, 1), result.stderr)
        for word in words:
            self.assertIn(word, lines[0])

    # ---- what is fetched ----

    def test_files_of_packages_and_what_scripts_make_of_them_are_in_the_cache(self):
        result = self.fetch()
        self.assertEqual((result.returncode, result.stdout), (0, ""), result.stderr)
        self.assertEqual(self.fetched(), {"face/a.onnx": b"net a", "face/b.onnx": b"NET A",
                                          "onnxruntime/lib.so": b"library", "heads/list": b"data/one data/two"})

    def test_npm_is_asked_for_exact_versions_and_runs_no_scripts_of_packages(self):
        self.fetch()
        for name, call in zip(("face", "runtime", "heads"), self.calls(), strict=True):
            self.assertEqual(call.split()[:3], ["pack", f"{name}@1.0.0", "--ignore-scripts"])

    def test_npm_has_the_environment_as_it_is(self):
        seen = self.folder / "seen"
        self.npm_is(NPM.format(folder=self.folder).replace("exec", f'echo "$NODE_EXTRA_CA_CERTS" >"{seen}"\nexec'))
        os.environ["NODE_EXTRA_CA_CERTS"] = "/certificates of a proxy"
        self.addCleanup(os.environ.pop, "NODE_EXTRA_CA_CERTS")
        self.fetch()
        self.assertEqual(seen.read_text(), "/certificates of a proxy\n")

    def test_each_fetch_is_announced_with_its_size(self):
        self.assertIn("fetching face@1.0.0 from npm (1 MB)", self.fetch().stderr)

    def test_second_call_does_nothing(self):
        self.fetch()
        self.npm_is("#!/bin/sh\nexit 1\n")
        result = self.fetch()
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def test_only_what_is_missing_is_fetched(self):
        self.fetch()
        (self.models / "onnxruntime/lib.so").unlink()
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual([call.split()[1] for call in self.calls()[3:]], ["runtime@1.0.0"])

    def test_missing_file_that_a_script_makes_of_another_needs_no_npm(self):
        self.fetch()
        (self.models / "face/b.onnx").unlink()
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual(len(self.calls()), 3)
        self.assertEqual(self.fetched()["face/b.onnx"], b"NET A")

    def test_altered_file_is_fetched_anew(self):
        self.fetch()
        (self.models / "face/a.onnx").write_bytes(b"altered")
        with open(self.models / "face/a.onnx", "rb") as in_use:
            self.assertEqual(self.fetch().returncode, 0)
            self.assertEqual(in_use.read(), b"altered")  # replaced, not overwritten in place
        self.assertEqual(self.fetched()["face/a.onnx"], b"net a")

    def test_onnx_runtime_can_be_left_out_with_what_only_it_uses(self):
        self.assertEqual(self.fetch("--without-onnxruntime").returncode, 0)
        self.assertEqual(sorted(self.fetched()), ["face/a.onnx", "heads/list"])
        self.assertEqual(len(self.calls()), 2)

    def test_complete_cache_that_cannot_be_written_is_accepted(self):
        self.fetch()
        (self.models / ".lock").unlink()
        self.assertEqual(self.fetch().returncode, 0)
        self.assertFalse((self.models / ".lock").exists())

    # ---- what is refused ----

    def test_altered_tarball_is_refused_with_both_sums_and_nothing_of_it_stays(self):
        self.write_manifest()
        wanted = sha256((self.folder / "served/face@1.0.0.tgz").read_bytes())
        self.serve("face", {**FACE, "package/more": b"more"})
        found = sha256((self.folder / "served/face@1.0.0.tgz").read_bytes())
        self.assert_refused(self.fetch(), "face@1.0.0", wanted, found)
        self.assertEqual(self.fetched(), {})

    def test_file_that_is_not_the_manifests_is_refused_with_both_sums(self):
        self.write_manifest(face=b"another net")
        self.assert_refused(self.fetch(), "face/a.onnx", sha256(b"another net"), sha256(b"net a"))
        self.assertEqual(self.fetched(), {})

    def test_made_file_that_is_not_the_manifests_is_refused(self):
        self.write_manifest(made=b"another net")
        self.assert_refused(self.fetch(), "face/b.onnx", sha256(b"another net"), sha256(b"NET A"), "change.py")
        self.assertNotIn("face/b.onnx", self.fetched())

    def test_member_that_the_package_has_not_is_named(self):
        self.write_manifest(member="model/none.onnx")
        self.assert_refused(self.fetch(), "face/a.onnx")

    def test_member_that_leads_out_of_the_folder_is_refused(self):
        for name in ("package/../../../../escaped", "/escaped"):
            with self.subTest(name=name):
                self.serve("heads", {**HEADS, name: b"out"})
                self.write_manifest()
                self.assert_refused(self.fetch(), "leads out of the package")
                self.assertNotIn("heads/list", self.fetched())

    def test_link_among_the_wanted_members_is_refused(self):
        self.serve("heads", {**HEADS, "package/data/three": link("/etc/passwd")})
        self.write_manifest()
        self.assert_refused(self.fetch(), "is a link")

    def test_file_below_a_link_does_not_follow_it(self):
        outside = self.folder / "outside"
        outside.mkdir()
        self.serve("heads", {"package/data": link(str(outside)), **HEADS})
        self.write_manifest()
        self.fetch()
        self.assertEqual(list(outside.iterdir()), [])

    def test_tarball_that_is_none_is_refused(self):
        (self.folder / "served/face@1.0.0.tgz").write_bytes(b"no tarball")
        self.write_manifest()
        self.assert_refused(self.fetch(), "cannot be unpacked")

    def test_failed_npm_is_told_in_its_own_words(self):
        self.npm_is("#!/bin/sh\necho 'npm error code E404' >&2\necho 'npm error 404 Not Found - face' >&2\nexit 1\n")
        self.assert_refused(self.fetch(), "face@1.0.0", "code E404", "404 Not Found - face", "docs/models.md")

    def test_older_npms_words_are_understood_too(self):
        self.npm_is("#!/bin/sh\necho 'npm ERR! code ENOTFOUND\nnpm ERR! syscall getaddrinfo\n"
                    "npm ERR! no such host' >&2\nexit 1\n")
        self.assert_refused(self.fetch(), "code ENOTFOUND: no such host")

    def test_failed_npm_has_failed_whatever_it_leaves(self):
        self.npm_is(NPM.format(folder=self.folder).replace("exec ", "") + "exit 1\n")
        self.assert_refused(self.fetch(), "could not fetch face@1.0.0")

    def test_npm_that_leaves_no_tarball_has_failed(self):
        self.npm_is("#!/bin/sh\n")
        self.assert_refused(self.fetch(), "could not fetch face@1.0.0")

    def test_missing_npm_is_told_with_what_to_do(self):
        result = self.fetch(path=str(self.folder))
        self.assert_refused(result, "npm is missing", "apt-get install npm", "docs/models.md")

    def test_script_that_fails_is_told_in_its_last_line(self):
        (self.folder / "list/change.py").write_text("raise SystemExit('no numpy here')\n")
        self.assert_refused(self.fetch(), "change.py", "no numpy here")

    def test_manifest_that_is_none_is_refused(self):
        for text in ("", "packages: [", "packages: []", "packages: 3\nmade: []", "- a", "packages: [{}]\nmade: []"):
            with self.subTest(text=text):
                (self.folder / "list/manifest.yaml").write_text(text)
                self.assert_refused(self.fetch(), "manifest.yaml")

    # ---- --verify ----

    def test_verify_accepts_what_was_fetched(self):
        self.fetch()
        result = self.fetch("--verify")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("4 files", result.stdout)

    def test_verify_names_every_altered_and_missing_file_and_fetches_nothing(self):
        self.fetch()
        (self.models / "face/a.onnx").write_bytes(b"net A")  # of the same size
        (self.models / "heads/list").unlink()
        result = self.fetch("--verify")
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr, f"face/a.onnx: .*{sha256(b'net A')}.*{sha256(b'net a')}")
        self.assertRegex(result.stderr, "heads/list: is missing")
        self.assertEqual(len(self.calls()), 3)

    # ---- interruptions and concurrent fetches ----

    def blocked_fetch(self):
        """A fetch whose second npm has started and waits for ever."""
        started, never = self.folder / "started", self.folder / "never"
        os.mkfifo(started)
        os.mkfifo(never)
        self.addCleanup(os.close, os.open(never, os.O_RDWR))
        watch = os.open(started, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, watch)
        self.npm_is(f'#!/bin/sh\ncase $2 in runtime*)\n'
                    f'  echo half >half.tgz; echo >"{started}"; read nothing <"{never}" ;;\nesac\n'
                    f'exec cp "{self.folder}/served/$2.tgz" .\n')
        fetch = self.start()
        self.addCleanup(fetch.communicate)
        self.addCleanup(fetch.kill)
        self.assertTrue(select.select([watch], [], [], 60)[0], "the second npm never began")
        return fetch

    def test_interrupted_fetch_is_exit_code_4_and_keeps_whole_files_only(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                fetch = self.blocked_fetch()
                fetch.send_signal(number)
                fetch.communicate(timeout=60)
                self.assertEqual(fetch.returncode, 4)
                self.assertEqual(self.fetched(), {"face/a.onnx": b"net a"})
                for name in ("started", "never"):
                    (self.folder / name).unlink()

    def test_killed_fetch_leaves_nothing_that_the_next_one_does_not_clear(self):
        fetch = self.blocked_fetch()
        fetch.kill()
        fetch.communicate(timeout=60)
        in_place = {name for name in self.fetched() if not name.startswith(".work-")}
        self.assertEqual(in_place, {"face/a.onnx"})
        self.npm_is(NPM.format(folder=self.folder))
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual(len(self.fetched()), 4)

    def test_second_fetch_waits_for_the_first_and_then_finds_all_there(self):
        self.fetch()
        with open(self.models / ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            (self.models / "face/a.onnx").rename(self.folder / "kept")
            second = self.start()
            self.assertIn("waiting", second.stderr.readline())
            (self.folder / "kept").rename(self.models / "face/a.onnx")
        second.communicate(timeout=60)
        self.assertEqual((second.returncode, len(self.calls())), (0, 3))


if __name__ == "__main__":
    sys.exit(unittest.main())
