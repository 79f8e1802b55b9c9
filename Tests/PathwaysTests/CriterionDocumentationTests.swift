// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pathways
import TestSupport
import Testing

/// Every criterion is explained where people look for it.
struct CriterionDocumentationTests {
    @Test(arguments: ["README.md", "Sources/Pathways/Pathways.docc/Pathways.md"])
    func `The document has a row for each criterion`(path: String) throws {
        let text = try String(
            contentsOf: ReferenceData.packageRoot.appending(path: path), encoding: .utf8)
        for criterion in Criterion.all {
            #expect(text.contains("| \(criterion.name) |"), "\(path) lacks \(criterion.name)")
        }
    }

    @Test func `The README tells the standard weights`() throws {
        let text = try String(
            contentsOf: ReferenceData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        for (name, weight) in Weights.standard.named {
            let digits = String(format: "%.2f", weight)
            #expect(text.contains("| \(name) | \(digits) |"), "\(name) weighs \(digits)")
        }
    }
}
