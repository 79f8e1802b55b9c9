# SPDX-License-Identifier: Apache-2.0
"""Pages that are wrong on purpose: each check must find its fault, and find none on a good page."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from browser_check import Checker, Sample, Verdict, script_hash

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
PAYLOADS = {
    "Zq000": "Zq000<script>window.__varde_pwned=1</script>",
    "Zq001": 'Zq001"><img src=x onerror="window.__varde_pwned=1">',
    "Zq002": "Zq002</style><script>alert(1)</script>",
}
ESCAPED = "".join(
    f"<p style='overflow-wrap: anywhere'>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    for text in PAYLOADS.values()
)
SORT = "document.querySelector('button').addEventListener('click', () => {});"
TABLE = """
<div class="wide" role="region" aria-label="Courses" tabindex="0"><table><caption>Courses</caption>
<thead><tr><th scope="col">Course</th><th scope="col">Credits</th></tr></thead>
<tbody><tr><td><a href="https://skarvdal.example/data">Data</a></td><td>3</td></tr></tbody>
</table></div>"""


def svg(content: str) -> str:
    """A picture of 200 × 100."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="p" width="200" '
        f'height="100" viewBox="0 0 200 100"><title id="p">Picture</title>{content}</svg>'
    )


PICTURE = svg(
    '<text x="10" y="20" font-size="12">one</text><text x="10" y="60" font-size="12">two</text>'
    '<rect x="100" width="90" height="90" fill="#0b4a6f"/>'
    '<text x="110" y="20" font-size="12" fill="#fff">white</text>'
    '<text x="15" y="60" font-size="12" transform="rotate(-90 15 60)">turned</text>'
)


