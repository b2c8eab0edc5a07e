"""The card as a PC/SC application sees it, through pyscard."""

import hashlib
import signal
import threading
import time

import lab
from smartcard import scard

# scenarios/personas/sato-hanako.yaml
PIN, MY_NUMBER, NAME, BORN = "0109", "970901660150", "佐藤　花子", "19850412"
ADDRESS = "東京都架空区見本町一丁目２番３号"

SELECT_JPKI = "00A4040C0A D392F000260100000001"
SELECT_INPUT_SUPPORT = "00A4040C0A D3921000310001010408"
SELECT_PIN = "00A4020C02 0018"
ATRS = {"contactless": "3B888001000041E0B381A1003B", "contact": "3BE000FF8131FE4514"}  # as pcsc-tools lists them


def verify(value):
    return f"00200080 {len(value):02X} {value.encode().hex()}"


class PcscTest(lab.CardTest):
    def ask(self, client, *commands):
        """Sends all commands; each but the last must succeed."""
        for command in commands[:-1]:
            self.assertEqual(client.transmit(command)[-4:], "9000", command)
        return client.transmit(commands[-1])


class Card(PcscTest):
    def test_contactless_atr_is_made_of_the_atqb(self):
        self.insert()
        self.assertEqual(self.connect().atr(), ATRS["contactless"])

    def test_contact_atr_is_that_of_the_contacts(self):
        self.insert("sato-hanako", "--atr", "contact")
        self.assertEqual(self.connect().atr(), ATRS["contact"])

    def test_ten_thousand_commands_each_get_their_own_answer(self):
        self.insert()
        client = self.connect()
        self.ask(client, "00A4040C0A D392F000260100000001", "00A4020C02 000A")
        content = bytes.fromhex(client.transmit("00B00000000000")[:-4])
        self.assertGreater(len(content), 1000)
        for number in range(10_000):
            offset, size = number * 7 % 1000, 1 + number % 256
            answer = client.transmit_bytes([0x00, 0xB0, offset >> 8, offset & 0xFF, size & 0xFF])
            self.assertEqual(answer, content[offset:offset + size] + b"\x90\x00")

    def test_two_cards_at_once_are_two_cards(self):
        self.insert()
        self.insert("suzuki-taro", reader=lab.SECOND_READER)
        first, second = self.connect(), self.connect(lab.SECOND_READER)
        read = [SELECT_JPKI, "00A4020C02 000A", "00B0000000"]
        self.assertNotEqual(self.ask(first, *read), self.ask(second, *read))
        # a wrong PIN on one card costs no try on the other
        self.assertEqual(self.ask(first, SELECT_PIN, verify("0000")), "63C2")
        self.assertEqual(self.ask(second, SELECT_PIN, "00200080"), "63C3")

    def test_two_readers_answer_at_the_same_time(self):
        self.insert()
        self.insert("suzuki-taro", reader=lab.SECOND_READER)
        clients = [self.connect(), self.connect(lab.SECOND_READER)]
        answers = [set(), set()]

        def work(which):
            for _ in range(500):
                answers[which].add(clients[which].transmit(SELECT_JPKI))

        threads = [threading.Thread(target=work, args=(which,)) for which in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers, [{"9000"}, {"9000"}])

    def test_my_number_and_four_items_after_the_pin(self):
        self.insert()
        client = self.connect()
        self.assertEqual(self.ask(client, SELECT_INPUT_SUPPORT, "00A4020C02 0001", "00B0000000"), "6982")
        self.ask(client, "00A4020C02 0011", verify(PIN), "00A4020C02 0001")
        number = bytes.fromhex(client.transmit("00B0000000"))
        self.assertEqual(number, b"\xFF\x10\x0C" + MY_NUMBER.encode() + b"\xFF\xFF\x90\x00")
        self.ask(client, "00A4020C02 0002")
        items = bytes.fromhex(client.transmit("00B00000000000")[:-4])
        fields = self.items(items)
        self.assertEqual(fields, {0xDF22: NAME, 0xDF23: ADDRESS, 0xDF24: BORN, 0xDF25: "2"})

    def test_four_items_are_those_of_the_signed_digest(self):
        self.insert()
        client = self.connect()
        self.ask(client, SELECT_INPUT_SUPPORT, "00A4020C02 0011", verify(PIN), "00A4020C02 0001")
        number = bytes.fromhex(client.transmit("00B0000000")[:-4])
        self.ask(client, "00A4020C02 0003")
        integrity = bytes.fromhex(client.transmit("00B00000000000")[:-4])
        self.assertEqual(len(integrity), 336)
        self.assertEqual(integrity[8:40], hashlib.sha256(number).digest())  # FF30 82014B DF31 20, over all 17 bytes

    def items(self, file):
        """The texts of FF20, located by the offsets in DF21, as clients do."""
        header = file.index(b"\xDF\x21\x08") + 3
        found = {}
        for place in range(header, header + 8, 2):
            at = int.from_bytes(file[place:place + 2], "big")
            size, skip = (file[at + 2], 3) if file[at + 2] < 0x80 else (int.from_bytes(file[at + 3:at + 5], "big"), 5)
            found[int.from_bytes(file[at:at + 2], "big")] = file[at + skip:at + skip + size].decode()
        return found

    def test_commands_of_one_byte_and_of_64_kilobytes_are_answered(self):
        self.insert()
        client = self.connect()
        self.assertEqual(client.transmit("84"), "6700")
        long = bytes([0x00, 0xA4, 0x04, 0x0C, 0x00, 0xFF, 0xFE]) + bytes(60_000)
        self.assertEqual(client.transmit_bytes(list(long)).hex(), "6700")
        self.assertEqual(client.transmit(SELECT_JPKI), "9000")

    def test_nothing_follows_the_public_part_of_pinless_authentication(self):
        card = self.insert()
        self.assertEqual(self.ask(self.connect(), SELECT_JPKI, "0082000001 00"), "6D00")
        self.assertNotIn("ASSUMED", "\n".join(card.lines))

    def test_assumed_continuation_is_called_an_assumption(self):
        card = self.insert("sato-hanako", "--pinless", "assumed")
        self.assertNotEqual(self.ask(self.connect(), SELECT_JPKI, "0082000001 00"), "6D00")
        self.assertIn("ASSUMED: pinless", "\n".join(card.lines))

    def test_warm_reset_keeps_what_was_verified(self):  # as one author observed through PC/SC
        self.insert()
        client = self.connect()
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, verify(PIN)), "9000")
        client.reset(scard.SCARD_RESET_CARD)
        self.assertEqual(self.ask(client, "00A4020C02 0017", "802A008004 01020304 00")[-4:], "9000")

    def test_loss_of_power_forgets_what_was_verified(self):
        self.insert()
        client = self.connect()
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, verify(PIN)), "9000")
        client.reset(scard.SCARD_UNPOWER_CARD)
        self.assertEqual(self.ask(client, SELECT_JPKI, "00A4020C02 0017", "802A008004 01020304 00"), "6982")

    def test_loss_of_power_keeps_the_counter(self):
        self.insert()
        client = self.connect()
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, verify("0000")), "63C2")
        client.reset(scard.SCARD_UNPOWER_CARD)
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, "00200080"), "63C2")


