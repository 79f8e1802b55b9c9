// SPDX-License-Identifier: Apache-2.0

/// The list of all statistics.
public enum Statistics {
    /// Every statistic, in the order in which help lists them.
    public static let all: [any Statistic.Type] = []
}
