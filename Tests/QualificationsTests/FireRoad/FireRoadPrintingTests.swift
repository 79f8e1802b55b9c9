// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Qualifications

/// Writing a list down and reading it again gives the same list.
struct FireRoadPrintingTests {
    @Test func `a random list is read as it was written`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 500)) {
            var random = FireRoadRandom(seed: seed)
            let document = random.document()
            let read = try FireRoadDocument(parsing: Array(document.written.utf8))
            #expect(read.placeless == document.placeless, "seed \(seed): \(document.written)")
            #expect(read.written == document.written)
        }
    }

    @Test(.enabled(if: FireRoadFiles.areThere))
    func `each real list is read as it was written`() throws {
        for (file, bytes) in try FireRoadFiles.all() {
            let document = try FireRoadDocument(parsing: bytes)
            let again = try FireRoadDocument(parsing: Array(document.written.utf8))
            #expect(again.placeless == document.placeless, "\(file)")
        }
    }
}

extension FireRoadDocument {
    /// The same with every place at 0.
    var placeless: FireRoadDocument {
        var document = self
        document.descriptionLine = 0
        document.sections = sections.map { section in
            var section = section
            (section.place, section.descriptionLine) = (Place(line: 0, column: 0), 0)
            return section
        }
        document.definitions = definitions.map { definition in
            var definition = definition
            definition.statement = definition.statement.placeless
            definition.place = Place(line: 0, column: 0)
            definition.nestedModifier = nil
            return definition
        }
        return document
    }
}

extension FireRoadStatement {
    /// The same with every place at 0.
    var placeless: FireRoadStatement {
        let nowhere = FireRoadDocument.Place(line: 0, column: 0)
        return switch self {
        case .name(let name, _): .name(name, nowhere)
        case .text(let text, _): .text(text, nowhere)
        case .list(let joiner, let parts, _): .list(joiner, parts.map(\.placeless), nowhere)
        }
    }
}

/// The real lists beside the project.
enum FireRoadFiles {
    static let folder = "data/qualification-rules/mit-fireroad"
    static let areThere = ReferenceData.has(folder)

    /// The name and the bytes of each list.
    static func all() throws -> [(file: String, bytes: [UInt8])] {
        let url = ReferenceData.url(folder + "/reql")
        return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
            .filter { $0.hasSuffix(".reql") }
            .map { ($0, [UInt8](try Data(contentsOf: url.appending(path: $0)))) }
    }
}
