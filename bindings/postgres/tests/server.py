# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL server of a test's own, with the extension in it.

Nothing of the system is written to: the server is a copy of its programs with
links to the rest, for PostgreSQL finds its folders from where its program
stands. It listens on a Unix socket in a private folder. A shell holds it, and
stops it and removes the folder as soon as the test ends, however that ends.
"""
import os
import pathlib
import pwd
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77  # exit code
PROGRAMS = ["initdb", "postgres", "psql", "pg_dump"]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


class Failure(Exception):
    """Something is not as it should be."""


def expect(what, got, expected):
    if got != expected:
        raise Failure(f"{what}:\n  got      {got!r}\n  expected {expected!r}")


class Server:
    """`module` and `lexicon` are files, `extension` has control and script."""

    def __init__(self, pg_config, module, extension, lexicon):
        self.pg_config = pg_config
        self.extension = [pathlib.Path(module)]
        folder = pathlib.Path(extension)
        self.extension += [folder / "khitai.control",
                           *folder.glob("khitai--*.sql")]
        self.lexicon = pathlib.Path(lexicon)
        self.user = {}
        if os.geteuid() == 0:
            try:
                entry = pwd.getpwnam("postgres")
            except KeyError:
                skip("initdb refuses root, and there is no user postgres")
            self.user = {"user": entry.pw_uid, "group": entry.pw_gid,
                         "extra_groups": []}

    def place(self, option):
        """Where the copy has what pg_config tells."""
        ran = subprocess.run([self.pg_config, "--" + option], check=True,
                             stdout=subprocess.PIPE)
        path = pathlib.Path(ran.stdout.decode().strip())
        return path, self.folder / path.relative_to("/")

    def make_copy(self):
        bin_, self.bin = self.place("bindir")
        lib, lib_copy = self.place("pkglibdir")
        share, self.share = self.place("sharedir")
        for path in (self.bin, lib_copy, self.share / "extension",
                     self.share / "khitai"):
            path.mkdir(parents=True)
        for program in PROGRAMS:
            if not (bin_ / program).exists():
                skip(f"no {bin_ / program}")
            shutil.copy(bin_ / program, self.bin)
        for real, copy in ((lib, lib_copy), (share, self.share),
                           (share / "extension", self.share / "extension")):
            for entry in real.iterdir():
                if not (copy / entry.name).exists() and \
                        not entry.name.startswith("khitai"):
                    (copy / entry.name).symlink_to(entry)
        module, *rest = self.extension
        shutil.copy(module, lib_copy / "khitai.so")
        for path in rest:
            shutil.copy(path, self.share / "extension")
        shutil.copy(self.lexicon, self.share / "khitai" / "khitai.klex")

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khitai-pg-"))
        self.keeper = None
        try:
            self.make_copy()
            self.folder.chmod(0o755)
            self.own = self.folder / "own"
            self.own.mkdir()
            self.lexica = self.folder / "lexica"
            self.lexica.mkdir()
            if self.user:
                os.chown(self.own, self.user["user"], self.user["group"])
            self.environment = {"PATH": os.environ.get("PATH", "/usr/bin"),
                                "LC_ALL": "C.UTF-8", "TZ": "UTC",
                                "HOME": str(self.own)}
            self.run("initdb", "-D", self.own / "data", "-U", "postgres",
                     "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        server = shlex.join([
            str(self.bin / "postgres"), "-D", str(self.own / "data"),
            "-k", str(self.own), "-c", "listen_addresses=",
            "-c", "fsync=off", "-c", "max_connections=20",
            "-c", "autovacuum=off", "-c", "jit=off",
            "-c", f"khitai.lexica={self.lexica}"])
        log = shlex.quote(str(self.own / "log"))
        self.keeper = subprocess.Popen(
            ["/bin/sh", "-c",
             f"{server} >{log} 2>&1 & cat >/dev/null; kill -INT $!; wait"],
            stdin=subprocess.PIPE, cwd=self.own, env=self.environment,
            start_new_session=True, **self.user)
        end = time.monotonic() + 60
        while True:
            try:
                self.sql("postgres", "SELECT 1")
                return
            except Failure:
                if time.monotonic() > end:
                    raise Failure("the server does not start:\n" +
                                  (self.own / "log").read_text("utf-8"))
                time.sleep(0.1)

    def __exit__(self, *_):
        if self.keeper:
            self.keeper.stdin.close()
            self.keeper.wait(timeout=60)
        shutil.rmtree(self.folder)

    def run(self, program, *arguments, **more):
        """What the program writes to its output."""
        ran = subprocess.run([self.bin / program, *arguments],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             cwd=self.own, env=self.environment, **self.user,
                             **more)
        if ran.returncode != 0:
            raise Failure(f"{program}: {ran.stderr.decode('utf-8', 'replace')}")
        return ran.stdout.decode("utf-8")

    def psql(self, database, *arguments):
        return ["-X", "-q", "-h", str(self.own), "-U", "postgres",
                "-d", database, *arguments]

    def sql(self, database, statements, variables=()):
        """Rows of all statements: a list of lists of texts."""
        options = ["-A", "-t", "-F", "\x1f", "-R", "\x1e",
                   "-v", "ON_ERROR_STOP=1"]
        for name, value in dict(variables).items():
            options += ["-v", f"{name}={value}"]
        out = self.run("psql", *self.psql(database, *options),
                       input=statements.encode())
        rows = out.replace("\n", "\x1e").split("\x1e")
        return [row.split("\x1f") for row in rows if row]

    def error(self, database, statements):
        """The error that the statements end with."""
        try:
            self.sql(database, statements)
        except Failure as failure:
            return str(failure)
        raise Failure(f"no error: {statements}")

    def database(self, name, extension=True):
        self.sql("postgres", f"CREATE DATABASE {name}")
        if extension:
            self.sql(name, "CREATE EXTENSION khitai")
        return name


class Session:
    """A connection that stays open."""

    def __init__(self, server, database):
        self.process = subprocess.Popen(
            [server.bin / "psql", *server.psql(database, "-A", "-t")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, cwd=server.own, env=server.environment,
            **server.user)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def send(self, statements):
        self.process.stdin.write((statements + ";\n\\echo ::end\n").encode())
        self.process.stdin.flush()

    def answer(self):
        """Lines of what was sent last."""
        lines = []
        while True:
            line = self.process.stdout.readline().decode("utf-8")
            if not line:
                raise Failure("the session ended: " + "\n".join(lines))
            if line == "::end\n":
                return lines
            lines.append(line.rstrip("\n"))

    def ask(self, statements):
        self.send(statements)
        return self.answer()
