// SPDX-License-Identifier: Apache-2.0

extension Graph {
    /// The newest rule of a credential for this use, where it has one.
    public func rule(_ use: Rule.Use, of credential: Int) -> Rule? {
        versions(use, of: credential).last
    }

    /// The rules of a credential for this use, from the oldest to the newest.
    public func versions(_ use: Rule.Use, of credential: Int) -> [Rule] {
        Rule.versions(
            rulePositions[credential].map { rules[Int($0)] }.filter { $0.use == use })
    }

    /// The version of a credential's rule that is for a learner who started on `started`, asked
    /// about on `day`.
    ///
    /// Among the versions for that start, or for one who starts on `day` where it is not known, it
    /// is the newest in force on `day`; without one in force, the newest.
    public func rule(
        _ use: Rule.Use, of credential: Int, asOf day: CalendarDate, started: CalendarDate?
    ) -> Rule? {
        Rule.version(among: versions(use, of: credential), asOf: day, started: started)
    }

    /// Returns whether the credential is a qualification: whether its completion rule is set.
    public func isQualification(_ credential: Int) -> Bool {
        rulePositions[credential].contains { rules[Int($0)].use == .completion }
    }
}

extension Rule {
    /// Returns `rules` from the oldest to the newest; of two as new, the first first.
    static func versions(_ rules: [Rule]) -> [Rule] {
        guard rules.count > 1 else { return rules }
        return rules.enumerated().sorted { left, right in
            let (older, newer) = (left.element.newness, right.element.newness)
            return older == newer ? left.offset < right.offset : older < newer
        }.map(\.element)
    }

    /// Returns the one of `versions` that is for a learner who started on `started`, asked about
    /// on `day`; nil where there is none.
    ///
    /// Among the versions for that start, or for one who starts on `day` where it is not known, it
    /// is the newest in force on `day`; without one in force, the newest. Where neither is known
    /// it is the newest of all.
    public static func version(
        among versions: [Rule], asOf day: CalendarDate?, started: CalendarDate?
    ) -> Rule? {
        let versions = Self.versions(versions)
        guard let start = started ?? day else { return versions.last }
        let meant = versions.filter { $0.isFor(startedOn: start) }
        guard let day else { return meant.last ?? versions.last }
        return meant.last { $0.isInForce(on: day) } ?? meant.last ?? versions.last
    }

    /// Returns whether it is for those who started on `day`.
    public func isFor(startedOn day: CalendarDate) -> Bool {
        (startedFrom.map { $0 <= day } ?? true) && (startedBefore.map { day < $0 } ?? true)
    }

    /// Returns whether it is in force on `day`.
    public func isInForce(on day: CalendarDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
    }

    /// Where it stands among versions: by the start it is for, then its first day.
    fileprivate var newness: (Int, Int) {
        (startedFrom?.dayNumber ?? .min, validFrom?.dayNumber ?? .min)
    }

    /// Whether nothing tells a learner's start or a day apart between the two.
    func isSameVersion(as other: Rule) -> Bool {
        use == other.use && id == other.id
    }
}
