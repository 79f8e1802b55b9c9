#!/usr/bin/env python3
"""Scores `varde recommend` on real courses, one step at a time, with its default weights.

Each learner starts with half of a real skill profile and takes five courses, each the first
recommendation for what is held by then. Courses, profiles and scoring are the reference data's own
protocol (eval/goal_directed.py); here they only become Varde's files, and the built binary is run.

    goal_directed.py --varde PATH [--reference DIR] [--steps 5] [--limit N] [--work DIR]
"""
import argparse
import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

AS_OF = "2026-11-01"


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(rows)


def uri(skill):
    return f"urn:course-skill:{skill}"


def catalogue(folder, courses, names):
    """The courses as credentials that teach, and admit who holds half of what they require."""
    folder.mkdir()
    skills = {s for c in courses.values() for s, _ in c["required"] + c["to_acquire"]} | set(names)
    write(folder / "skills.csv", ["uri", "label", "kind", "framework", "version"],
          [[uri(s), names.get(s, f"skill {s}"), "skill", "course-skills", "1"] for s in sorted(skills)])
    write(folder / "credentials.csv", ["id", "title", "kind", "status"],
          [[c, f"Course {c}", "course", "active"] for c in courses])
    write(folder / "outcomes.csv", ["id", "credential", "text"],
          [[f"{c}-lo", c, f"What course {c} teaches"] for c in courses])
    write(folder / "alignments.csv", ["outcome", "skill", "weight"],
          [[f"{c}-lo", uri(s), 1] for c in courses
           for s in sorted({s for s, _ in courses[c]["to_acquire"]})])
    rows = []
    for course, content in courses.items():
        required = sorted({s for s, _ in content["required"]})
        if not required:
            continue
        rows.append([course, "admission", "root", "", "at-least", math.ceil(len(required) / 2), ""])
        rows += [[course, "admission", f"s{s}", "root", "skill", "", uri(s)] for s in required]
    write(folder / "requirements.csv", ["credential", "use", "id", "parent", "kind", "minimum", "of"], rows)


def wallet(folder, case):
    """What the learner knows already, as prior learning, and the target as a list of skills."""
    folder.mkdir()
    write(folder / "credentials.csv", ["id", "title", "kind"],
          [["prior", "What was known before", "prior-learning"]])
    write(folder / "outcomes.csv", ["id", "credential", "text"], [["prior-lo", "prior", "Known before"]])
    write(folder / "alignments.csv", ["outcome", "skill", "weight"],
          [["prior-lo", uri(s), 1] for s in case["held"]])
    write(folder / "awards.csv", ["learner", "credential", "date", "status"],
          [["wallet", "prior", "2026-01-01", "completed"]])
    target = folder.parent / f"{folder.name}.txt"
    target.write_text("".join(uri(s) + "\n" for s in case["target"]), encoding="utf-8")
    return target


def picks(varde, catalog, folder, target, steps):
    """The first recommendation at each step, held at the next."""
    taken = []
    for _ in range(steps):
        command = [varde, "recommend", "--catalog", catalog, "--wallet", str(folder), "--as-of", AS_OF,
                   "--toward", f"skills:{target}", "--top", "1", "--json", "--quiet"]
        for course in taken:
            command += ["--held", course]
        answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        if not answer["recommendations"]:
            break
        taken.append(answer["recommendations"][0]["credential"])
    return taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--varde", required=True)
    parser.add_argument("--reference", default="../shared")
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--work")
    options = parser.parse_args()
    protocol = pathlib.Path(options.reference) / "eval" / "goal_directed.py"
    data = pathlib.Path(options.reference) / "data" / "goal-directed" / "jcrec"
    if not protocol.exists() or not data.exists():
        print(f"skipped: no reference data at {data}", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(options.work or temporary)
        work.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, protocol, "cases", work / "cases.jsonl"], check=True)
        cases = [json.loads(line) for line in open(work / "cases.jsonl", encoding="utf-8")]
        with open(data / "taxonomy.csv", newline="", encoding="utf-8") as file:
            names = {int(row["unique_id"]): row["name"] for row in csv.DictReader(file)}
        courses = json.load(open(data / "courses.json", encoding="utf-8"))
        catalogue(work / "catalogue", courses, names)
        catalog = str(work / "catalog.sqlite")
        subprocess.run([options.varde, "import", "--catalog", catalog, "--quiet", work / "catalogue"], check=True)
        cases = cases[: options.limit]

        def run(case):
            folder = work / f"learner-{case['learner']}"
            target = wallet(folder, case)
            return {"learner": case["learner"],
                    "picks": picks(options.varde, catalog, folder, target, options.steps)}

        with ThreadPoolExecutor(2) as pool, open(work / "varde.jsonl", "w", encoding="utf-8") as out:
            for answer in pool.map(run, cases):
                out.write(json.dumps(answer) + "\n")
        subprocess.run([sys.executable, protocol, "score", work / "varde.jsonl"], check=True)
        subprocess.run([sys.executable, protocol, "baselines"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
