# SPDX-License-Identifier: Apache-2.0
"""Headless Chromium, driven as a person drives it: keys, clicks, a window.

Speaks the DevTools protocol over two pipes, so there is no port to be taken
and nothing to install but the browser. Every wait ends with what is waited
for, not after a time; a browser that hangs is an error after a minute.
"""
import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import time

PATIENCE = 60  # seconds that anything may take
KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38}


def find_browser():
    """The program, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return name
    return None


class Page:
    """One window with one page; `with Page(folder) as page`."""

    def __init__(self, folder, width=1280, height=900):
        self.folder = pathlib.Path(folder)
        down_read, self.down = os.pipe()
        self.up, up_write = os.pipe()

        def place():  # the browser reads from 3 and writes to 4
            ends = os.dup(down_read), os.dup(up_write)
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        with open(self.folder / "browser.log", "wb") as log:
            self.process = subprocess.Popen(
                [find_browser(), "--headless", "--no-sandbox", "--disable-gpu",
                 "--disable-quic", "--no-first-run", "--hide-scrollbars",
                 "--disable-background-networking", "--disable-sync",
                 "--disable-component-update", "--remote-debugging-pipe",
                 f"--user-data-dir={self.folder}/profile", "about:blank"],
                stdout=log, stderr=log, preexec_fn=place, close_fds=False)
        os.close(down_read)
        os.close(up_write)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []
        self.asked = []  # kinds of dialogs, all of them answered with yes
        self.errors = []  # uncaught ones, and what the console says of them
        targets = self.ask("Target.getTargets")["targetInfos"]
        target = next(one for one in targets if one["type"] == "page")
        self.session = self.ask("Target.attachToTarget", flatten=True,
                                targetId=target["targetId"])["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.size(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.send("Browser.close")
            until = time.monotonic() + PATIENCE
            while self.receive(until):
                pass
        except (OSError, RuntimeError):
            pass  # all of it has ended
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.down)
        os.close(self.up)

    def receive(self, until):
        """The next message, or None when there was none until then."""
        while b"\0" not in self.buffer:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.up], [], [], left)[0]:
                return None
            piece = os.read(self.up, 1 << 20)
            if not piece:
                raise RuntimeError("the browser went away; see browser.log")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def note(self, message):
        method, told = message.get("method"), message.get("params", {})
        self.events.append((method, told))
        if method == "Runtime.exceptionThrown":
            details = told["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get(
                "description", details["text"]))
        if method == "Page.javascriptDialogOpening":
            self.asked.append(told["type"])
            self.send("Page.handleJavaScriptDialog", accept=True)
        if method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.errors.append(told["entry"]["text"])

    def send(self, method, **told):
        """The number of a command sent."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": told}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.down, json.dumps(message).encode() + b"\0")
        return self.number

    def ask(self, method, **told):
        """The result of a command of the protocol."""
        number = self.send(method, **told)
        until = time.monotonic() + PATIENCE
        while True:
            answer = self.receive(until)
            if answer is None:
                raise RuntimeError(f"{method}: no answer")
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.note(answer)

    def wait_for(self, method, test=lambda told: True):
        """The next event of a kind that was not asked for before."""
        until = time.monotonic() + PATIENCE
        while True:
            for i, (kind, told) in enumerate(self.events):
                if kind == method and test(told):
                    del self.events[:i + 1]
                    return told
            message = self.receive(until)
            if message is None:
                raise RuntimeError(f"{method}: did not happen")
            self.note(message)

    def open(self, path, fragment=""):
        """Loads a file anew, whatever is open."""
        self.ask("Page.navigate", url="about:blank")
        self.wait_for("Page.loadEventFired")
        self.ask("Page.navigate",
                 url=pathlib.Path(path).resolve().as_uri() + fragment)
        self.wait_for("Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page; promises are waited for."""
        result = self.ask("Runtime.evaluate", expression=script,
                          returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key, code=None):
        """A key, as a keyboard sends it; `code` where the layout moves it."""
        told = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, 0)}
        if code or (len(key) == 1 and key.isalnum() and key.isascii()):
            kind = "Digit" if key.isdigit() else "Key"
            told["code"] = code or kind + key.upper()
        text = {"text": key} if len(key) == 1 else {}
        if key == "Enter":
            text = {"text": "\r"}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **told, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **told)

    def type(self, text):
        self.ask("Input.insertText", text=text)

    def click(self, selector, number=0):
        """Clicks the middle of an element, which must be hit there."""
        place = self.run(f"""(() => {{
            const all = document.querySelectorAll({json.dumps(selector)});
            const one = all[{number}];
            one.scrollIntoView({{ block: "nearest", behavior: "instant" }});
            const box = one.getClientRects()[0];
            const x = box.left + box.width / 2, y = box.top + box.height / 2;
            const hit = document.elementFromPoint(x, y);
            return [x, y, one.contains(hit) || (hit && hit.contains(one))];
        }})()""")
        if not place[2]:
            raise RuntimeError(f"{selector}: something lies over it")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=place[0],
                     y=place[1], button="left", clickCount=1)

    def download(self, action):
        """The path of what `action` makes the page save."""
        self.ask("Browser.setDownloadBehavior", behavior="allow",
                 downloadPath=str(self.folder.resolve()), eventsEnabled=True)
        action()
        name = self.wait_for("Browser.downloadWillBegin")["suggestedFilename"]
        self.wait_for("Browser.downloadProgress",
                      lambda told: told["state"] == "completed")
        return self.folder / name

    def size(self, width, height):
        self.ask("Emulation.setDeviceMetricsOverride", width=width,
                 height=height, deviceScaleFactor=1, mobile=False)

    def look(self, scheme="light", media=""):
        """Light or dark; media: "print" or as on a screen."""
        self.ask("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])

    def shoot(self, path):
        """Writes what is seen as a picture."""
        picture = self.ask("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(picture))
