// SPDX-License-Identifier: Apache-2.0

/// A statistic over the catalogue alone: what its rules, outcomes and relations allow, whoever
/// holds what.
public protocol CatalogueStatistic: Statistic {
    /// Returns its tables, those of `contract` in that order, with their rows.
    static func tables(of survey: CatalogueSurvey) -> [StatisticTable]
}
