// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The processors of the machine.
enum Processors {
    /// How many there are to use.
    static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
