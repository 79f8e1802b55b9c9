// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What qualifications want that no credential covers, and what credentials offer that none wants.
public enum SupplyAndDemand: CatalogueStatistic {
    /// Its name.
    public static let name = "supply-and-demand"
    /// Its question.
    public static let question = """
        Which skills and outcomes do qualifications want that no credential covers, and which \
        credentials does no qualification need?
        """
    /// Its definition.
    public static let definition = """
        A qualification wants the skills that its own outcomes, or those of its parts, are about, \
        and the skills and outcomes that its completion rule asks for. Another credential that \
        can be taken supplies a skill if one of its outcomes is aligned to it or to a narrower \
        one, and an outcome if it teaches it. No qualification needs a credential that none \
        accepts and that teaches nothing any of them wants.
        """
    /// Its source.
    public static let source = "Varde."

    /// Its tables.
    public static let contract = [
        StatisticTable(
            "demand",
            Table(
                title: "Skills and outcomes that qualifications want",
                columns: [
                    .init("noun", title: "What", meaning: "Whether it is a skill or an outcome."),
                    .init("id", title: "Id", meaning: "The URI of the skill, the outcome's id."),
                    .init("label", title: "Label", meaning: "Its label, in English if it has one."),
                    .init(
                        "targets", title: "Wanted by", kind: .integer, unit: "qualifications",
                        meaning: "How many qualifications want it."),
                    .init(
                        "suppliers", title: "Supplied by", kind: .integer, unit: "credentials",
                        meaning: "How many credentials, none of these, supply it."),
                    .init(
                        "isGap", title: "Gap", kind: .truth,
                        meaning: "Whether it is wanted and no credential supplies it."),
                ]), cells: CellStructure()),
        StatisticTable(
            "unneeded_credentials",
            Table(
                title: "Credentials that no qualification needs",
                columns: CatalogueSurvey.nameColumns), cells: CellStructure()),
    ]

    /// Returns its tables with their rows: first what is missing, then what fewest supply.
    public static func tables(of survey: CatalogueSurvey) -> [StatisticTable] {
        let market = SkillMarket(survey)
        var (demand, unneeded) = (contract[0], contract[1])
        let rows = market.skills(survey) + market.outcomes(survey)
        for row in rows.sorted(by: { $0.order < $1.order }) {
            demand.table.append([
                .text(row.noun), .text(row.id), .text(row.label), .integer(row.targets),
                .integer(row.suppliers), .truth(row.suppliers == 0),
            ])
        }
        for credential in survey.credentials
        where survey.reception(of: credential) == .refused && !market.isWanted(credential, survey) {
            unneeded.table.append(survey.names(of: credential))
        }
        survey.describe(&demand)
        if survey.graph.alignments.isEmpty {
            demand.notes.append("No outcome of the catalogue is aligned to a skill.")
        }
        survey.describe(&unneeded)
        return [demand, unneeded]
    }
}

/// Who wants which skills and outcomes, and who supplies them.
private struct SkillMarket {
    struct Row {
        let noun: String
        let id: String
        let label: String
        let targets: Int
        let suppliers: Int

        var order: (Int, Int, String, String) { (suppliers, -targets, noun, id) }
    }

    /// For each wanted skill the qualifications that want it.
    private var wanted: [Int: [Int]] = [:]
    private var wantedOutcomes: [Int: [Int]] = [:]
    /// For each wanted skill the credentials that teach it.
    private var taught: [Int: [Int]] = [:]

    init(_ survey: CatalogueSurvey) {
        let graph = survey.graph
        for (target, rule) in zip(survey.acceptance.targets, survey.acceptance.rules) {
            let own = graph.needs(ofCredential: target).map(\.skill)
            for skill in Set(own + graph.skills(askedBy: rule)) {
                wanted[skill, default: []].append(target)
            }
            for outcome in graph.outcomes(askedBy: rule) {
                wantedOutcomes[outcome, default: []].append(target)
            }
        }
        for credential in survey.credentials {
            for reached in graph.reach(of: graph.teaches(credential))
            where wanted[reached.skill] != nil {
                taught[reached.skill, default: []].append(credential)
            }
        }
    }

    func skills(_ survey: CatalogueSurvey) -> [Row] {
        wanted.map { skill, targets in
            let suppliers = (taught[skill] ?? []).count { !targets.contains($0) }
            let named = survey.graph.skills[skill]
            return Row(
                noun: "skill", id: named.uri, label: named.label.text(), targets: targets.count,
                suppliers: suppliers)
        }
    }

    func outcomes(_ survey: CatalogueSurvey) -> [Row] {
        wantedOutcomes.map { outcome, targets in
            let named = survey.graph.outcomes[outcome]
            let owner = survey.graph.credential(named.credential)
            let isSupplied = owner.map {
                survey.graph.credentials[$0].isOffered && !targets.contains($0)
            }
            return Row(
                noun: "outcome", id: named.id, label: named.text.text(), targets: targets.count,
                suppliers: isSupplied ?? false ? 1 : 0)
        }
    }

    /// Whether some other qualification wants something that the credential teaches.
    func isWanted(_ credential: Int, _ survey: CatalogueSurvey) -> Bool {
        let graph = survey.graph
        let teachesWanted = graph.reach(of: graph.teaches(credential)).contains { reached in
            wanted[reached.skill]?.contains { $0 != credential } ?? false
        }
        return teachesWanted
            || graph.outcomesOfCredential[credential].contains { outcome in
                wantedOutcomes[Int(outcome)]?.contains { $0 != credential } ?? false
            }
    }
}
