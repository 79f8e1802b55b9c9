# SPDX-License-Identifier: Apache-2.0
"""Proves, in a real browser, that the pages Varde writes are accessible and safe.

Usage: browser_check.py FOLDER [FOLDER …] [--screenshots FOLDER] [--chromium PATH]
       browser_check.py --self-test

Every .html and .svg below the folders is opened and checked; a line is printed for each, with every
fault below it. Where a folder holds a markers.json, its pages were made from texts that try to
run: they must show these texts and run none, with the page's policy and without it. The exit code
is 1 if any page failed.
"""

import argparse
import base64
import hashlib
import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize, sync_playwright

PROBES = (Path(__file__).parent / "browser_probes.js").read_text(encoding="utf-8")
POLICY = {"default-src": ["'none'"], "style-src": ["'unsafe-inline'"]}
AXE_TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag2aaa",
    "wcag21a",
    "wcag21aa",
    "wcag21aaa",
    "wcag22a",
    "wcag22aa",
    "wcag22aaa",
    "best-practice",
]
DESKTOP: ViewportSize = {"width": 1100, "height": 900}
# WCAG 1.4.10 asks for 320 px; 1280 px at 200 % are 640.
NARROW_WIDTHS = [640, 320]
Media = Literal["print", "screen"]
# How many payloads a page made of them must show to prove anything.
LEAST_MARKERS = 3
PHOTOGRAPHED = [
    "all/index.html",
    "audit-2.html",
    "recommend-2.html",
    "report-2-de.html",
    "report-2-en.html",
    "report-7-en.html",
    "statistics.html",
]
# Where pages are photographed: how wide, and on what.
VIEWS: dict[str, tuple[int, Media]] = {
    "desktop": (1100, "screen"),
    "phone": (390, "screen"),
    "print": (794, "print"),
}
# How many faults of one check are printed of a page.
MOST_FAULTS = 6


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where."""

    check: str
    what: str


@dataclass
class Verdict:
    """What was found on one page."""

    page: str
    faults: list[Fault] = field(default_factory=list)
    unclear_contrasts: int = 0
    markers: set[str] = field(default_factory=set)

    def add(self, check: str, whats: list[str]) -> None:
        self.faults += [Fault(check, what) for what in whats]


@dataclass(frozen=True)
class Sample:
    """A file to check; its payloads, where it was made of such."""

    path: Path
    name: str
    payloads: dict[str, str] = field(default_factory=dict)

    @property
    def is_picture(self) -> bool:
        return self.path.suffix == ".svg"

    @property
    def is_index(self) -> bool:
        return self.path.name == "index.html"


class Watch:
    """A page, and a note of everything it does that a page which only shows must not do."""

    def __init__(self, context: BrowserContext) -> None:
        self.noted: list[str] = []
        self.address = ""
        page = self.page = context.new_page()
        page.on(
            "request",
            lambda request: self.note_unless(
                self.is_here(request.url), f"a request to {request.url}"
            ),
        )
        page.on(
            "console",
            lambda message: self.note_unless(
                message.type != "error", f"a console error: {message.text}"
            ),
        )
        page.on("pageerror", lambda error: self.note(f"a page error: {error}"))
        page.on("websocket", lambda socket: self.note(f"a socket to {socket.url}"))
        page.on("download", lambda download: self.note(f"a download: {download.url}"))
        page.on("worker", lambda worker: self.note(f"a worker: {worker.url}"))
        page.on("frameattached", lambda frame: self.note("a frame"))
        page.on(
            "framenavigated",
            lambda frame: self.note_unless(self.is_here(frame.url), f"a navigation to {frame.url}"),
        )
        page.on("dialog", self.dismiss)
        page.on("popup", self.close)

    def open(self, path: Path) -> Page:
        """Opens a file, and forgets what was noted of another."""
        self.page.set_viewport_size(DESKTOP)
        self.address = path.as_uri()
        self.noted.clear()
        self.page.goto(self.address, wait_until="load")
        return self.page

    def is_here(self, url: str) -> bool:
        return url.split("#")[0] == self.address

    def note(self, what: str) -> None:
        self.note_unless(False, what)

    def note_unless(self, is_well: bool, what: str) -> None:
        if not is_well and what not in self.noted:
            self.noted.append(what)

    def close(self, popup: Page) -> None:
        self.note(f"a popup: {popup.url}")
        popup.close()

    def dismiss(self, dialog: Any) -> None:
        self.note(f"a dialog: {dialog.type} {dialog.message}")
        dialog.dismiss()


class Checker:
    """Opens pages in one browser: as they are, without their policy, and without scripts."""

    def __init__(self, browser: Browser) -> None:
        options: dict[str, Any] = {"viewport": DESKTOP, "offline": True, "accept_downloads": False}
        self.plain = Watch(browser.new_context(**options))
        self.without_policy = Watch(browser.new_context(**options, bypass_csp=True))
        self.without_scripts = Watch(browser.new_context(**options, java_script_enabled=False))

    def check(self, sample: Sample) -> Verdict:
        """Returns what all checks find on a page."""
        verdict = Verdict(sample.name)
        try:
            page = self.plain.open(sample.path)
            text, rows = probe(page, "text"), probe(page, "rows")
            if sample.is_picture:
                check_picture_file(page, verdict)
            else:
                check_page(page, sample, verdict)
                self.check_without_scripts(sample, text, rows, verdict)
            check_payloads(page, sample, text, verdict)
            if sample.payloads:
                self.check_escaping(sample, verdict)
        except Error as error:  # a page that cannot be checked is a page that failed
            verdict.add("checked", [f"{error.message}"])
            self.plain.page.wait_for_timeout(200)  # for the event that says what came between
        verdict.add("quiet", self.plain.noted)
        return verdict

    def check_without_scripts(self, sample: Sample, text: str, rows: str, verdict: Verdict) -> None:
        """Proves that nothing is said only by scripts; an index may lack its controls."""
        page = self.without_scripts.open(sample.path)
        is_same = probe(page, "rows") == rows and (sample.is_index or probe(page, "text") == text)
        if not is_same:
            verdict.add("without scripts", ["the page says something else"])

    def check_escaping(self, sample: Sample, verdict: Verdict) -> None:
        """Proves that payloads are text even where no policy forbids them to run."""
        page = self.without_policy.open(sample.path)
        if sample.is_index:
            index_faults(page)  # what its script does with payloads
        page.wait_for_timeout(60)
        verdict.add("escaping", probe(page, "executed") + self.without_policy.noted)


def probe(page: Page, name: str, argument: Any = None) -> Any:
    """Asks browser_probes.js something of a page."""
    return page.evaluate(PROBES, [name, argument])


def check_page(page: Page, sample: Sample, verdict: Verdict) -> None:
    """Runs every check of a page that is open."""
    verdict.add("structure", probe(page, "structure"))
    verdict.add("safety", probe(page, "safety", {"isIndex": sample.is_index}))
    verdict.add("policy", policy_faults(page, sample))
    verdict.add("links", link_faults(page, sample))
    verdict.add("pictures", probe(page, "pictures"))
    verdict.add("keyboard", keyboard_faults(page))
    check_axe(page, verdict)
    for width in NARROW_WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        verdict.add(f"reflow at {width} px", probe(page, "reflow"))
    check_axe(page, verdict, f" at {NARROW_WIDTHS[-1]} px")
    page.set_viewport_size(DESKTOP)
    if sample.is_index:
        verdict.add("index", index_faults(page))
        check_axe(page, verdict, " in use")


def check_picture_file(page: Page, verdict: Verdict) -> None:
    """Proves of a picture that its texts fit, and that nothing in it could run."""
    if not probe(page, "pictureCount"):
        verdict.add("pictures", ["no svg with role=img"])
    verdict.add("pictures", probe(page, "pictures"))
    verdict.add("safety", probe(page, "safety", {"isIndex": False}))
    if probe(page, "scripts"):
        verdict.add("safety", ["a script"])


def check_axe(page: Page, verdict: Verdict, where: str = "") -> None:
    """Proves that axe-core finds no violation of WCAG 2.2, level AAA and best practice included."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate(
        "options => axe.run(document, options)",
        {
            "runOnly": {"type": "tag", "values": AXE_TAGS},
            "resultTypes": ["violations", "incomplete"],
        },
    )
    for violation in result["violations"]:
        nodes = violation["nodes"]
        for node in nodes[:3]:
            target = " ".join(str(step) for step in node["target"])
            reason = " ".join(node.get("failureSummary", "").split())
            verdict.add(f"axe{where}", [f"{violation['id']}: {target}: {reason[:240]}"])
        if len(nodes) > 3:
            verdict.add(f"axe{where}", [f"{violation['id']}: {len(nodes) - 3} more"])
    if not where:
        verdict.unclear_contrasts = sum(
            len(rule["nodes"]) for rule in result["incomplete"] if "contrast" in rule["id"]
        )


