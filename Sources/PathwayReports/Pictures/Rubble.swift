// SPDX-License-Identifier: Apache-2.0

/// Small stones without a name.
enum Rubble {
    /// Fills a box with stones in rows, as far as there is room for one.
    static func filling(
        _ box: Drawing.Box, gap: Double, _ grain: inout Grain
    ) -> [Drawing.Box] {
        let rows = max(1, (box.height / 26).rounded())
        let pitch = (box.height + gap) / rows
        var stones: [Drawing.Box] = []
        for row in 0..<Int(rows) {
            let y = box.y + Double(row) * pitch
            stones += Self.row(from: box.x, to: box.x + box.width, gap: gap, &grain).map {
                Drawing.Box(x: $0.x, y: y, width: $0.width, height: pitch - gap)
            }
        }
        return stones
    }

    private static func row(
        from left: Double, to right: Double, gap: Double, _ grain: inout Grain
    ) -> [(x: Double, width: Double)] {
        var stones: [(x: Double, width: Double)] = []
        var x = left
        while right - x > 28 {
            let wish = 24 + 30 * grain.next()
            let width = right - x - wish < 24 ? right - x : wish
            stones.append((x, width))
            x += width + gap
        }
        return stones
    }
}
