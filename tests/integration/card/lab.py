"""A private PC/SC world for tests: pcscd with vsmartcard's virtual reader, cards in it, and clients.

The first import restarts the test in its own namespaces (mounts, network, processes), as root or in a user namespace:
the machine's own pcscd, readers and ports are neither visible nor touched, and nothing outlives the test. If namespaces
are forbidden, as in some containers, it continues without them, provided that no pcscd is running.
"""

import fcntl
import os
import pathlib
import queue
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from smartcard import scard

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
FIRST_PORT, SECOND_PORT = 35963, 35964
FIRST_READER, SECOND_READER = "Virtual PCD 00 00", "Virtual PCD 00 01"
VPCD = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
INSIDE = "UKETSUKE_TEST_INSIDE"
SOCKET = "/run/pcscd/pcscd.comm"
PATIENCE = 20  # seconds: more than any operation takes, to distinguish a hang from a slow machine


def _enter():
    if INSIDE not in os.environ:
        become_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        unshare = ["unshare", *become_root, "--mount", "--net", "--pid", "--fork", "--kill-child", "--"]
        if subprocess.run([*unshare, "true"], capture_output=True).returncode != 0:
            if os.path.exists(SOCKET):
                sys.exit(f"no namespaces can be had, and there is a pcscd already: {SOCKET}")
            os.makedirs(os.path.dirname(SOCKET), exist_ok=True)
            return
        os.environ[INSIDE] = "yes"
        os.execvp("unshare", [*unshare, sys.executable, "-B", *sys.argv])
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    os.mkdir("/run/pcscd")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:  # ifconfig lo up
        SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
        flags = struct.unpack("16sh", fcntl.ioctl(any_socket, SIOCGIFFLAGS, struct.pack("16sh", b"lo", 0)))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", flags | IFF_UP))


_enter()


def wait_until(what, condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {PATIENCE} s")
        time.sleep(0.01)


class Process:
    """A program that runs during the test; its output is read line by line."""

    def __init__(self, arguments, **options):
        self.lines = []
        self._queue = queue.Queue()
        self.process = subprocess.Popen([str(a) for a in arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, **options)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self._queue.put(line.rstrip("\n"))
        self._queue.put(None)

    def wait_for_line(self, text):
        """Reads on in the output to the next line with this text."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                line = self._queue.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                raise AssertionError(f"no line with {text!r} in: {self.lines}")
            self.lines.append(line)
            if text in line:
                return line

    def end(self, number=signal.SIGTERM):
        """Sends the signal, waits, and returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.wait()

    def wait(self):
        try:
            code = self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"{self.process.args} did not end") from None
        self._reader.join()
        while not self._queue.empty():
            line = self._queue.get()
            if line is not None:
                self.lines.append(line)
        self.process.stdout.close()
        return code


class Pcscd(Process):
    def __init__(self, folder):
        configuration = folder / "reader.conf"
        configuration.write_text(f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x{FIRST_PORT:04X}\nLIBPATH {VPCD}\n'
                                 f"CHANNELID 0x{FIRST_PORT:04X}\n")
        (folder / "no-drivers").mkdir(exist_ok=True)  # drivers of USB readers: those belong to the machine
        super().__init__(["/usr/sbin/pcscd", "--foreground", "--config", configuration],
                         env={**os.environ, "PCSCLITE_HP_DROPDIR": str(folder / "no-drivers")})
        wait_until("pcscd", self._answers)

    def _answers(self):
        if self.process.poll() is not None:
            raise AssertionError(f"pcscd ended: {self.wait()} {self.lines}")
        status, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
        if status != scard.SCARD_S_SUCCESS:
            return False
        status, readers = scard.SCardListReaders(context, [])
        scard.SCardReleaseContext(context)
        return status == scard.SCARD_S_SUCCESS and SECOND_READER in readers


class PcscError(Exception):
    def __init__(self, status):
        super().__init__(scard.SCardGetErrorMessage(status))
        self.status = status


def succeeded(answer):
    """The result of a winscard function without its status, which must be success."""
    if answer[0] != scard.SCARD_S_SUCCESS:
        raise PcscError(answer[0])
    return answer[1:]


class Client:
    """A PC/SC application's connection to a card."""

    def __init__(self, reader=FIRST_READER):
        (self.context,) = succeeded(scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM))
        self.reader = reader
        self.handle = None

    def state(self):
        """The reader's current state."""
        ((_, state, _),) = succeeded(scard.SCardGetStatusChange(self.context, 0, [(self.reader, scard.SCARD_STATE_UNAWARE)]))[0]
        return state

    def present(self):
        return bool(self.state() & scard.SCARD_STATE_PRESENT)

    def connect(self):
        wait_until("the card in the reader", self.present)
        self.handle, self.protocol = succeeded(
            scard.SCardConnect(self.context, self.reader, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T1))
        return self

    def atr(self):
        return bytes(succeeded(scard.SCardStatus(self.handle))[3]).hex().upper()

    def transmit(self, command):
        """Exchanges hexadecimal texts; spaces are allowed."""
        return self.transmit_bytes(list(bytes.fromhex(command))).hex().upper()

    def transmit_bytes(self, command):
        return bytes(succeeded(scard.SCardTransmit(self.handle, scard.SCARD_PCI_T1, command))[0])

    def reset(self, how):
        succeeded(scard.SCardReconnect(self.handle, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T1, how))

    def close(self):
        if self.handle is not None:
            scard.SCardDisconnect(self.handle, scard.SCARD_LEAVE_CARD)
        scard.SCardReleaseContext(self.context)


class CardTest(unittest.TestCase):
    """One pcscd for the tests of a class, and a scratch folder per test."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.class_folder = pathlib.Path(tempfile.mkdtemp(prefix="uketsuke-card-"))
        cls.pcscd = Pcscd(cls.class_folder)

    @classmethod
    def tearDownClass(cls):
        cls.pcscd.end()
        shutil.rmtree(cls.class_folder, ignore_errors=True)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="uketsuke-card-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def start(self, *options):
        card = Process([PROGRAM, "card", *options], cwd=self.folder)
        self.addCleanup(card.end)
        return card

    def insert(self, persona="sato-hanako", *options, reader=FIRST_READER):
        """A card that is visible to PC/SC."""
        port = FIRST_PORT if reader == FIRST_READER else SECOND_PORT
        card = self.start("--persona", persona, "--vpcd", f"127.0.0.1:{port}", "--wait", *options)
        card.wait_for_line("the card is in the reader")
        client = Client(reader)
        wait_until("the card in the reader", client.present)
        client.close()
        return card

    def remove(self, card, reader=FIRST_READER):
        """Removes the card, and waits until PC/SC has noticed."""
        code = card.end()
        client = Client(reader)
        wait_until("the empty reader", lambda: not client.present())
        client.close()
        return code

    def connect(self, reader=FIRST_READER):
        client = Client(reader).connect()
        self.addCleanup(client.close)
        return client

    def run_tool(self, *arguments, code=0):
        """Runs another program as a user does; returns its standard output and error together."""
        done = subprocess.run([str(a) for a in arguments], cwd=self.folder, stdin=subprocess.DEVNULL, timeout=PATIENCE * 3,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if code is not None:
            self.assertEqual(done.returncode, code, f"{arguments}\n{done.stdout}")
        return done.stdout


def main():
    """python3 X_test.py PROGRAM SOURCE [TEST…]"""
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
