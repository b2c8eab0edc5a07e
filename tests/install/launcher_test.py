#!/usr/bin/env python3
"""The launcher on a small test tree: what it installs, builds and forwards, and its error messages."""

import fcntl
import os
import select
import shutil
import signal
import sys
import time
import unittest

from launcher_tree import CMAKE_LISTS, TreeTest


class LauncherTest(TreeTest):
    # ---- running ----

    def test_run_builds_and_forwards_arguments_and_exit_code(self):
        result = self.tree.launch("exit", "7", "two words", "*")
        self.assertEqual(result.returncode, 7, result.stderr)
        self.assertIn("argument two words\nargument *\n", result.stdout)

    def test_run_puts_nothing_of_its_own_on_standard_output(self):
        result = self.tree.launch("run")
        self.assertEqual(result.stdout, f"in {self.tree.folder}\nargument run\n")

    def test_works_through_a_link_and_keeps_the_current_folder(self):
        elsewhere = self.temporary / "else where"
        elsewhere.mkdir()
        (elsewhere / "link").symlink_to(self.tree.folder / "uketsuke")
        result = self.tree.launch("run", cwd=elsewhere, path="./link")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(result.stdout.startswith(f"in {elsewhere}\n"), result.stdout)

    def test_second_call_is_quick_and_asks_neither_dpkg_nor_cmake(self):
        self.assertEqual(self.tree.launch("run").returncode, 0)
        self.tree.shim("dpkg-query", "exit 97")
        self.tree.shim("cmake", "exit 97")
        before = time.monotonic()
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")
        self.assertLess(time.monotonic() - before, 2.0)

    def test_changed_source_is_built_before_it_runs(self):
        self.tree.launch("run")
        (self.tree.folder / "main.cpp").write_text('#include <cstdio>\nint main() { std::puts("new"); }\n')
        self.assertEqual(self.tree.launch("run").stdout, "new\n")

    def test_moved_tree_is_configured_again(self):
        self.tree.launch("run")
        moved = self.temporary / "moved"
        self.tree.folder.rename(moved)
        self.tree.folder = moved
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("configuring", result.stderr)

    def test_unknown_subcommand_before_a_build_reaches_the_program(self):
        result = self.tree.launch("no-such-thing")
        self.assertEqual(result.stdout, f"in {self.tree.folder}\nargument no-such-thing\n")

    def test_help_before_a_build_builds_nothing(self):
        for arguments, code in ((["--help"], 0), (["help"], 0), ([], 2)):
            with self.subTest(arguments=arguments):
                result = self.tree.launch(*arguments)
                self.assertEqual(result.returncode, code)
                self.assertIn("./uketsuke run", result.stdout)
        self.assertFalse((self.tree.folder / "build").exists())

    def test_help_after_a_build_is_the_programs(self):
        self.tree.launch("run")
        self.assertIn("argument --help", self.tree.launch("--help").stdout)

    # ---- testing ----

    def test_test_runs_ctest_and_a_failing_test_is_exit_code_1(self):
        result = self.tree.launch("test")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("50% tests passed, 1 tests failed out of 2", result.stdout)

    def test_test_passes_its_arguments_to_ctest(self):
        result = self.tree.launch("test", "-R", "passes", "-j", "1")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("100% tests passed, 0 tests failed out of 1", result.stdout)

    def test_a_pattern_that_names_no_test_is_an_error(self):
        self.assertNotEqual(self.tree.launch("test", "-R", "no such test").returncode, 0)

    def test_going_from_run_to_test_rebuilds_nothing_that_was_built(self):
        self.tree.launch("run")
        first = (self.tree.folder / "build/uketsuke").stat().st_mtime_ns
        self.assertEqual(self.tree.launch("test", "-R", "passes").returncode, 0)
        self.assertEqual((self.tree.folder / "build/uketsuke").stat().st_mtime_ns, first)

    def test_run_after_test_does_not_configure_again(self):
        self.tree.launch("test")
        result = self.tree.launch("run")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_run_does_not_build_tests(self):
        self.tree.launch("test")
        (self.tree.folder / "tested.cpp").write_text("not C++\n")
        self.assertEqual(self.tree.launch("run").returncode, 0)

    # ---- packages ----

    def test_missing_package_without_root_and_sudo_prints_the_command(self):
        self.tree.nobody_special()
        self.tree.installed("first-dev")
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 2)
        self.assertIn("  sudo apt-get install --no-install-recommends second-dev\n", result.stderr)

    def test_removed_package_is_missing(self):
        self.tree.nobody_special()
        self.tree.shim("dpkg-query", "echo first-dev installed; echo second-dev config-files")
        self.assertIn("--no-install-recommends second-dev\n", self.tree.launch("run").stderr)

    def test_run_does_not_ask_for_test_packages(self):
        self.tree.nobody_special()
        self.tree.installed("first-dev", "second-dev")
        self.assertEqual(self.tree.launch("run").returncode, 0)
        result = self.tree.launch("test")
        self.assertEqual(result.returncode, 2)
        self.assertIn("--no-install-recommends third\n", result.stderr)

    def test_root_installs_what_is_missing_and_nothing_else(self):
        self.tree.shim("id", "echo 0")
        self.tree.installed("second-dev")
        calls = self.temporary / "calls"
        self.tree.shim("apt-get", f'echo "$DEBIAN_FRONTEND $*" >>"{calls}"')
        self.assertEqual(self.tree.launch("run").returncode, 0)
        self.assertRegex(calls.read_text().splitlines()[-1],
                         r"^noninteractive .*install -y --no-install-recommends first-dev$")

    def test_sudo_without_password_is_used(self):
        self.tree.shim("id", "echo 1000")
        calls = self.temporary / "calls"
        self.tree.shim("sudo", f'echo "$*" >>"{calls}"; shift; "$@"')
        self.tree.shim("apt-get", "exit 0")
        self.tree.installed("first-dev")
        self.assertEqual(self.tree.launch("run").returncode, 0)
        self.assertRegex(calls.read_text(), r"(?m)^-n env .*apt-get .*install -y .*second-dev$")

    def test_failed_install_is_tried_again_after_an_update_and_then_exit_code_3(self):
        self.tree.shim("id", "echo 0")
        self.tree.installed()
        calls = self.temporary / "calls"
        self.tree.shim("apt-get", f'echo "$*" >>"{calls}"; echo E: no such package; case $* in *install*) exit 100;; esac')
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 3)
        self.assertIn("E: no such package", result.stderr)
        last_three = [line.split()[3] for line in calls.read_text().splitlines()[-3:]]
        self.assertEqual(last_three, ["install", "update", "install"])

    def test_system_without_apt_is_told_so(self):
        tools = self.temporary / "tools"  # everything that the launcher needs, without apt-get
        tools.mkdir()
        for name in ("sh", "readlink", "dirname", "cat", "cksum", "stat", "mkdir", "flock", "tr", "echo", "rm"):
            (tools / name).symlink_to(shutil.which(name))
        result = self.tree.launch("run", PATH=str(tools))
        self.assertEqual(result.returncode, 2)
        self.assertIn("no apt-get", result.stderr)

    def test_install_can_be_turned_off(self):
        self.tree.installed()
        result = self.tree.launch("run", UKETSUKE_NO_INSTALL="1")
        self.assertEqual(result.returncode, 0, result.stderr)

    # ---- failures ----

    def test_build_failure_shows_the_compilers_words_and_is_exit_code_3(self):
        (self.tree.folder / "main.cpp").write_text("int main() { return undeclared_name; }\n")
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 3)
        self.assertIn("undeclared_name", result.stderr)
        self.assertIn("undeclared_name", (self.tree.folder / "build/build.log").read_text())

    def test_configure_failure_is_exit_code_3_and_is_forgotten_when_repaired(self):
        (self.tree.folder / "CMakeLists.txt").write_text(CMAKE_LISTS + "find_package(NoSuchLibrary REQUIRED)\n")
        result = self.tree.launch("run")
        self.assertEqual(result.returncode, 3)
        self.assertIn("NoSuchLibrary", result.stderr)
        (self.tree.folder / "CMakeLists.txt").write_text(CMAKE_LISTS)
        self.assertEqual(self.tree.launch("run").returncode, 0)

    def test_tests_that_cannot_be_configured_do_not_keep_run_from_working(self):
        (self.tree.folder / "CMakeLists.txt").write_text(
            CMAKE_LISTS + "if(UKETSUKE_TESTS)\n  find_package(NoSuchLibrary REQUIRED)\nendif()\n")
        self.assertEqual(self.tree.launch("run").returncode, 0)
        self.assertEqual(self.tree.launch("test").returncode, 3)
        self.assertEqual(self.tree.launch("run").returncode, 0)

    def test_second_launcher_waits_for_the_first_and_says_so(self):
        (self.tree.folder / "build").mkdir()
        with open(self.tree.folder / "build/.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            second = self.tree.start("run")
            self.assertIn("waiting", second.stderr.readline())
        self.assertIn("argument run", second.communicate(timeout=120)[0])
        self.assertEqual(second.returncode, 0)

    def test_interrupted_build_is_exit_code_4_and_the_next_call_builds(self):
        started, never = self.temporary / "started", self.temporary / "never"
        os.mkfifo(started)
        os.mkfifo(never)
        hold = os.open(never, os.O_RDWR)  # makes the build step wait for ever
        watch = os.open(started, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, hold)
        self.addCleanup(os.close, watch)
        # Only builtins: dash loses an interrupt that arrives while it starts a program.
        (self.tree.folder / "step.sh").write_text(f'echo >"{started}"\nread nothing <"{never}"\n')
        (self.tree.folder / "CMakeLists.txt").write_text(
            CMAKE_LISTS + "add_custom_target(step COMMAND sh ${CMAKE_SOURCE_DIR}/step.sh)\nadd_dependencies(cli step)\n")
        launcher = self.tree.start("run")
        readable, _, _ = select.select([watch], [], [], 60)
        os.killpg(launcher.pid, signal.SIGINT)
        launcher.communicate(timeout=60)
        self.assertTrue(readable, "the build never began")
        self.assertEqual(launcher.returncode, 4)
        (self.tree.folder / "CMakeLists.txt").write_text(CMAKE_LISTS)
        self.assertEqual(self.tree.launch("run").returncode, 0)


if __name__ == "__main__":
    sys.exit(unittest.main())
