// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What is left of a selector once all that is known of a credential has been asked: what must
/// still be so of an award of it.
enum Residual: Hashable {
    /// Every award of it matches.
    case always
    /// None does.
    case never
    /// Those that this matches.
    case when(Selector)

    var negated: Residual {
        switch self {
        case .always: .never
        case .never: .always
        case .when(let selector): .when(.not(selector))
        }
    }

    /// The parts that must all be so.
    var conjuncts: [Selector] {
        guard case .when(let selector) = self else { return [] }
        return selector.conjuncts
    }
}

extension Selector {
    /// Returns what must still be so of an award of `credential`.
    ///
    /// What only an award can tell is left as it is, and so is what the credential should tell and
    /// does not.
    func residual(of credential: Int, in graph: Graph) -> Residual {
        switch self {
        case .everything: .always
        case .not(let inner): inner.residual(of: credential, in: graph).negated
        case .and(let left, let right):
            left.residual(of: credential, in: graph)
                .and(right.residual(of: credential, in: graph))
        case .or(let left, let right):
            left.residual(of: credential, in: graph)
                .or(right.residual(of: credential, in: graph))
        case .comparison(let field, _, _), .oneOf(let field, _):
            field.isOfAwards ? .when(self) : answered(credential, graph)
        }
    }

    private func answered(_ credential: Int, _ graph: Graph) -> Residual {
        switch matches(credential, in: graph) {
        case .met: .always
        case .notMet: .never
        case .cannotTell: .when(self)
        }
    }

    /// The parts that must all be so.
    fileprivate var conjuncts: [Selector] {
        if case .and(let left, let right) = self { return left.conjuncts + right.conjuncts }
        return [self]
    }
}

extension Residual {
    fileprivate func and(_ other: Residual) -> Residual {
        switch (self, other) {
        case (.never, _), (_, .never): .never
        case (.always, let rest), (let rest, .always): rest
        case (.when(let left), .when(let right)): .when(.and(left, right))
        }
    }

    fileprivate func or(_ other: Residual) -> Residual {
        switch (self, other) {
        case (.always, _), (_, .always): .always
        case (.never, let rest), (let rest, .never): rest
        case (.when(let left), .when(let right)): .when(.or(left, right))
        }
    }
}

extension Selector.Field {
    /// Whether only an award can tell it.
    var isOfAwards: Bool {
        switch self {
        case .date, .age, .grade, .used: true
        case .id, .provider, .level, .field, .kind, .tag, .language, .mode, .credits, .hours,
            .outcome, .skill:
            false
        }
    }
}
