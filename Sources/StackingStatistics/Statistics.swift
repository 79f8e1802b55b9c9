// SPDX-License-Identifier: Apache-2.0

/// The list of all statistics.
public enum Statistics {
    /// Every statistic, in the order in which help lists them.
    public static let all: [any Statistic.Type] = [
        StackingRate.self,
        EquityRatio.self,
        RecordTypes.self,
        TimeToStack.self,
        StackingSurvival.self,
        TimeToAward.self,
        NextAward.self,
        NoncreditToCredit.self,
        StackDepth.self,
        Pairs.self,
        DirectedPairs.self,
        Sequences.self,
        Transitions.self,
        EmbeddedShare.self,
        DeadEnds.self,
        Flexibility.self,
        SupplyAndDemand.self,
        CurriculumComplexity.self,
        RecognitionRatio.self,
        ExcessCredits.self,
        AuditedTime.self,
        OutcomeCoverage.self,
    ]

    /// Returns the statistic with this name, or the one with a table of this name; nil if there is
    /// none.
    public static func named(_ name: String) -> (any Statistic.Type)? {
        all.first { $0.name == name }
            ?? all.first { $0.contract.contains { $0.name == name } }
    }
}
