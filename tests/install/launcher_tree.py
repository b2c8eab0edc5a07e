"""A small tree with the real launcher, presets and packages/install in it, and a program of ten lines.

Programs that would change this machine (apt-get, sudo, npm) are scripts in a folder at the front of PATH; models/fetch is a
script that makes one file (models_test.py tests the real one).
"""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CMAKE_LISTS = """
cmake_minimum_required(VERSION 3.25)
project(fake LANGUAGES CXX)
option(UKETSUKE_TESTS "" ON)
option(UKETSUKE_BENCH "" ON)
add_executable(cli main.cpp)
set_target_properties(cli PROPERTIES OUTPUT_NAME uketsuke RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
if(UKETSUKE_TESTS)
  enable_testing()
  add_executable(tested tested.cpp)
  add_test(NAME passes COMMAND tested exit 0)
  add_test(NAME fails COMMAND tested exit 1)
endif()
"""

MAIN = r"""
#include <unistd.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
int main(int argc, char** argv) {
  char folder[4096];
  std::printf("in %s\n", getcwd(folder, sizeof folder));
  for (int i = 1; i < argc; ++i) std::printf("argument %s\n", argv[i]);
  return argc > 2 && std::strcmp(argv[1], "exit") == 0 ? std::atoi(argv[2]) : 0;
}
"""

PACKAGES = """
[run]
first-dev    # one
second-dev   # two
[npm]
npm-package  # four
[test]
third        # three
"""

# Called with --cache FOLDER first; records its arguments, and makes the only model.
FETCH = """#!/bin/sh
echo "$@" >>"$(dirname "$0")/../../fetches"
case $* in
  *--verify*) [ -e "$2/models/face/model" ] ;;
  *) mkdir -p "$2/models/face" && echo model >"$2/models/face/model" ;;
esac
"""


class Tree:
    """A small project with the real launcher in it."""

    def __init__(self, folder):
        self.folder = folder
        self.shims = folder.parent / "shims"
        (folder / "packages").mkdir(parents=True)
        self.shims.mkdir()
        for name in ("uketsuke", "CMakePresets.json", "packages/install"):
            shutil.copy(ROOT / name, folder / name)
        (folder / "packages/debian.txt").write_text(PACKAGES)
        (folder / "CMakeLists.txt").write_text(CMAKE_LISTS)
        (folder / "main.cpp").write_text(MAIN)
        (folder / "tested.cpp").write_text(MAIN)
        (folder / "models").mkdir()
        (folder / "models/manifest.yaml").write_text("packages: []\n")
        self.fetch_is(FETCH)
        self.cache = folder.parent / "a cache"
        self.installed("first-dev", "second-dev", "third")
        self.shim("npm", "exit 99")
        self.shim("apt-get", "echo apt-get was called >&2; exit 98")

    def shim(self, name, script):
        path = self.shims / name
        path.write_text("#!/bin/sh\n" + script + "\n")
        path.chmod(0o755)

    def installed(self, *packages):
        self.shim("dpkg-query", "".join(f"echo {name} installed\n" for name in packages))

    def fetch_is(self, script):
        (self.folder / "models/fetch").write_text(script)
        (self.folder / "models/fetch").chmod(0o755)

    def fetches(self):
        """The calls of models/fetch, one line per call."""
        calls = self.folder.parent / "fetches"
        return calls.read_text().splitlines() if calls.exists() else []

    def path_without_npm(self):
        (self.shims / "npm").unlink()
        tools = self.folder.parent / "tools"
        tools.mkdir()
        for tool in Path("/usr/bin").iterdir():
            if tool.name != "npm":
                (tools / tool.name).symlink_to(tool)
        return f"{self.shims}:{tools}"

    def nobody_special(self):
        self.shim("id", "echo 1000")
        self.shim("sudo", "exit 1")

    def environment(self, **more):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("UKETSUKE_", "CTEST_", "CMAKE_", "MAKE"))}
        return {**clean, "PATH": f"{self.shims}:{os.environ['PATH']}", "UKETSUKE_CACHE": str(self.cache), **more}

    def launch(self, *arguments, cwd=None, path=None, **more):
        return subprocess.run(
            [path or self.folder / "uketsuke", *arguments], cwd=cwd or self.folder, env=self.environment(**more),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)

    def start(self, *arguments):
        return subprocess.Popen(
            [self.folder / "uketsuke", *arguments], cwd=self.folder, env=self.environment(), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


class TreeTest(unittest.TestCase):
    """A test with its own tree, in a folder with a blank in its name."""

    def setUp(self):
        self.temporary = Path(tempfile.mkdtemp(prefix="launcher test "))
        self.addCleanup(shutil.rmtree, self.temporary)
        self.tree = Tree(self.temporary / "a tree")
