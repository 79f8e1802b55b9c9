#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts what the St. Olaf area files ask for, and whether Varde's rule language says it.

Each construct is one line of CONSTRUCTS: whether the language says it as it stands (yes), by writing
alternatives or versions out (out), if the catalogue keeps a fact in a certain way (data), or not
(no); and how. A construct without a line stops the survey, so that none is overlooked.

    stolaf_survey.py [FOLDER]       (default: the reference data beside the checkout)

Prints a Markdown table, and what whole files would need. Needs PyYAML.
"""
import collections
import os
import pathlib
import sys

import yaml

# construct: (verdict, how Varde says it, or what is missing)
CONSTRUCTS = {
    "course": ("yes", "`credential`"),
    "course: grade": ("yes", "`awards` with `id = … and grade >= …`"),
    "course: grade_option": ("data", "a scale with S and U among its steps, and `grade in (…)`"),
    "course: ap": ("yes", "a credential for the examination"),
    "course: institution": ("yes", "`id = … and provider = …`"),
    "course: proficiency": ("data", "a credential of kind `prior-learning` for the proficiency"),
    "course: from_claimed": ("no", "a test inside an alternative that an award counts elsewhere"),
    "course: allow_claimed": ("yes", "`shared`"),
    "course: waived": ("yes", "an exception, not part of the rule"),
    "course: optional": ("yes", "asks for nothing"),
    "course: hidden": ("yes", "asks for nothing; only about display"),
    "requirement": ("yes", "nesting; every requirement has an id"),
    "requirement: department_audited": ("yes", "`decision`"),
    "requirement: disjoint": ("yes", "what is not `shared`"),
    "requirement: in_gpa": ("yes", "the `mean` stands on a count that leaves it out"),
    "requirement: message": ("yes", "asks for nothing; a title"),
    "group: all, both": ("yes", "`all`"),
    "group: any, either": ("yes", "`any`"),
    "group: count of": ("yes", "`at least`"),
    "group: at_most": ("yes", "nothing to say: what is not needed stays free"),
    "group: audit": ("yes", "a count around the group, with conditions"),
    "query of courses": ("yes", "`awards` or `credits` with a selector"),
    "query of music performances": ("data", "a credential for each performance"),
    "query of music recitals": ("data", "a credential for each recital"),
    "query of areas": ("data", "declared areas as awards"),
    "query of claimed": ("no", "a condition inside an alternative on what counts elsewhere"),
    "query: claim, allow_claimed": ("yes", "`shared`"),
    "query: load_potentials": ("yes", "asks for nothing; a hint to the engine"),
    "query: include_failed": ("no", "failed attempts in a mean or a count"),
    "query: limit": ("yes", "a part with a maximum, or a `share` with one"),
    "query: several assertions": ("yes", "`share` conditions below one count"),
    "query: any of the assertions": ("out", "`any` of counts"),
    "area: limit": ("yes", "a count around everything, with a `share` that has a maximum"),
    "area: emphases": ("yes", "a rule for each emphasis"),
    "area: multicountable": ("out", "`any` of the plain list and the list with that course shared"),
    "area: credit": ("yes", "asks for nothing"),
    "template": ("no", "a text that is not among the files"),
    "$if: declared area": ("data", "`any` and `none` over declared areas, kept as awards"),
    "$if: completed course": ("out", "`any` of both branches"),
    "$if: course with attribute": ("out", "`any` of both branches"),
    "$if: proficiency": ("out", "`any` of both branches"),
    "$if: course in progress": ("no", "a test that something is being taken now"),
    "$if: exception": ("yes", "an exception, not part of the rule"),
    "$if: shown": ("yes", "asks for nothing; only about display"),
    "assert: count(courses)": ("yes", "`awards`"),
    "assert: count(distinct_courses)": ("yes", "`distinct` of id"),
    "assert: sum(credits)": ("yes", "`credits`"),
    "assert: average(grades)": ("yes", "`mean`"),
    "assert: count(terms)": ("data", "a credential for each term's offering; `distinct` of date"),
    "assert: count(subjects)": ("data", "the subject as `field`; `distinct` of field"),
    "assert: count(performances)": ("data", "a credential for each performance; `awards`"),
    "assert: count(recitals)": ("data", "a credential for each recital; `awards`"),
    "assert: count(areas)": ("data", "declared areas as awards; `awards`"),
    "assert: count(math_perspectives)": ("out", "`at least` of a count for each"),
    "assert: count(religion_traditions)": ("out", "`at least` of a count for each"),
    "assert: sum(credits_from_single_subject)": ("out", "`any` of a count for each subject"),
    "assert: terms of the most common course": ("no", "how often one credential was taken"),
    "assert: at_most": ("yes", "nothing to say: what is not needed stays free"),
    "assert: equal": ("yes", "minimum and maximum"),
    "assert: most": ("yes", "a maximum, or a `share` with one"),
    "assert: $changes": ("data", "`any` over declared areas, kept as awards"),
    "assert: $terms-since-declaring-major": ("no", "an amount that follows from a date of the learner"),
    "assert: in progress as passed": ("yes", "a reading of the audit: `--in-progress`"),
    "where: attribute": ("yes", "`tag`"),
    "where: subject": ("yes", "`tag`"),
    "where: course": ("yes", "`id`"),
    "where: level": ("yes", "`level` of a local framework"),
    "where: credits": ("yes", "`credits`"),
    "where: grade": ("yes", "`grade` on a declared scale"),
    "where: institution": ("yes", "`provider`"),
    "where: name": ("data", "`tag` for the name"),
    "where: type, role, status": ("data", "`tag`"),
    "where: grade_option": ("data", "a scale with S and U among its steps, and `grade in (…)`"),
    "where: semester": ("data", "a credential for each term's offering; `tag`"),
    "where: is_in_gpa": ("data", "steps of the scale without points, or `tag`"),
    "where: number": ("out", "`id in (…)`: numbers have no order"),
    "where: year from the start": ("out", "a version of the rule for each year of starting"),
    "where: in progress": ("yes", "only what is completed counts, unless a reading asks for more"),
    "where: $during_covid": ("out", "`or` of a lower grade between two dates"),
    "where: $if": ("data", "`any` of counts over declared areas, kept as awards"),
    "where: and, or, not": ("yes", "`and`, `or`, `not`"),
}

FIELDS = {
    "attribute": "attribute", "attributes": "attribute", "gereqs": "attribute",
    "subject": "subject", "course": "course", "ap": "course", "level": "level",
    "credits": "credits", "grade": "grade", "institution": "institution",
    "is_stolaf": "institution", "name": "name", "type": "type, role, status",
    "role": "type, role, status", "status": "type, role, status", "degree": "type, role, status",
    "course_type": "type, role, status", "grade_option": "grade_option", "semester": "semester",
    "is_in_gpa": "is_in_gpa", "number": "number", "year": "year from the start",
    "is_in_progress": "in progress",
}
FUNCTIONS = {
    "terms_from_most_common_course": "terms of the most common course",
    "terms_from_most_common_course_by_name": "terms of the most common course",
}
GROUPS = {"all": "all, both", "both": "all, both", "any": "any, either", "either": "any, either",
          "of": "count of"}


class Unknown(Exception):
    """A construct that the survey has no line for."""


class Survey:
    """Walks one file and counts its constructs."""

    def __init__(self):
        self.found = collections.Counter()

    def note(self, construct):
        if construct not in CONSTRUCTS:
            raise Unknown(construct)
        self.found[construct] += 1

    def keys(self, node, known, where):
        for key in node:
            if key not in known:
                raise Unknown(f"{where}: {key}")

    # Areas and requirements

    def area(self, node):
        self.keys(node, {"name", "type", "code", "degree", "result", "requirements", "limit",
                         "emphases", "multicountable", "credit"}, "area")
        if "limit" in node:
            self.note("area: limit")
            self.limits(node["limit"])
        if "multicountable" in node:
            self.note("area: multicountable")
        if "credit" in node:
            self.note("area: credit")
        for emphasis in (node.get("emphases") or {}).values():
            self.note("area: emphases")
            self.area(emphasis)
        self.body(node)

    def body(self, node):
        if "result" in node:
            self.rule(node["result"])
        for requirement in (node.get("requirements") or {}).values():
            self.requirement(requirement)

    def requirement(self, node):
        self.keys(node, {"name", "result", "requirements", "message", "department_audited",
                         "department-audited", "in_gpa", "disjoint"}, "requirement")
        self.note("requirement")
        for key in ("disjoint", "in_gpa", "message"):
            if key in node:
                self.note(f"requirement: {key}")
        if "department_audited" in node or "department-audited" in node:
            self.note("requirement: department_audited")
        self.body(node)

    # Rules

    def rule(self, node):
        if isinstance(node, str):
            return self.note("course")
        if "from" in node:
            return self.query(node)
        if "$if" in node:
            return self.choice(node)
        for key in GROUPS:
            if key in node:
                return self.group(node, key)
        if "requirement" in node:
            self.keys(node, {"requirement", "optional"}, "reference")
            return None
        if "template" in node:
            return self.note("template")
        if "name" in node:
            return self.requirement(node)
        return self.course(node)

    def course(self, node):
        self.keys(node, {"course", "crsid", "grade", "grade_option", "ap", "institution",
                         "proficiency", "from_claimed", "allow_claimed", "waived", "optional",
                         "hidden", "name"}, "course")
        if "course" in node or "crsid" in node:
            self.note("course")
        for key in node:
            if key not in ("course", "crsid", "name"):
                self.note(f"course: {key}")

    def group(self, node, kind):
        self.keys(node, {kind, "count", "at_most", "audit", "message"}, "group")
        self.note(f"group: {GROUPS[kind]}")
        if "at_most" in node:
            self.note("group: at_most")
        for child in node[kind]:
            self.rule(child)
        if "audit" in node:
            self.note("group: audit")
            self.assertion(node["audit"])

    def choice(self, node):
        self.keys(node, {"$if", "$then", "$else", "$hide-when-false"}, "$if")
        self.condition(node["$if"])
        if "$hide-when-false" in node:
            self.note("$if: shown")
        for key in ("$then", "$else"):
            if key in node:
                self.rule(node[key])

    def condition(self, node):
        for key, value in node.items():
            if key in ("$or", "$and"):
                for child in value:
                    self.condition(child)
            elif key == "$not":
                self.condition(value)
            elif key == "has-declared-area-code":
                self.note("$if: declared area")
            elif key == "passed-proficiency-exam":
                self.note("$if: proficiency")
            elif key == "student-has-course-with-attribute":
                self.note("$if: course with attribute")
            elif key == "has-completed-course":
                self.note("$if: completed course")
            elif key == "has-ip-course":
                self.note("$if: course in progress")
            elif key == "has-override-exception":
                self.note("$if: exception")
            else:
                raise Unknown(f"$if: {key}")

    # Queries

    def query(self, node):
        self.keys(node, {"from", "where", "assert", "limit", "claim", "allow_claimed",
                         "load_potentials", "include_failed", "all", "any", "message"}, "query")
        self.note(f"query of {node['from']}")
        if "claim" in node or "allow_claimed" in node:
            self.note("query: claim, allow_claimed")
        for key in ("load_potentials", "include_failed"):
            if key in node:
                self.note(f"query: {key}")
        if "limit" in node:
            self.note("query: limit")
            self.limits(node["limit"])
        if "any" in node:
            self.note("query: any of the assertions")
        elif "all" in node:
            self.note("query: several assertions")
        self.assertion({key: value for key, value in node.items()
                        if key in ("where", "assert", "all", "any")})

    def limits(self, limits):
        for limit in limits:
            self.keys(limit, {"at-most", "at_most", "at most", "where", "message"}, "limit")
            self.where(limit["where"])

    def assertion(self, node):
        self.keys(node, {"where", "assert", "all", "any", "message"}, "assertion")
        if "where" in node:
            self.where(node["where"])
        if "assert" in node:
            self.amount(node["assert"])
        for child in node.get("all", []) + node.get("any", []):
            if "$if" in child:
                self.condition(child["$if"])
                for key in ("$then", "$else"):
                    if key in child:
                        self.assertion(child[key])
            elif "course" in child:
                self.note("where: course")
            else:
                self.assertion(child)

    def amount(self, node):
        for function, bounds in node.items():
            name = function.removeprefix("count(").removesuffix(")")
            self.note(f"assert: {FUNCTIONS.get(name, function)}")
            for key, value in bounds.items():
                if value == "$terms-since-declaring-major":
                    self.note("assert: $terms-since-declaring-major")
                line = {"$gte": None, "label": None, "$lte": "assert: most", "$eq": "assert: equal",
                        "at_most": "assert: at_most", "$changes": "assert: $changes",
                        "treat_in_progress_as_pass": "assert: in progress as passed"}
                if key not in line:
                    raise Unknown(f"assert {function}: {key}")
                if line[key]:
                    self.note(line[key])
                for change in value if key == "$changes" else []:
                    self.condition(change[0])

    # Filters

    def where(self, node):
        for key, value in node.items():
            if key in ("$and", "$or", "$not"):
                self.note("where: and, or, not")
                for child in value if isinstance(value, list) else [value]:
                    self.where(child)
            elif key == "$if":
                self.condition(value)
                self.note("where: $if")
            elif key in ("$then", "$else"):
                self.where(value)
            elif key == "$args":
                self.note("$if: shown")
            elif key in FIELDS:
                self.field(key, value)
            else:
                raise Unknown(f"where: {key}")

    def field(self, key, value):
        self.note(f"where: {FIELDS[key]}")
        for operator in value:
            if operator == "$during_covid":
                self.note("where: $during_covid")
            elif operator not in ("$eq", "$neq", "$in", "$nin", "$gte", "$lte", "$lt", "$gt"):
                raise Unknown(f"where {key}: {operator}")


VERDICTS = {"yes": "yes", "out": "written out", "data": "with data", "no": "no"}


def survey(folder):
    """The constructs of each file below `folder`, by its path."""
    found = {}
    for path in sorted(folder.glob("*/*.yaml")):
        walk = Survey()
        try:
            walk.area(yaml.safe_load(path.read_text(encoding="utf-8")))
        except Unknown as problem:
            sys.exit(f"{path}: no line for the construct \"{problem}\"")
        found[str(path.relative_to(folder))] = walk.found
    return found


def main():
    default = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"
    shared = pathlib.Path(os.environ.get("VARDE_REFERENCE_DATA", default))
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else (
        shared / "data/qualification-rules/stolaf-areas")
    if not folder.is_dir():
        print(f"skipped: no area files at {folder}", file=sys.stderr)
        return
    found = survey(folder)
    print("| construct | uses | files | said | how, or what is missing |\n|---|---|---|---|---|")
    for construct, (verdict, how) in CONSTRUCTS.items():
        uses = sum(counts[construct] for counts in found.values())
        files = sum(construct in counts for counts in found.values())
        print(f"| {construct} | {uses} | {files} | {VERDICTS[verdict]} | {how} |")
    needs = collections.Counter()
    for counts in found.values():
        verdicts = {CONSTRUCTS[construct][0] for construct in counts}
        needs[next(v for v in ("no", "data", "out", "yes") if v in verdicts)] += 1
    print(f"\nOf {len(found)} files, {needs['yes']} need nothing more than the language as it stands, "
          f"{needs['out']} need alternatives or versions written out, {needs['data']} a fact kept in "
          f"the catalogue as the table says, and {needs['no']} something that is missing:")
    missing = collections.Counter(
        how for counts in found.values()
        for how in {CONSTRUCTS[c][1] for c in counts if CONSTRUCTS[c][0] == "no"})
    print("\n| missing | files |\n|---|---|")
    for how, files in sorted(missing.items(), key=lambda item: (-item[1], item[0])):
        print(f"| {how} | {files} |")


if __name__ == "__main__":
    main()