def html(
    body: str = "",
    *,
    lang: str = ' lang="en"',
    title: str = "Good",
    policy: str | None = POLICY,
    style: str = "",
    main: str = "<main><h1>Good</h1>",
    head: str = "",
    end: str = "",
) -> str:
    """A page that is good but for what is given."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    return (
        f'<!DOCTYPE html><html{lang}><head><meta charset="utf-8">{meta}'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>body {{ color: #1a1a1a; background: #fff; }} a {{ color: #0b4a6f; }} "
        f".wide {{ overflow-x: auto; }} svg {{ max-width: 100%; }} {style}</style>{head}</head>"
        f"<body><header><p>Varde</p></header>{main}{body}</main><footer><p>End</p></footer>{end}"
        f"</body></html>"
    )


@dataclass(frozen=True)
class Case:
    """A page, and the fault that a check must find on it; none where it is good."""

    name: str
    text: str
    check: str = ""
    says: str = ""
    payloads: dict[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return f"{self.name.replace(' ', '-')}.{'svg' if self.text.startswith('<svg') else 'html'}"


def index_page(script: str, allowed: str = "", body: str = "") -> str:
    """An index that runs a script and allows it, or another one."""
    policy = f"{POLICY}; script-src {script_hash(allowed or script)}"
    button = "<p><button>Sort</button></p>"
    return html(button + TABLE + body, policy=policy, end=f"<script>{script}</script>")


def good() -> list[Case]:
    return [
        Case("a good page", html(TABLE + PICTURE)),
        Case("a good picture", PICTURE),
        Case("escaped payloads", html(ESCAPED), payloads=PAYLOADS),
        Case("index", index_page(SORT)),
    ]


def accessibility() -> list[Case]:
    wide = "<div style='width: 700px'>wide</div>"
    nameless = '<table><caption></caption><tr><th scope="col">x</th></tr></table>'
    return [
        Case("low contrast", html('<p style="color: #999">pale</p>'), "axe", "color-contrast:"),
        Case(
            "contrast below 7",
            html('<p style="color: #707070">grey</p>'),
            "axe",
            "color-contrast-enhanced:",
        ),
        Case("no language", html(lang=""), "structure", "lang"),
        Case("no language for axe", html(lang=""), "axe", "html-has-lang:"),
        Case("no title", html(title=""), "structure", "title"),
        Case("a level skipped", html("<h3>Deep</h3>"), "structure", "h3 follows h1"),
        Case("no heading", html(main="<main><p>x</p>"), "structure", "0 h1"),
        Case("two first headings", html("<h1>Again</h1>"), "structure", "2 h1"),
        Case("no main", html(main="<h1>Good</h1>"), "structure", "main landmarks"),
        Case("header in main", html("<header>x</header>"), "structure", "header inside main"),
        Case("th without scope", html(TABLE.replace(' scope="col"', "")), "structure", "scope"),
        Case("no caption", html(nameless), "structure", "caption or label"),
        Case("an id twice", html('<p id="a">a</p><p id="a">b</p>'), "structure", "stands twice"),
        Case(
            "small targets",
            html(
                '<p style="font-size: 9px; line-height: 9px"><a href="#a">a</a><br><a href="#a">b</a></p>'
                '<p id="a"></p>'
            ),
            "axe",
            "target-size:",
        ),
        Case("sideways", html(wide), "reflow at 640 px", "the page is"),
        Case(
            "sideways when narrow",
            html(wide.replace("700", "400")),
            "reflow at 320 px",
            "the page is",
        ),
        Case(
            "scrolls without focus",
            html(f'<div class="wide">{wide}</div>'),
            "reflow at 320 px",
            "no tabindex",
        ),
        Case(
            "scrolls without a label",
            html(f'<div class="wide" tabindex="0">{wide}</div>'),
            "reflow at 320 px",
            "with a label",
        ),
        Case(
            "cut off",
            html(f'<div style="overflow: hidden">{wide}</div>'),
            "reflow at 320 px",
            "cut off",
        ),
        Case(
            "focus not shown",
            html(TABLE, style="a:focus { outline: none; }"),
            "keyboard",
            "not shown",
        ),
        Case(
            "another order",
            html('<p><a href="#b">one</a> <a href="#b" tabindex="1">two</a></p><p id="b"></p>'),
            "keyboard",
            "reading order",
        ),
    ]


def pictures() -> list[Case]:
    overlapping = (
        '<text x="10" y="20" font-size="12">one word</text>'
        '<text x="20" y="23" font-size="12">another</text>'
    )
    outside = '<text x="180" y="20" font-size="12">a long label</text>'
    scaled = f'<g transform="translate(50 50) scale(4)">{outside.replace("180", "20")}</g>'
    return [
        Case("overlapping texts", html(svg(overlapping)), "pictures", "overlap"),
        Case("overlapping texts alone", svg(overlapping), "pictures", "overlap"),
        Case("text outside", html(svg(outside)), "pictures", "leaves"),
        Case("text outside when scaled", svg(scaled), "pictures", "leaves"),
        Case(
            "pale text in a picture",
            svg('<text y="20" fill="#777">x</text>'),
            "pictures",
            "a contrast of",
        ),
        Case(
            "text on a dark shape",
            svg(
                '<rect width="90" height="90" fill="#0b4a6f"/><text y="20" font-size="12">x</text>'
            ),
            "pictures",
            "a contrast of",
        ),
        Case(
            "nameless picture",
            html(PICTURE.replace('aria-labelledby="p"', "")),
            "pictures",
            "without a name",
        ),
    ]


def safety() -> list[Case]:
    run = "window.__varde_pwned=1"
    loose = POLICY.replace("'none'", "https:")
    script = f"<script>{SORT}</script>"
    return [
        Case("no policy", html(policy=None), "policy", "0 policies"),
        Case("a loose policy", html(policy=loose), "policy", "default-src"),
        Case(
            "a policy with scripts",
            html(policy=f"{POLICY}; script-src 'unsafe-inline'"),
            "policy",
            "script-src allows",
        ),
        Case("a script", html(end=script), "safety", "the element script"),
        Case("a handler", html(f'<p onclick="{run}">x</p>'), "safety", "the attribute onclick"),
        Case(
            "a link that runs",
            html('<p><a href="javascript:alert(1)">x</a></p>'),
            "safety",
            "the address javascript:",
        ),
        Case(
            "a link without TLS",
            html('<p><a href="http://skarvdal.example">x</a></p>'),
            "safety",
            "the address http:",
        ),
        Case(
            "a link to a file",
            html('<p><a href="other.html">x</a></p>'),
            "safety",
            "the address other.html",
        ),
        Case(
            "a link to nowhere", html('<p><a href="#nowhere">x</a></p>'), "safety", "leads nowhere"
        ),
        Case(
            "a frame",
            html('<iframe srcdoc="x" title="x"></iframe>'),
            "safety",
            "the element iframe",
        ),
        Case(
            "a form",
            html('<form action="https://evil.invalid"></form>'),
            "safety",
            "the element form",
        ),
        Case(
            "a base", html(head='<base href="https://evil.invalid/">'), "safety", "the element base"
        ),
        Case(
            "a style that loads",
            html(style="main { background: url(https://evil.invalid/x) }"),
            "safety",
            "style sheet that loads",
        ),
        Case(
            "an outside image",
            html('<img src="https://evil.invalid/x.png" alt="">', policy=None),
            "quiet",
            "a request to https://evil.invalid/x.png",
        ),
        Case(
            "an outside image stopped",
            html('<img src="https://evil.invalid/x.png" alt="">'),
            "quiet",
            "a console error",
        ),
        Case("a dialog", html(end="<script>confirm(1)</script>", policy=None), "quiet", "a dialog"),
        Case(
            "an error",
            html(end="<script>nothing.at.all</script>", policy=None),
            "quiet",
            "a page error",
        ),
        Case(
            "a popup",
            html(end="<script>open('about:blank')</script>", policy=None),
            "quiet",
            "a popup",
        ),
        Case(
            "a navigation",
            html(head='<meta http-equiv="refresh" content="0;url=about:blank">'),
            "quiet",
            "a navigation",
        ),
        Case("a picture that runs", svg(f"<script>{run}</script>"), "safety", "the element script"),
        Case(
            "a picture that loads",
            svg('<image href="https://evil.invalid/x.png"/>'),
            "quiet",
            "a request",
        ),
        Case(
            "text by script",
            html(end="<script>document.querySelector('h1').append(' more')</script>", policy=None),
            "without scripts",
            "something else",
        ),
    ]


def payloads() -> list[Case]:
    raw = "".join(f"<p>{text}</p>" for text in PAYLOADS.values())
    element = '<p><b id="varde-pwned">x</b></p>'
    return [
        Case(
            "payloads that run",
            html(raw + ESCAPED, policy=None),
            "payloads",
            "set a variable",
            PAYLOADS,
        ),
        Case(
            "payloads that only the policy stops",
            html(raw + ESCAPED),
            "escaping",
            "set a variable",
            PAYLOADS,
        ),
        Case(
            "a dialog that only the policy stops",
            html(raw + ESCAPED),
            "escaping",
            "a dialog",
            PAYLOADS,
        ),
        Case(
            "payloads that became elements",
            html(ESCAPED + element),
            "payloads",
            "became an element",
            PAYLOADS,
        ),
        Case(
            "payloads that were left out",
            html("<p>Zq000 Zq001 Zq002</p>"),
            "payloads",
            "nothing is proved",
            PAYLOADS,
        ),
        Case(
            "a picture whose payload runs",
            svg(f"<text y='20'>Zq000</text>{PAYLOADS['Zq000']}"),
            "payloads",
            "set a variable",
            PAYLOADS,
        ),
    ]


def indexes() -> list[tuple[str, Case]]:
    """Bad indexes, by the folder each is in."""
    click = "document.querySelector('button').onclick = () => "
    foreign, gone = index_page(SORT, allowed="other"), '<p><a href="gone.html">x</a></p>'
    return [
        ("wrong-hash", Case("index", foreign, "policy", "script-src")),
        ("stopped", Case("index", foreign, "quiet", "a console error")),
        ("broken", Case("index", index_page(SORT, body=gone), "links", "leads nowhere")),
        ("breaking", Case("index", index_page(f"{click}nothing.at.all;"), "quiet", "a page error")),
        (
            "losing",
            Case(
                "index",
                index_page(f"{click}document.querySelector('tbody tr').remove();"),
                "index",
                "loses rows",
            ),
        ),
        (
            "filling",
            Case(
                "index",
                index_page("document.querySelector('tbody td').append(' more');"),
                "without scripts",
                "something else",
            ),
        ),
    ]


def written(folder: Path) -> Iterator[tuple[str, Case, Path]]:
    """Writes every page and returns it with its name."""
    cases = [("", case) for case in good() + accessibility() + pictures() + safety() + payloads()]
    for below, case in cases + indexes():
        path = folder / below / case.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(case.text, encoding="utf-8")
        yield f"{below} {case.name}".strip(), case, path


def missed(case: Case, verdict: Verdict) -> str:
    """Says what a check missed, or found where nothing is; empty where all is well."""
    found = [f"{fault.check}: {fault.what}" for fault in verdict.faults]
    if not case.check:
        return f"found {found}" if found else ""
    hits = [
        fault for fault in verdict.faults if fault.check == case.check and case.says in fault.what
    ]
    return "" if hits else f"{case.check} does not say “{case.says}”, but {found}"


def self_test(checker: Checker) -> int:
    """Checks every page and returns the exit code."""
    failed = count = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, case, path in written(Path(folder)):
            verdict = checker.check(Sample(path, name, case.payloads))
            fault = missed(case, verdict)
            count, failed = count + 1, failed + bool(fault)
            if fault:
                print(f"FAIL {name}: {fault}")
    print(f"{count - failed} of {count} self-tests passed")
    return 1 if failed else 0
