// SPDX-License-Identifier: Apache-2.0

extension CountSystem {
    /// Withholds the counts 1 to `threshold` − 1, and others until none of them can be found.
    ///
    /// A count is safe once there is another set of whole numbers that agrees with everything
    /// published and differs there. Each search finds such a set, and what must be withheld for it;
    /// withholding more never takes a proof away.
    mutating func protect(below threshold: Int) {
        let small = values.indices.filter { 1..<threshold ~= values[$0] }
        for variable in small where stands[variable] { withhold(variable) }
        var isSafe = Array(repeating: false, count: values.count)
        var search = AlternativeSearch(self)
        for variable in small where !isSafe[variable] {
            let changed = search.cheapest(from: variable) ?? component(of: variable)
            for changed in changed {
                isSafe[changed] = true
                guard !isHidden[changed] else { continue }
                withhold(changed)
                search.withhold(changed)
            }
        }
    }

    /// Every positive count that equations connect with `variable`.
    ///
    /// Where all of these are withheld they might as well all be twice as many.
    private func component(of variable: Int) -> [Int] {
        var isSeen = Array(repeating: false, count: values.count)
        var open = [variable]
        var connected: [Int] = []
        isSeen[variable] = true
        while let next = open.popLast() {
            if values[next] > 0 { connected.append(next) }
            for place in equationsOf[next] {
                for term in equations[place.equation] where !isSeen[term.variable] {
                    isSeen[term.variable] = true
                    open.append(term.variable)
                }
            }
        }
        return connected
    }
}
