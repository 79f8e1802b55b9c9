# SPDX-License-Identifier: Apache-2.0
"""The statistics of Varde over awards, in pandas: columns and vectors only, no loop over learners.

Usage: stats_pandas.py AWARDS DATA_END RESULT
"""

import json
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv

HORIZONS = [365, 730, 1460]
NEVER = np.iinfo(np.int32).max


def read(path, data_end):
    """Returns the events in the order of learner, day, credential: each credential once."""
    texts = ["learner", "credential", "status", "field", "kind"]
    words = pa.dictionary(pa.int32(), pa.string())
    types = {name: words for name in texts} | {"date": pa.date32(), "level": pa.float64()}
    rows = csv.read_csv(
        path,
        convert_options=csv.ConvertOptions(
            column_types=types, include_columns=list(types), strings_can_be_null=True),
    )
    rows = rows.unify_dictionaries().set_column(
        rows.schema.get_field_index("date"), "day", rows["date"].cast(pa.int32()))
    frame = rows.to_pandas()
    frame = frame[
        (frame["status"] == "completed") & (frame["day"] <= data_end)].drop(columns="status")
    frame["day"] = frame["day"].astype(np.int32)
    frame["credential"] = frame["credential"].cat.reorder_categories(
        sorted(frame["credential"].cat.categories))
    learner = frame["learner"].cat.codes.to_numpy()
    item = frame["credential"].cat.codes.to_numpy()
    order = np.lexsort((item, frame["day"].to_numpy(), learner))
    frame = frame.assign(learner=learner, item=item).iloc[order]
    return frame[~frame.duplicated(["learner", "item"])]


def first_wait(learner, wait, count):
    """Returns the first wait of each learner; the rows are in the order of days."""
    waits = np.full(count, NEVER, np.int32)
    places = np.unique(learner, return_index=True)
    waits[places[0]] = wait[places[1]]
    return waits


def follow(frame, count):
    """Returns for each learner the index day and level, and the first wait for each direction."""
    learner, day = frame["learner"].to_numpy(), frame["day"].to_numpy()
    level = frame["level"].to_numpy()
    is_index = (frame["kind"] == "micro-credential").to_numpy()
    index_day = np.full(count, -1, np.int32)
    first = np.unique(learner[is_index], return_index=True)
    index_day[first[0]] = day[is_index][first[1]]
    on_day = is_index & (day == index_day[learner])
    index_level = np.full(count, -np.inf)
    # The maximum with NaN is NaN: one unknown level makes the index level unknown.
    with np.errstate(invalid="ignore"):
        np.maximum.at(index_level, learner[on_day], level[on_day])
    later = (index_day[learner] >= 0) & (day > index_day[learner])
    who, wait = learner[later], (day - index_day[learner])[later]
    levels = level[later]
    higher, unknown = levels > index_level[who], np.isnan(levels)
    return {
        "day": index_day, "level": index_level, "wait": first_wait(who, wait, count),
        "higher": first_wait(who[higher], wait[higher], count),
        "unknown": first_wait(who[unknown], wait[unknown], count),
    }


def stacking(index, data_end):
    rates, times = [], []
    for h in HORIZONS:
        eligible = (index["day"] >= 0) & (index["day"] + h <= data_end)
        stackers = eligible & (index["wait"] <= h)
        vertical = stackers & (index["higher"] <= h)
        unknown = stackers & ~vertical & (np.isnan(index["level"]) | (index["unknown"] <= h))
        counts = [int(mask.sum()) for mask in (eligible, stackers, vertical, unknown)]
        rates.append([h, *counts[:3], counts[1] - counts[2] - counts[3], counts[3]])
        quartiles = np.quantile(index["wait"][stackers], [0.25, 0.5, 0.75])
        times.append([h, *map(float, quartiles)])
    return rates, times


