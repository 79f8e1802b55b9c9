// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How hard prerequisites make it to finish each qualification in time.
public enum CurriculumComplexity: CatalogueStatistic {
    /// Its name.
    public static let name = "curriculum-complexity"
    /// Its question.
    public static let question = """
        How hard do prerequisites make it to finish each qualification in time, and which \
        courses hold up most?
        """
    /// Its definition.
    public static let definition = """
        A curriculum has a course for each credential that the qualification accepts, and for all \
        that must be held before one of these. An edge leads to a course from each that it \
        requires, that precedes it, or that its admission rule asks for by name without a choice. \
        Where the rule offers a choice none of the choices is an edge, since none of them must \
        be taken; how many there are is told. Blocking: the courses that cannot be taken before \
        this one. Delay: the courses on the longest path through it. Complexity: the two added \
        up, and of a curriculum that of its courses added up. Centrality: the courses on each \
        path through it from a course without prerequisite to one that is nobody's, added up; \
        zero for these two. Where the rule takes more than must be taken, the curriculum is \
        everything that may be chosen, not a plan of study.
        """
    /// Its source.
    public static let source = """
        Heileman, Abdallah, Slim and Hickman, Curricular Analytics (2018), \
        https://arxiv.org/abs/1811.09676.
        """

    /// Its tables.
    public static let contract = [
        StatisticTable(
            "curriculum_complexity",
            Table(
                title: "The complexity of each curriculum",
                columns: [
                    .init("target", title: "Qualification", meaning: "Its id."),
                    .init("title", title: "Title", meaning: "Its title, in English if it has one."),
                    .init(
                        "courses", title: "Courses", kind: .integer, unit: "courses",
                        meaning: "How many courses there are in its curriculum."),
                    .init(
                        "prerequisites", title: "Prerequisites", kind: .integer, unit: "relations",
                        meaning: "How many times one course needs another."),
                    .init(
                        "alternatives", title: "Alternatives", kind: .integer, unit: "relations",
                        meaning: "How many prerequisites are one of a choice, and not counted."),
                    .init(
                        "complexity", title: "Complexity", kind: .integer,
                        meaning: "Blocking and delay factors of all courses, added up."),
                    .init(
                        "blocking", title: "Blocking", kind: .integer, unit: "courses",
                        meaning: "The blocking factors of all courses, added up."),
                    .init(
                        "delay", title: "Delay", kind: .integer, unit: "courses",
                        meaning: "The delay factors of all courses, added up."),
                    .init(
                        "longestPath", title: "Longest path", kind: .integer, unit: "courses",
                        meaning: "How many courses must be taken one after another."),
                ]), cells: CellStructure()),
        StatisticTable(
            "curriculum_courses",
            Table(
                title: "What each course holds up",
                columns: [
                    .init("target", title: "Qualification", meaning: "The qualification's id."),
                    .init("credential", title: "Course", meaning: "The course's id."),
                    .init("title", title: "Title", meaning: "Its title, in English if it has one."),
                    .init(
                        "complexity", title: "Complexity", kind: .integer,
                        meaning: "Its blocking and its delay factor."),
                    .init(
                        "blocking", title: "Blocking", kind: .integer, unit: "courses",
                        meaning: "How many courses cannot be taken before it."),
                    .init(
                        "delay", title: "Delay", kind: .integer, unit: "courses",
                        meaning: "How many courses are on the longest path through it."),
                    .init(
                        "centrality", title: "Centrality", kind: .integer, unit: "courses",
                        meaning: "The courses on all paths through it; none above 2 to the 53rd."),
                ]), cells: CellStructure()),
    ]

    /// Returns its tables with their rows.
    public static func tables(of survey: CatalogueSurvey) -> [StatisticTable] {
        var (summary, list) = (contract[0], contract[1])
        survey.describe(&summary)
        survey.describe(&list)
        list.notes.append(
            "Left out: courses that need none and are needed by none; blocking 0, delay 1.")
        let prerequisites = survey.graph.credentials.indices.map {
            survey.graph.prerequisites(of: $0, asOf: survey.asOf)
        }
        for (place, target) in survey.acceptance.targets.enumerated() {
            let taken = survey.credentials.filter {
                survey.acceptance.uptake(of: $0, at: place).isTaken
            }
            let curriculum = Curriculum(of: target, taking: taken, prerequisites)
            do {
                let metrics = try CurriculumMetrics(
                    courses: curriculum.courses.count, edges: curriculum.edges
                ) { survey.graph.credentials[curriculum.courses[$0]].id }
                summary.table.append(row(of: target, curriculum, metrics, survey))
                for row in rows(of: target, curriculum, metrics, survey) { list.table.append(row) }
            } catch {
                summary.table.append(row(of: target, curriculum, nil, survey))
                summary.notes.append("\(survey.graph.credentials[target].id): \(error).")
            }
        }
        return [summary, list]
    }

    private static func row(
        of target: Int, _ curriculum: Curriculum, _ metrics: CurriculumMetrics?,
        _ survey: CatalogueSurvey
    ) -> [Table.Cell] {
        let numbers = [
            metrics?.complexity, metrics?.blocking, metrics?.delay, metrics?.longestPath,
        ]
        return [
            .text(survey.graph.credentials[target].id),
            .text(survey.graph.credentials[target].title.text()),
            .integer(curriculum.courses.count), .integer(curriculum.edges.count),
            .integer(curriculum.alternatives),
        ] + numbers.map { $0.map { .integer($0) } ?? .missing }
    }

    /// The courses that stand in a relation, the most complex first.
    private static func rows(
        of target: Int, _ curriculum: Curriculum, _ metrics: CurriculumMetrics,
        _ survey: CatalogueSurvey
    ) -> [[Table.Cell]] {
        let entries = zip(curriculum.courses, metrics.courses).filter { $0.1.delay > 1 }
            .sorted { ($1.1.complexity, $0.0) < ($0.1.complexity, $1.0) }
        return entries.map { course, measured in
            [
                .text(survey.graph.credentials[target].id),
                .text(survey.graph.credentials[course].id),
                .text(survey.graph.credentials[course].title.text()),
                .integer(measured.complexity), .integer(measured.blocking),
                .integer(measured.delay), measured.centrality.map { .integer($0) } ?? .missing,
            ]
        }
    }
}
