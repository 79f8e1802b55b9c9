#!/usr/bin/env python3
"""Times the built binary as whole processes: start-up, recommendations, imports.

    whole_process.py --varde PATH [--reference DIR] [--runs 9] [--rows 1000000]

Prints one JSON line a measurement: median, least and greatest wall seconds, and peak memory.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time

SAMPLE = ["--learner", "vidda-02", "--toward", "ska-certificate-public-data-ai", "--as-of", "2026-11-15"]


def run(command):
    """Wall seconds and peak memory in MiB of one process, whose output is thrown away."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], [str(part) for part in command], os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def report(name, runs, **more):
    times = [wall for wall, _ in runs]
    print(json.dumps({"what": name, "runs": len(runs), "median_s": round(statistics.median(times), 4),
                      "min_s": round(min(times), 4), "max_s": round(max(times), 4),
                      "peak_mb": round(max(peak for _, peak in runs)), **more}), flush=True)


def repeat(name, command, count):
    run(command)
    report(name, [run(command) for _ in range(count)])


def catalogue(folder, skills, count, seed=11):
    """Credentials that teach a few skills of one neighbourhood each, a third of them with admission."""
    draw = random.Random(seed)
    folder.mkdir()
    with open(folder / "credentials.csv", "w", newline="") as a, \
            open(folder / "outcomes.csv", "w", newline="") as b, \
            open(folder / "alignments.csv", "w", newline="") as c, \
            open(folder / "requirements.csv", "w", newline="") as d:
        credentials, outcomes, alignments, rules = map(csv.writer, (a, b, c, d))
        credentials.writerow(["id", "title", "kind", "credits", "scheme", "level", "framework", "field", "status"])
        outcomes.writerow(["id", "credential", "text"])
        alignments.writerow(["outcome", "skill", "weight"])
        rules.writerow(["credential", "use", "id", "parent", "kind", "minimum", "of"])
        for number in range(count):
            name, start = f"c{number:05}", draw.randrange(len(skills))
            credentials.writerow([name, f"Credential {number}", "micro-credential", draw.choice([1, 2, 3, 5, 7.5]),
                                  "ECTS", draw.choice([5, 6, 7]), "EQF", draw.choice(["0613", "0711", "0923"]), "active"])
            for place in range(3):
                outcomes.writerow([f"{name}-{place}", name, f"Can do part {place} of it"])
                for skill in {skills[(start + draw.randrange(40)) % len(skills)] for _ in range(3)}:
                    alignments.writerow([f"{name}-{place}", skill, draw.choice([0.25, 0.5, 1])])
            if number % 3 == 0:
                rules.writerow([name, "admission", "root", "", "skill", "", skills[(start + draw.randrange(40)) % len(skills)]])


def real_degree(varde, reference, work, runs, count=50_000):
    """A degree of FireRoad's, and its courses: as they are, and again under other numbers up to `count`."""
    source = reference / "data" / "qualification-rules" / "mit-fireroad"
    if not source.exists():
        print(f"skipped: no reference data at {source}", file=sys.stderr)
        return
    rules = work / "rules"
    rules.mkdir()
    run([varde, "rules", "import", "--as", "fireroad", source / "reql", "--output", rules,
         "--credentials", rules / "credentials.csv"])
    with open(source / "courses.txt", newline="", encoding="utf-8") as file:
        header, *courses = csv.reader(file)
    for size in (len(courses), count):
        folder = work / f"courses-{size}"
        folder.mkdir()
        with open(folder / "courses.txt", "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(header)
            for number in range(size):
                course, again = list(courses[number % len(courses)]), number // len(courses)
                course[0] += f"-{again}" if again else ""
                out.writerow(course)
        catalog = work / f"degree-{size}.sqlite"
        run([varde, "import", "--catalog", catalog, folder / "courses.txt", rules])
        repeat(f"recommend toward a real degree, {size} courses with prerequisites", [
            varde, "recommend", "--catalog", catalog, "--held", "18.01", "--held", "8.01", "--held", "6.100",
            "--toward", "fireroad/major6-1", "--as-of", "2026-11-15"], runs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--varde", required=True)
    parser.add_argument("--reference", default="../shared")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    varde, esco = options.varde, pathlib.Path(options.reference) / "data" / "esco-v1.1.1"
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        sample = work / "sample.sqlite"
        run([varde, "import", "--catalog", sample, "Data/alliance"])
        repeat("varde --version", [varde, "--version"], options.runs)
        repeat("recommend, bundled sample", [varde, "recommend", "--catalog", sample, *SAMPLE], options.runs)

        awards = work / "awards.csv"
        with open(awards, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["learner", "credential", "date", "status", "grade", "scale", "credits", "scheme", "level",
                          "field", "provider", "kind", "expires", "verification"])
            for row in range(options.rows):
                out.writerow([f"learner-{row // 5:07}", f"course-{row * 7919 % 20011:05}",
                              f"20{10 + row % 15}-{1 + row % 12:02}-{1 + row % 28:02}", "completed", "B", "letters",
                              "7.5", "ECTS", "6", "0613", "nordlys", "course", "", "unverified"])
        size = awards.stat().st_size / 1e6
        once = [run([varde, "inspect", awards])]
        report(f"inspect {options.rows} awards", once, mb_per_s=round(size / once[0][0], 1))
        once = [run([varde, "import", "--catalog", work / "awards.sqlite", awards])]
        report(f"import {options.rows} awards", once, mb_per_s=round(size / once[0][0], 1))
        (work / "awards.sqlite").unlink()

        real_degree(varde, pathlib.Path(options.reference), work, options.runs)
        if not esco.exists():
            print(f"skipped: no reference data at {esco}", file=sys.stderr)
            return 0
        large = work / "large.sqlite"
        report("import ESCO 1.1.1 and build its skill space", [run([varde, "import", "--catalog", large, esco])])
        with open(esco / "skills_en.csv", newline="", encoding="utf-8") as file:
            skills = [row["conceptUri"] for row in csv.DictReader(file)]
        with open(esco / "occupations_en.csv", newline="", encoding="utf-8") as file:
            occupation = next(row["conceptUri"] for row in csv.DictReader(file) if row["preferredLabel"] == "data analyst")
        catalogue(work / "credentials", skills, 5000)
        report("import 5,000 credentials into it", [run([varde, "import", "--catalog", large, work / "credentials"])])
        repeat("recommend, ESCO and 5,000 credentials", [
            varde, "recommend", "--catalog", large, "--held", "c00001", "--toward", f"occupation:{occupation}",
            "--as-of", "2026-11-15"], options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
