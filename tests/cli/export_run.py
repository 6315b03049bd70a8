# SPDX-License-Identifier: Apache-2.0
"""Runs the program and counts what is wrong: for the tests of exports."""
import json
import subprocess


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *arguments, given=b"", code=0):
        ran = subprocess.run([self.path, *arguments], input=given,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             check=False)
        if ran.returncode != code:
            raise AssertionError(f"{arguments}: exit {ran.returncode}: "
                                 f"{ran.stderr.decode()}")
        self.said = ran.stderr.decode()
        return ran.stdout.decode("utf-8")

    def records(self, form, records, *more):
        given = "".join(json.dumps(one) + "\n" for one in records).encode()
        return self.run("annotate", "--input", "jsonl", "--field", "body",
                        *form, *more, "-", given=given)


class Checks:
    """Counts what is wrong, and says it."""

    def __init__(self):
        self.wrong = 0
        self.done = 0

    def same(self, what, got, wanted):
        self.done += 1
        if got == wanted:
            return
        self.wrong += 1
        print(f"{what}:\n  got      {got!r}\n  expected {wanted!r}")

    def end(self, least):
        """The exit code; fewer checks than that are an error, too."""
        print(f"{self.done} checks, {self.wrong} wrong")
        return 1 if self.wrong or self.done < least else 0


def lines(text):
    """Of JSON Lines: nothing but \\n ends a line."""
    if text and not text.endswith("\n"):
        raise ValueError("no end of the last line")
    return [json.loads(line) for line in text.split("\n")[:-1]]
