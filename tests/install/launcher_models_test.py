#!/usr/bin/env python3
"""When the launcher fetches models, how it calls models/fetch, and when it installs npm; on a small test tree."""

import sys
import unittest

from launcher_tree import TreeTest


class LauncherModelsTest(TreeTest):
    def test_models_are_fetched_into_the_cache_before_the_first_run(self):
        self.assertEqual(self.tree.launch("run").returncode, 0)
        self.assertEqual(self.tree.fetches(), [f"--cache {self.tree.cache}"])

    def test_tests_fetch_the_models_too(self):
        self.tree.launch("test", "-R", "passes")
        self.assertEqual(len(self.tree.fetches()), 1)

    def test_second_call_fetches_nothing(self):
        self.tree.launch("run")
        self.tree.launch("run")
        self.assertEqual(len(self.tree.fetches()), 1)

    def test_removed_or_changed_model_is_looked_at_again(self):
        self.tree.launch("run")
        model = self.tree.cache / "models/face/model"
        for number, change in enumerate((model.unlink, lambda: model.write_text("altered")), start=2):
            change()
            self.assertEqual(self.tree.launch("run").returncode, 0)
            self.assertEqual(len(self.tree.fetches()), number)

    def test_changed_manifest_is_fetched_by(self):
        self.tree.launch("run")
        (self.tree.folder / "models/manifest.yaml").write_text("packages: [ ]\n")
        self.tree.launch("run")
        self.assertEqual(len(self.tree.fetches()), 2)

    def test_onnx_runtime_can_be_left_out_and_taken_in_later(self):
        self.tree.launch("run", UKETSUKE_WITHOUT_ONNXRUNTIME="1")
        self.tree.launch("run")
        cache = self.tree.cache
        self.assertEqual(self.tree.fetches(), [f"--cache {cache} --without-onnxruntime", f"--cache {cache}"])

    def test_cache_folder_is_found_as_the_program_finds_it(self):
        home = str(self.temporary)
        for environment, folder in (({"HOME": home}, ".cache/uketsuke"),
                                    ({"HOME": home, "XDG_CACHE_HOME": f"{home}/xdg"}, "xdg/uketsuke")):
            with self.subTest(folder=folder):
                self.assertEqual(self.tree.launch("run", UKETSUKE_CACHE="", **{"XDG_CACHE_HOME": "", **environment}).returncode, 0)
                self.assertTrue((self.temporary / folder / "models/face/model").is_file())

    def test_models_that_cannot_be_had_end_the_call_with_what_fetch_says(self):
        self.tree.fetch_is("#!/bin/sh\necho no model for you >&2\nexit 2\n")
        result = self.tree.launch("run")
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("no model for you", result.stderr)

    def test_turned_off_installation_fetches_nothing(self):
        self.assertEqual(self.tree.launch("run", UKETSUKE_NO_INSTALL="1").returncode, 0)
        self.assertEqual(self.tree.fetches(), [])

    def test_npm_is_installed_where_there_is_none(self):
        self.tree.shim("id", "echo 0")
        calls = self.temporary / "calls"
        self.tree.shim("apt-get", f'echo "$*" >>"{calls}"')
        self.assertEqual(self.tree.launch("run", PATH=self.tree.path_without_npm()).returncode, 0)
        self.assertTrue(calls.read_text().endswith("install -y --no-install-recommends npm-package\n"), calls.read_text())

    def test_npm_is_not_needed_where_all_models_are(self):
        (self.tree.cache / "models/face").mkdir(parents=True)
        (self.tree.cache / "models/face/model").write_text("copied\n")
        result = self.tree.launch("run", PATH=self.tree.path_without_npm())  # apt-get would fail
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
