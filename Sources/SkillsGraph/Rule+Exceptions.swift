// SPDX-License-Identifier: Apache-2.0

extension Rule {
    /// An exception that does not fit a rule, and why.
    public struct Misfit: Hashable, Sendable {
        /// The exception.
        public let exception: AuditException
        /// Why it does not fit.
        public let problem: AuditExceptionError
    }

    /// Returns the rule as `exceptions` rewrite it, one after the other, and those that do not fit.
    ///
    /// A substitution becomes an equivalence, a change another value, and a requirement that is
    /// waived one that asks for nothing but counts what it counted. Insertions and blocks say
    /// nothing of the rule, only of awards, and are left to the audit; so are exceptions about
    /// other rules. Whether one holds on a day is for the caller to ask. One does not fit where a
    /// newer version of the rule has no such requirement, or one of another kind.
    public func applying(_ exceptions: [AuditException]) -> (rule: Rule, misfits: [Misfit]) {
        var rule = self
        var misfits: [Misfit] = []
        for exception in exceptions where exception.isAbout(self) {
            do throws(AuditExceptionError) { rule = try rule.applying(exception.kind) } catch {
                misfits.append(Misfit(exception: exception, problem: error))
            }
        }
        return (rule, misfits)
    }

    /// Returns the rule as one exception rewrites it.
    ///
    /// - Throws: `AuditExceptionError` where it does not fit.
    public func applying(
        _ exception: AuditException.Kind
    ) throws(AuditExceptionError) -> Rule {
        var rule = self
        switch exception {
        case .insert, .block: break
        case .substitute(let credential, let wanted):
            rule.equivalences.append(Equivalence(credential, countsFor: wanted))
        case .waive(let id):
            rule.requirement = try replacing(id) { node throws(AuditExceptionError) in node.waived }
        case .change(let id, let limit, let value):
            rule.requirement = try replacing(id) { node throws(AuditExceptionError) in
                try node.changing(limit, to: value, of: self)
            }
            do { try rule.check() } catch GraphError.badRule(let error) {
                throw .badValue(error)
            } catch {
                // The ids and the nesting are as they were, so nothing else can be wrong.
            }
        }
        return rule
    }

    private func replacing(
        _ id: String, _ change: (Requirement) throws(AuditExceptionError) -> Requirement
    ) throws(AuditExceptionError) -> Requirement {
        if let changed = try requirement.replacing(id, change) { return changed }
        throw .unknown(
            kind: "requirement", id: id, among: "in the rule \"\(self.id)\"",
            nearest: Spelling.nearest(to: id, among: requirement.nodes.map(\.id)))
    }
}

extension Requirement {
    /// Returns the requirement with the node of this id changed; nil where there is none.
    fileprivate func replacing(
        _ id: String, _ change: (Requirement) throws(AuditExceptionError) -> Requirement
    ) throws(AuditExceptionError) -> Requirement? {
        if self.id == id { return try change(self) }
        for (place, child) in children.enumerated() {
            guard let changed = try child.replacing(id, change) else { continue }
            var below = children
            below[place] = changed
            return with(kind.with(below))
        }
        return nil
    }

    private func with(_ kind: Kind) -> Requirement {
        Requirement(id: id, title: title, isShared: isShared, kind: kind)
    }

    /// The requirement without its demands: what counts in it or in its parts goes on counting, so
    /// that a requirement around it loses nothing, but nothing is asked for.
    fileprivate var waived: Requirement {
        switch kind {
        case .count(var demand):
            demand.minimum = .zero
            let parts = demand.parts.filter { !$0.isCondition }
            // Waived twice is waived once.
            let isWaived = parts.map(\.id) == ["\(id)/waived"]
            demand.parts = parts.isEmpty || isWaived ? parts : [optional(parts)]
            return with(.count(demand))
        case .all(let below), .any(let below), .atLeast(_, let below):
            return with(.atLeast(0, of: below))
        case .credential:
            return with(
                .atLeast(0, of: [Requirement(id: "\(id)/waived", title: title, kind: kind)]))
        case .share, .mean, .period, .distinct, .outcome, .skill, .order, .absent, .notBefore,
            .decision:
            return with(.all([]))
        }
    }

    /// Any number of `parts`, none included.
    private func optional(_ parts: [Requirement]) -> Requirement {
        Requirement(id: "\(id)/waived", kind: .atLeast(0, of: parts))
    }

    /// Returns the requirement with another value, checked as a row of a table would be.
    fileprivate func changing(
        _ limit: AuditException.Limit, to value: String, of rule: Rule
    ) throws(AuditExceptionError) -> Requirement {
        guard kind.columns.contains(limit.rawValue) else {
            throw .hasNoLimit(requirement: id, kind: kind.name, limit)
        }
        var part = rule
        part.requirement = self
        var row = part.rows[0]
        let cell = value == "none" ? nil : value
        switch limit {
        case .minimum: row.minimum = cell
        case .maximum: row.maximum = cell
        }
        do {
            return with(try row.decoded(children: children))
        } catch let error as RequirementError { throw .badValue(error) } catch {
            throw .hasNoLimit(requirement: id, kind: kind.name, limit)
        }
    }
}

extension Requirement.Kind {
    /// Returns the same kind with these requirements below it.
    fileprivate func with(_ children: [Requirement]) -> Requirement.Kind {
        switch self {
        case .all: return .all(children)
        case .any: return .any(children)
        case .atLeast(let count, _): return .atLeast(count, of: children)
        case .count(var demand):
            demand.parts = children
            return .count(demand)
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            return self
        }
    }

    /// The columns that a row of this kind reads.
    fileprivate var columns: [String] { Name(rawValue: name)?.columns ?? [] }
}