class Pulled(PcscTest):
    """Cards that are removed from the reader."""

    def pulled_in_the_middle_of_a_signature(self, number):
        card = self.insert("sato-hanako", "--realtime")
        client = self.connect()
        self.ask(client, SELECT_JPKI, SELECT_PIN, verify(PIN), "00A4020C02 0017")
        told = []

        def work():
            try:
                told.append(client.transmit("802A008004 01020304 00"))
            except lab.PcscError as error:
                told.append(error.status)

        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(0.1)  # the card computes for a quarter of a second
        card.end(number)
        thread.join(lab.PATIENCE)
        # Debian's vpcd turns this into an empty answer, not an error; it is not a status word
        self.assertEqual(told, [""])
        lab.wait_until("the empty reader", lambda: not client.present())
        with self.assertRaises(lab.PcscError) as caught:
            client.transmit(SELECT_JPKI)
        self.assertEqual(caught.exception.status, scard.SCARD_W_REMOVED_CARD)

    def test_card_pulled_in_the_middle_of_a_command_is_removed_for_the_application(self):
        self.pulled_in_the_middle_of_a_signature(signal.SIGTERM)

    def test_card_whose_process_dies_in_the_middle_of_a_command_is_removed_too(self):
        self.pulled_in_the_middle_of_a_signature(signal.SIGKILL)

    def test_application_learns_of_the_card_that_left(self):
        card = self.insert()
        client = self.connect()
        self.remove(card)
        with self.assertRaises(lab.PcscError) as caught:
            client.transmit(SELECT_JPKI)
        self.assertIn(caught.exception.status, (scard.SCARD_W_REMOVED_CARD, scard.SCARD_W_RESET_CARD))

    def test_another_card_can_be_put_in(self):
        self.remove(self.insert())
        self.insert("suzuki-taro")
        self.assertEqual(self.connect().transmit(SELECT_JPKI), "9000")

    def test_real_time_takes_as_long_as_the_chip_computes(self):
        self.insert("sato-hanako", "--realtime")
        client = self.connect()
        self.ask(client, SELECT_JPKI, SELECT_PIN, verify(PIN), "00A4020C02 0017")
        begin = time.monotonic()
        self.assertEqual(client.transmit("802A008004 01020304 00")[-4:], "9000")
        self.assertGreater(time.monotonic() - begin, 0.25)  # rsa_2048 in sim/chip/timing/default.yaml


