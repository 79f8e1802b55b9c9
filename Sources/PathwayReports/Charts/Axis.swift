// SPDX-License-Identifier: Apache-2.0

/// Round numbers along an axis from 0.
struct Axis {
    /// Where ticks stand, from 0; the last is at or above the greatest value.
    let ticks: [Double]

    /// The end of the axis.
    var end: Double { ticks.last ?? 1 }

    /// Creates an axis to at least `greatest` with some `count` ticks a round number apart.
    init(to greatest: Double, count: Int) {
        let rough = max(greatest, 1) / Double(count)
        var step = 1.0
        while step * 10 <= rough { step *= 10 }
        step *= [1, 2, 5, 10].first { step * $0 >= rough } ?? 10
        ticks = (0...Int((max(greatest, 1) / step).rounded(.up))).map { Double($0) * step }
    }
}
