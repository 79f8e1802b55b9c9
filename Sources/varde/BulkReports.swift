// SPDX-License-Identifier: Apache-2.0
import PathwayReports
struct BulkReports {
    init(_ command: ReportCommand, of learners: String) throws {}
    func write() throws {}
}
