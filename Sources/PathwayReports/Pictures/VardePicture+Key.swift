// SPDX-License-Identifier: Apache-2.0

extension VardePicture {
    private static let numbers = 40.0
    private static let column = 350.0

    /// Adds the key in two columns below what is drawn.
    static func addKey(_ key: [KeyEntry], to drawing: inout Drawing) {
        let captions = key.map {
            Caption($0.stone.title, $0.stone.note, width: column - numbers - 14)
        }
        let half = captions.reduce(0) { $0 + $1.height + 6 } / 2
        let start = drawing.height + 12
        var (x, top, lowest) = (10.0, start, start)
        for (entry, caption) in zip(key, captions) {
            if x < column, top - start >= half { (x, top) = (10 + column, start) }
            drawing.add("\(entry.number)", x + numbers - 8, top + 11, size: 11.5, .end)
            caption.add(to: &drawing, x: x + numbers, top: top)
            // An entry without any words still has its number.
            top += max(caption.height, 14.5) + 6
            lowest = max(lowest, top)
        }
        drawing.height = lowest + 4
    }
}
