// SPDX-License-Identifier: Apache-2.0

/// A statistic over the audits of learners toward their targets.
///
/// Audits cost more than counting, so they are made of a declared sample, once for all statistics.
public protocol AuditStatistic: Statistic {
    /// Returns its tables, those of `contract` in that order, with their rows.
    static func tables(of sample: AuditedSample) -> [StatisticTable]
}
