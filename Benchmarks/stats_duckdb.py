# SPDX-License-Identifier: Apache-2.0
"""The statistics of Varde over awards, in DuckDB: one query for each, over one table of events.

Usage: stats_duckdb.py AWARDS DATA_END RESULT
"""

import json
import sys

import duckdb

EVENTS = """
CREATE TABLE rows AS
    SELECT learner, credential, date, level, field, kind
    FROM read_csv($path, header = true, columns = {
        learner: 'VARCHAR', credential: 'VARCHAR', date: 'DATE', status: 'VARCHAR',
        credits: 'VARCHAR', scheme: 'VARCHAR', level: 'INTEGER', field: 'VARCHAR',
        provider: 'VARCHAR', kind: 'VARCHAR'})
    WHERE status = 'completed' AND date <= $until;
CREATE TABLE items AS
    SELECT row_number() OVER (ORDER BY credential)::INTEGER AS item, credential, level, field, kind
    FROM (SELECT DISTINCT credential, level, field, kind FROM rows);
CREATE TABLE learners AS
    SELECT row_number() OVER ()::INTEGER AS id, learner FROM (SELECT DISTINCT learner FROM rows);
CREATE TABLE events AS
    SELECT id AS learner, item, min(date) AS day, any_value(level) AS level,
        any_value(field) AS field, any_value(kind) AS kind
    FROM (SELECT l.id, i.item, r.date, i.level, i.field, i.kind
        FROM rows r JOIN items i USING (credential) JOIN learners l USING (learner))
    GROUP BY ALL;
DROP TABLE rows;
"""

FOLLOWED = """
CREATE TABLE followed AS
WITH first AS (
    SELECT learner, min(day) AS day FROM events WHERE kind = 'micro-credential' GROUP BY learner),
index AS (
    SELECT learner, day, CASE WHEN count(*) = count(level) THEN max(level) END AS level
    FROM events JOIN first USING (learner, day) WHERE kind = 'micro-credential' GROUP BY ALL)
SELECT i.learner, i.day, i.level, min(e.day - i.day) AS wait,
    min(e.day - i.day) FILTER (e.level > i.level) AS higher,
    min(e.day - i.day) FILTER (e.level IS NULL) AS unknown
FROM index i LEFT JOIN (SELECT learner, day, level FROM events) e
    ON e.learner = i.learner AND e.day > i.day
GROUP BY ALL
"""

RATES = """
SELECT h, count(*), count(*) FILTER (wait <= h), count(*) FILTER (higher <= h),
    count(*) FILTER (wait <= h AND coalesce(higher > h, true) AND level IS NOT NULL
        AND coalesce(unknown > h, true)),
    count(*) FILTER (wait <= h AND coalesce(higher > h, true)
        AND (level IS NULL OR unknown <= h)),
    quantile_cont(wait, [0.25, 0.5, 0.75]) FILTER (wait <= h)
FROM followed, (VALUES (365), (730), (1460)) AS horizon(h)
WHERE day + h::INTEGER <= $until::DATE GROUP BY h ORDER BY h
"""

SURVIVAL = """
WITH times AS (
    SELECT coalesce(wait, $until::DATE - day) AS time, count(*) AS leaving, count(wait) AS events
    FROM followed GROUP BY time),
risk AS (
    SELECT time, events, sum(leaving) OVER (ORDER BY time DESC) AS at_risk FROM times)
SELECT time, at_risk, events, exp(sum(ln(1 - events / at_risk)) OVER (ORDER BY time))
FROM risk WHERE events > 0 ORDER BY time
"""

TYPES = """
WITH learner AS (
    SELECT min(day) AS first, max(day) AS last,
        min(day) FILTER (kind IN ('certificate', 'diploma', 'degree')) AS qualification
    FROM events GROUP BY learner)
SELECT count(*) FILTER (first < qualification),
    count(*) FILTER (first >= qualification AND last > qualification),
    count(*) FILTER (qualification IS NULL AND last > first), count(*)
FROM learner
"""

DEPTH = """
SELECT awards, count(*) FROM (SELECT count(*) AS awards FROM events GROUP BY learner)
GROUP BY awards ORDER BY awards
"""

PAIRS = """
WITH single AS (SELECT item, count(*) AS learners FROM events GROUP BY item),
pair AS (
    SELECT a.item AS first, b.item AS second, count(*) AS learners
    FROM events a JOIN events b ON a.learner = b.learner AND a.item < b.item
    GROUP BY ALL ORDER BY learners DESC, first, second LIMIT 20)
SELECT i.credential, j.credential, p.learners, s.learners, t.learners
FROM pair p JOIN items i ON i.item = first JOIN items j ON j.item = second
    JOIN single s ON s.item = first JOIN single t ON t.item = second
ORDER BY p.learners DESC, first, second
"""

STEPS = """
CREATE TABLE steps AS
WITH ranked AS (
    SELECT learner, kind, level, field,
        dense_rank() OVER (PARTITION BY learner ORDER BY day) AS place
    FROM events)
SELECT a.kind AS from_kind, b.kind AS to_kind, a.level AS from_level, b.level AS to_level,
    a.field AS from_field, b.field AS to_field, count(*) AS steps
FROM ranked a JOIN ranked b ON a.learner = b.learner AND b.place = a.place + 1
GROUP BY ALL
"""


def main(path, data_end, result):
    database = duckdb.connect()
    for statement in EVENTS.split(";"):
        if statement.strip():
            uses = {name: value for name, value in {"path": path, "until": data_end}.items()
                    if f"${name}" in statement}
            database.execute(statement, uses)
    database.execute(FOLLOWED)
    until = {"until": data_end}
    rates = database.execute(RATES, until).fetchall()
    survival = database.execute(SURVIVAL, until).fetchall()
    types = database.execute(TYPES).fetchone()
    database.execute(STEPS)
    output = {
        "stacking_rate": [list(row[:6]) for row in rates],
        "time_to_stack": [[row[0], *map(float, row[6])] for row in rates],
        "survival": [[int(t), int(n), int(d), s] for t, n, d, s in survival],
        "record_types": [*types[:3], types[3] - sum(types[:3])],
        "depth": database.execute(DEPTH).fetchall(),
        "pairs": database.execute(PAIRS).fetchall(),
        "transitions": {
            name: [
                [a, b, int(n)] for a, b, n in database.execute(
                    f"SELECT from_{name}, to_{name}, sum(steps) FROM steps GROUP BY ALL"
                ).fetchall()]
            for name in ("kind", "level", "field")},
    }
    with open(result, "w") as file:
        json.dump(output, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