def survival(index, data_end):
    followed = index["day"] >= 0
    stacked = index["wait"][followed] < NEVER
    time = np.where(stacked, index["wait"][followed], data_end - index["day"][followed])
    size = int(time.max()) + 1
    events = np.bincount(time[stacked], minlength=size)
    leaving = np.bincount(time, minlength=size)
    at_risk = leaving[::-1].cumsum()[::-1]
    times = np.flatnonzero(events)
    curve = np.cumprod(1 - events[times] / at_risk[times])
    return [
        [int(t), int(at_risk[t]), int(events[t]), float(s)] for t, s in zip(times, curve)]


def record_types(frame, count):
    learner, day = frame["learner"].to_numpy(), frame["day"].to_numpy()
    qualified = frame["kind"].isin(["certificate", "diploma", "degree"]).to_numpy()
    first_day, last_day = np.full(count, NEVER), np.full(count, -1)
    np.minimum.at(first_day, learner, day)
    np.maximum.at(last_day, learner, day)
    qualification = np.full(count, NEVER)
    np.minimum.at(qualification, learner[qualified], day[qualified])
    has = qualification < NEVER
    progression = has & (first_day < qualification)
    supplemental = has & ~progression & (last_day > qualification)
    independent = ~has & (last_day > first_day)
    counts = [int(mask.sum()) for mask in (progression, supplemental, independent)]
    return counts + [count - sum(counts)]


def pairs(frame, names):
    """Counts pairs by comparing each row with the one that stands k rows further, for each k."""
    learner, item = frame["learner"].to_numpy(), frame["item"].to_numpy()
    size = len(names)
    counts = np.zeros(size * size, np.int64)
    for k in range(1, np.bincount(learner).max()):
        same = learner[k:] == learner[:-k]
        low = np.minimum(item[k:][same], item[:-k][same]).astype(np.int64)
        high = np.maximum(item[k:][same], item[:-k][same])
        counts += np.bincount(low * size + high, minlength=size * size)
    single = np.bincount(item, minlength=size)
    top = np.lexsort((np.arange(size * size), -counts))[:20]
    return [
        [names[p // size], names[p % size], int(counts[p]), int(single[p // size]),
         int(single[p % size])] for p in top if counts[p] > 0]


def transitions(frame):
    learner, day = frame["learner"].to_numpy(), frame["day"].to_numpy()
    new_day = np.r_[True, (learner[1:] != learner[:-1]) | (day[1:] != day[:-1])]
    group = new_day.cumsum()
    columns = {
        "kind": frame["kind"].cat, "field": frame["field"].cat,
        "level": frame["level"].astype("category").cat,
    }
    codes = {name: column.codes.to_numpy().astype(np.int64) + 1 for name, column in columns.items()}
    sizes = {name: len(column.categories) + 1 for name, column in columns.items()}
    counts = {name: np.zeros(size * size, np.int64) for name, size in sizes.items()}
    for k in range(1, np.bincount(learner).max()):
        step = (learner[k:] == learner[:-k]) & (group[k:] == group[:-k] + 1)
        if not step.any():
            continue
        for name, code in codes.items():
            cell = code[:-k][step] * sizes[name] + code[k:][step]
            counts[name] += np.bincount(cell, minlength=len(counts[name]))
    return {
        name: cells(counts[name], sizes[name], [None, *columns[name].categories])
        for name in columns}


def cells(counts, size, labels):
    return [
        [labels[p // size], labels[p % size], int(counts[p])] for p in np.flatnonzero(counts)]


def main(path, data_end, result):
    end = int(np.datetime64(data_end, "D").astype(int))
    frame = read(path, end)
    # Every learner of the file counts, those without an event included.
    count = int(frame["learner"].max()) + 1
    index = follow(frame, count)
    rates, times = stacking(index, end)
    depth = np.bincount(np.bincount(frame["learner"], minlength=count))
    output = {
        "stacking_rate": rates, "time_to_stack": times, "survival": survival(index, end),
        "record_types": record_types(frame, count),
        "depth": [[awards, int(n)] for awards, n in enumerate(depth) if awards and n],
        "pairs": pairs(frame, list(frame["credential"].cat.categories)),
        "transitions": transitions(frame),
    }
    with open(result, "w") as file:
        json.dump(output, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
