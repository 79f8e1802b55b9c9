// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Pathways
import Qualifications
import SkillsGraph

/// How recommendations are chosen.
struct RequestOptions: ParsableArguments {
    @OptionGroup var filter: FilterOptions

    @Option(help: "How many credentials to recommend.")
    var top = 5

    @Option(help: ArgumentHelp("A JSON file of weights for the criteria.", valueName: "file"))
    var weights: String?

    func validate() throws {
        guard top >= 0 else { throw ValidationError("--top needs a number of at least 0") }
    }

    /// Returns the request of `learner` toward `target` on `terms`.
    ///
    /// - Throws: what reading the weights throws.
    func request(
        of learner: Learner, toward target: Target, terms: AuditTerms
    ) throws -> RecommendationRequest {
        var request = RecommendationRequest(learner: learner, target: target, terms: terms)
        request.limit = top
        request.filter = filter.where
        if let weights { request.weights = try WeightsFile.read(weights) }
        return request
    }
}

/// A file of weights: `{"version": "2026-11", "weights": {"coverage": 0.5, "effort": 0.1}}`.
struct WeightsFile: Decodable {
    let version: String
    let weights: [String: Double]

    /// Reads weights from the file at `path`.
    ///
    /// - Throws: `FileError`, or `Failure` saying what is wrong with the file.
    static func read(_ path: String) throws -> Weights {
        let bytes = try FileChunks.contents(of: path, limit: 1 << 20)
        do {
            let file = try JSONDecoder().decode(WeightsFile.self, from: Data(bytes))
            return try Weights(version: file.version, file.weights)
        } catch let error as WeightsError {
            throw Failure("\(path): \(error)")
        } catch {
            throw Failure(
                "\(path): these are no weights; write them as "
                    + "{\"version\": \"1\", \"weights\": {\"coverage\": 0.5, \"effort\": 0.1}}")
        }
    }
}