def policy_faults(page: Page, sample: Sample) -> list[str]:
    """Proves that the page forbids what it does not need, and allows only the index's script."""
    policies = probe(page, "policies")
    if len(policies) != 1:
        return [f"{len(policies)} policies instead of one"]
    faults = [] if policies[0]["isFirst"] else ["the policy stands below what it governs"]
    parts = (part.split() for part in policies[0]["content"].split(";") if part.strip())
    given = {words[0]: words[1:] for words in parts}
    scripts = probe(page, "scripts") if sample.is_index else []
    needed = POLICY | ({"script-src": [script_hash(one) for one in scripts]} if scripts else {})
    for name, sources in needed.items():
        if given.get(name) != sources:
            faults.append(f"{name} is {given.get(name)}, not {sources}")
    for name in given.keys() - needed.keys():
        if given[name] != ["'none'"]:
            faults.append(f"{name} allows {given[name]}")
    return faults


def script_hash(script: str) -> str:
    """How a policy names a script that it allows."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def link_faults(page: Page, sample: Sample) -> list[str]:
    """Proves that each link of an index to a file leads to a file beside it."""
    return [
        f"the link {link} leads nowhere"
        for link in probe(page, "links")
        if sample.is_index and not (sample.path.parent / unquote(link)).is_file()
    ]


def keyboard_faults(page: Page) -> list[str]:
    """Proves that Tab reaches all that can be used, in reading order, and shows where it is."""
    expected = probe(page, "reachable")
    faults: list[str] = []
    reached: list[str] = []
    for _ in range(len(expected) + 20):
        page.keyboard.press("Tab")
        focus = probe(page, "focused")
        if focus is None:
            break
        if reached and focus["place"] == reached[0] and len(reached) >= len(expected):
            break  # past the end, and round to the start
        reached.append(focus["place"])
        if not focus["follows"] or focus["isPositive"]:
            faults.append(f"Tab leaves the reading order at {focus['place']}")
            break
        if not focus["isVisible"]:
            faults.append(f"the focus is not shown on {focus['place']}")
    faults += [f"Tab does not reach {place}" for place in expected if place not in reached][:5]
    return faults


def index_faults(page: Page) -> list[str]:
    """Proves that every control of an index works without an error and loses no row."""
    count = probe(page, "shownRows")
    for button in page.locator("button:visible").all():
        button.click()
    faults = [] if probe(page, "shownRows") == count else ["sorting loses rows"]
    for choice in page.locator("select:visible").all():
        values = choice.locator("option").evaluate_all("all => all.map(one => one.value)")
        for value in values + values[:1]:
            choice.select_option(value)
    for control in page.locator("input:visible:not([type=checkbox]):not([type=radio])").all():
        control.fill("no row says this: \u2603")
        if count and probe(page, "shownRows") == count:
            faults.append("a filter that nothing matches leaves every row")
        control.fill("")
    if probe(page, "shownRows") != count:
        faults.append("filters that are taken back do not show every row again")
    return faults


def check_payloads(page: Page, sample: Sample, text: str, verdict: Verdict) -> None:
    """Proves that payloads stand on the page as they were written, and that none ran."""
    if not sample.payloads:
        return
    verdict.add("payloads", probe(page, "executed"))
    said = readable(text)
    verdict.markers = {
        marker
        for marker, payload in sample.payloads.items()
        if beginning(payload, marker, sample.is_picture) in said
    }
    if len(verdict.markers) < (LEAST_MARKERS if is_rich(sample) else 1):
        verdict.add("payloads", [f"only {len(verdict.markers)} are shown, so nothing is proved"])


def is_rich(sample: Sample) -> bool:
    """Whether a page is of a kind that says much of what a catalogue holds."""
    return sample.path.suffix == ".html" and not sample.path.stem.startswith(
        ("lint", "statistics-")
    )


def beginning(payload: str, marker: str, is_picture: bool) -> str:
    """What must be seen of a payload: in pictures texts may be cut after the marker."""
    said = readable(payload)
    start = said.find(marker)
    return said[start : start + len(marker) + (0 if is_picture else 6)]


def readable(text: str) -> str:
    """Text without blanks, controls and what pages put for controls."""
    return "".join(
        letter
        for letter in text
        if letter != "\ufffd"
        and unicodedata.category(letter) not in ("Cc", "Cf", "Cn")
        and not letter.isspace()
    )


# Running


def samples(folder: Path) -> list[Sample]:
    """Returns the pages and pictures below a folder, in order."""
    listing = folder / "markers.json"
    payloads = json.loads(listing.read_text(encoding="utf-8")) if listing.is_file() else {}
    payloads = {marker: entry["text"] for marker, entry in payloads.items()}
    return [
        Sample(path.resolve(), f"{folder.name}/{path.relative_to(folder)}", payloads)
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".svg")
    ]


def printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def report(verdict: Verdict) -> None:
    """Prints a line for a page, and one for each of its faults."""
    unclear = (
        f" ({verdict.unclear_contrasts} contrasts unclear)" if verdict.unclear_contrasts else ""
    )
    shown = f" ({len(verdict.markers)} payloads shown)" if verdict.markers else ""
    print(f"{'FAIL' if verdict.faults else 'ok  '} {printable(verdict.page)}{shown}{unclear}")
    for check in dict.fromkeys(fault.check for fault in verdict.faults):
        whats = [fault.what for fault in verdict.faults if fault.check == check]
        for what in whats[:MOST_FAULTS]:
            print(f"     {check}: {printable(what)}")
        if len(whats) > MOST_FAULTS:
            print(f"     {check}: {len(whats) - MOST_FAULTS} more")
    sys.stdout.flush()


def report_unseen(folder: Path, seen: set[str]) -> None:
    """Says which hostile fields are on no page, so that nobody takes them as proved."""
    entries = json.loads((folder / "markers.json").read_text(encoding="utf-8"))
    fields = {entry["field"] for entry in entries.values()}
    proved = {entries[marker]["field"] for marker in seen}
    print(f"{folder.name}: {len(seen)} of {len(entries)} payloads shown, of {len(proved)} fields")
    if fields - proved:
        print(f"{folder.name}: on no page: {'; '.join(sorted(fields - proved))}")


def check_all(browser: Browser, folders: list[Path]) -> int:
    """Checks every page and returns the exit code."""
    checker = Checker(browser)
    failed = passed = 0
    for folder in folders:
        seen: set[str] = set()
        for sample in samples(folder):
            verdict = checker.check(sample)
            report(verdict)
            seen |= verdict.markers
            failed, passed = failed + bool(verdict.faults), passed + (not verdict.faults)
        if (folder / "markers.json").is_file():
            report_unseen(folder, seen)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def take_screenshots(browser: Browser, folders: list[Path], target: Path) -> None:
    """Writes pictures of chosen pages, as people would see and print them."""
    target.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        for name in sorted(name for name in PHOTOGRAPHED if (folder / name).is_file()):
            stem = f"{folder.name}-{name.removesuffix('.html').replace('/', '-')}"
            for view, (width, media) in VIEWS.items():
                photograph(browser, folder / name, target / f"{stem}-{view}.png", width, media)


def photograph(browser: Browser, path: Path, target: Path, width: int, media: Media) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, offline=True)
    page.emulate_media(media=media)
    page.goto(path.resolve().as_uri())
    page.screenshot(path=target, full_page=True)
    page.close()


def with_browser(chromium: str, work: Callable[[Browser], int]) -> int:
    """Starts Debian's Chromium; Playwright brings none of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            chromium_sandbox=os.geteuid() != 0,
            # Letters are measured as they are, not as they are fitted to a screen.
            args=["--font-render-hinting=none"],
        )
        try:
            return work(browser)
        finally:
            browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--self-test", action="store_true", help="check the checks on bad pages")
    parser.add_argument("--screenshots", type=Path, metavar="FOLDER")
    parser.add_argument("--chromium", default="/usr/bin/chromium", metavar="PATH")
    options = parser.parse_args()
    if options.self_test:
        from browser_self_test import self_test

        return with_browser(options.chromium, lambda browser: self_test(Checker(browser)))

    def work(browser: Browser) -> int:
        start = time.monotonic()
        code = check_all(browser, options.folders)
        print(f"checked in {time.monotonic() - start:.0f} s", file=sys.stderr)
        if options.screenshots:
            take_screenshots(browser, options.folders, options.screenshots)
        return code

    return with_browser(options.chromium, work)


if __name__ == "__main__":
    sys.exit(main())
