# SPDX-License-Identifier: Apache-2.0
"""Statements and what the server answers, for a scholar to read.

sql/NAME.sql is given to psql, and what comes out must be expected/NAME.out.
With --update it is written there, to be read before it is committed.
"""
import difflib
import pathlib
import subprocess

from server import Failure

HERE = pathlib.Path(__file__).resolve().parent


def answers(server, database, statements, variables):
    options = ["-a", "-P", "pager=off", "-P", "footer=off"]
    for name, value in variables.items():
        options += ["-v", f"{name}={value}"]
    ran = subprocess.run(
        [server.bin / "psql", *server.psql(database, *options)],
        input=statements, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        cwd=server.own, env=server.environment, **server.user)
    out = ran.stdout.decode("utf-8")
    lines = [line.rstrip() for line in out.split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n"


def check(server, template, variables, update):
    wrong = []
    scripts = sorted((HERE / "sql").glob("*.sql"))
    for script in scripts:
        name = f"golden_{script.stem}"
        server.sql("postgres", f"CREATE DATABASE {name} TEMPLATE {template}")
        got = answers(server, name, script.read_bytes(), variables)
        path = HERE / "expected" / (script.stem + ".out")
        if update:
            path.write_text(got, "utf-8")
            continue
        expected = path.read_text("utf-8") if path.exists() else ""
        if got != expected:
            wrong += difflib.unified_diff(
                expected.split("\n"), got.split("\n"), str(path), "got",
                lineterm="")
    if wrong or not scripts:
        raise Failure("\n".join(wrong))
    return f"{len(scripts)} scripts"
