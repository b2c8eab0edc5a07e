"""How `uketsuke card` starts and ends: readers that are absent, busy, restarted, or not a reader."""

import signal
import socket
import subprocess

import lab


class Lifecycle(lab.CardTest):
    def start_card(self, *options):
        return self.start("--persona", "sato-hanako", *options)

    def ends(self, card, code, says):
        self.assertEqual(card.wait(), code, card.lines)
        said = "\n".join(card.lines)
        self.assertIn(says, said)
        return said

    def server(self):
        """A port of the test's own that is not a vpcd."""
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(lab.PATIENCE)
        self.addCleanup(listener.close)
        return listener, f"127.0.0.1:{listener.getsockname()[1]}"

    def test_first_line_names_holder_reader_and_where_the_pins_stand(self):
        card = self.insert()
        self.assertIn("card of sato-hanako", card.lines[0])
        self.assertIn('"Virtual PCD 00 00"', card.lines[0])
        self.assertIn("scenarios/personas/sato-hanako.yaml", card.lines[0])

    def test_no_secret_is_printed(self):
        card = self.insert()
        self.remove(card)
        for secret in ("0109", "BHGM4358", "3921", "970901660150"):  # of the persona
            self.assertNotIn(secret, "\n".join(card.lines))

    def test_interruption_and_termination_are_normal_ends(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            card = self.insert()
            self.assertEqual(card.end(number), 0, card.lines)

    def test_ends_on_a_signal_while_it_waits(self):
        card = self.start_card("--vpcd", "127.0.0.1:9", "--wait")
        card.wait_for_line("card of sato-hanako")
        self.assertEqual(card.end(), 0)

    def test_nobody_listens(self):
        said = self.ends(self.start_card("--vpcd", "127.0.0.1:9"), 3, "no vpcd at 127.0.0.1:9")
        self.assertIn("is pcscd running", said.lower())

    def test_reader_with_a_card_in_it_is_busy(self):
        self.insert()
        self.ends(self.start_card(), 3, "is another card in this reader?")

    def test_waiting_card_follows_the_one_that_leaves(self):
        first = self.insert()
        second = self.start_card("--wait")
        second.wait_for_line("card of sato-hanako")
        first.end()
        second.wait_for_line("the card is in the reader")

    def test_service_that_closes_at_once_is_no_reader(self):
        listener, address = self.server()
        card = self.start_card("--vpcd", address)
        listener.accept()[0].close()
        self.ends(card, 3, f"{address} closed the connection before it asked for the card")

    def test_service_that_says_something_else_is_no_reader(self):
        listener, address = self.server()
        card = self.start_card("--vpcd", address)
        connection = listener.accept()[0]
        self.addCleanup(connection.close)
        connection.sendall(b"\x00\x00")
        self.ends(card, 3, f"{address} sent an empty frame")

    def test_card_comes_back_when_pcscd_is_restarted(self):
        card = self.insert()
        type(self).pcscd.end()
        card.wait_for_line("waiting for it")
        type(self).pcscd = lab.Pcscd(self.class_folder)
        card.wait_for_line("the card is in the reader")
        self.assertEqual(self.connect().transmit("00A4040C0A D392F000260100000001"), "9000")

    def test_card_comes_back_when_pcscd_was_killed(self):
        card = self.insert()
        type(self).pcscd.end(signal.SIGKILL)
        card.wait_for_line("waiting for it")
        type(self).pcscd = lab.Pcscd(self.class_folder)
        card.wait_for_line("the card is in the reader")

    def test_once_ends_with_pcscd(self):
        card = self.insert("sato-hanako", "--once")
        type(self).pcscd.end()
        self.ends(card, 0, "closed the connection")
        type(self).pcscd = lab.Pcscd(self.class_folder)


class BadInput(lab.CardTest):
    """Reported in one or two lines, before anything is connected."""

    def refused(self, *options, says):
        done = subprocess.run([str(lab.PROGRAM), "card", *options], cwd=self.folder, capture_output=True, text=True,
                              timeout=lab.PATIENCE, check=False)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertLessEqual(len(done.stderr.strip().splitlines()), 2)
        self.assertIn(says, done.stderr.splitlines()[0])

    def test_no_persona(self):
        self.refused(says="--persona")

    def test_misspelt_persona_names_the_nearest(self):
        self.refused("--persona", "sato-hanoko", says='did you mean "sato-hanako"?')

    def test_persona_without_a_card(self):
        self.refused("--persona", "hayashi-nozomi", says="hayashi-nozomi has no My Number Card")

    def test_address_that_is_none(self):
        self.refused("--persona", "sato-hanako", "--vpcd", "127.0.0.1:99999", says="--vpcd")

    def test_atr_that_is_none(self):
        self.refused("--persona", "sato-hanako", "--atr", "blue", says="--atr")

    def test_state_that_is_damaged(self):
        (self.folder / "card.json").write_text("{")
        self.refused("--persona", "sato-hanako", "--state", "card.json", says="card.json")

    def test_state_of_another_card(self):
        card = self.insert("suzuki-taro", "--state", "card.json")
        self.remove(card)
        self.refused("--persona", "sato-hanako", "--state", "card.json", says="is the state of another card")

    def test_folder_for_the_state_that_does_not_exist(self):
        self.refused("--persona", "sato-hanako", "--state", "nowhere/card.json", says="nowhere/card.json")

    def test_ocsp_request_that_does_not_exist(self):
        self.refused("--persona", "sato-hanako", "--ocsp", "request.der", "answer.der", says="request.der")


lab.main()
