// SPDX-License-Identifier: Apache-2.0

/// A statistic over the catalogue alone: what its rules, outcomes and relations allow, whoever
/// holds what.
public protocol CatalogueStatistic: Statistic {
    /// Returns its tables, those of `contract` in that order, with their rows.
    ///
    /// - Throws: `CurriculumError` where relations of the catalogue go round in a ring.
    static func tables(of survey: CatalogueSurvey) throws -> [StatisticTable]
}