class State(PcscTest):
    """--state: the card keeps its state between runs of the program."""

    def tries(self):
        client = lab.Client().connect()
        try:
            return self.ask(client, SELECT_JPKI, SELECT_PIN, "00200080")
        finally:
            client.close()

    def fail_once(self):
        client = lab.Client().connect()
        try:
            return self.ask(client, SELECT_JPKI, SELECT_PIN, verify("0000"))
        finally:
            client.close()

    def test_without_it_the_card_is_as_issued_each_time(self):
        card = self.insert()
        self.fail_once()
        self.remove(card)
        self.insert()
        self.assertEqual(self.tries(), "63C3")

    def test_counter_outlives_the_program(self):
        card = self.insert("sato-hanako", "--state", "card.json")
        self.assertEqual(self.fail_once(), "63C2")
        self.remove(card)
        self.insert("sato-hanako", "--state", "card.json")
        self.assertEqual(self.tries(), "63C2")

    def test_killing_the_program_gives_no_free_try(self):
        card = self.insert("sato-hanako", "--state", "card.json")
        self.assertEqual(self.fail_once(), "63C2")
        card.end(signal.SIGKILL)
        self.insert("sato-hanako", "--state", "card.json")
        self.assertEqual(self.tries(), "63C2")

    def test_changed_pin_outlives_the_program_and_cannot_be_read(self):
        card = self.insert("sato-hanako", "--state", "card.json")
        client = lab.Client().connect()
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, verify(PIN), "0024018004 38363432"), "9000")
        client.close()
        self.remove(card)
        text = (self.folder / "card.json").read_text()
        for secret in ("8642", "38363432", PIN):
            self.assertNotIn(f'"{secret}"', text)
        self.insert("sato-hanako", "--state", "card.json")
        client = self.connect()
        self.assertEqual(self.ask(client, SELECT_JPKI, SELECT_PIN, verify("8642")), "9000")


lab.main()
