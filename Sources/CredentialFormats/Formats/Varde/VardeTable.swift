// SPDX-License-Identifier: Apache-2.0

/// The tables of Varde's own format: one file each as CSV, one list each in a JSON document.
enum VardeTable: String, CaseIterable, Sendable {
    case skills, credentials, outcomes, alignments, relations, requirements, awards, conversions

    /// One column.
    struct Column: Hashable, Sendable {
        /// What a cell may hold.
        enum Shape: Hashable, Sendable {
            /// One text.
            case text
            /// A text in several languages: `title`, `title@de`.
            case localized
            /// Several texts: parted by ` | ` in a cell, a list in JSON.
            case list
            /// Several texts in several languages.
            case localizedList
        }

        let name: String
        let shape: Shape
        /// Whether a table without the column cannot be read.
        let isRequired: Bool
    }

    /// The columns, in the order of the cells of a `VardeRow`.
    var columns: [Column] { Self.allColumns[self] ?? [] }

    /// The columns that a table cannot do without.
    var required: [String] { columns.filter(\.isRequired).map(\.name) }

    /// Returns whether a header is this table's, complete or not.
    func isNamed(by header: CSVHeader) -> Bool {
        switch self {
        case .requirements: header.has(["credential", "use"])
        case .awards: header.has(["learner", "credential"])
        case .alignments: header.has(["outcome", "skill"])
        case .relations: header.has(["from", "relation", "to"])
        case .conversions: header.has(["from", "to", "factor"])
        case .outcomes: header.has(["id", "credential", "text"])
        case .skills: header.has(["uri", "label"])
        case .credentials:
            header.has(["id", "title"])
                && ["kind", "provider", "credits"].contains { header.has([$0]) }
        }
    }

    /// The table that a header belongs to, the more particular ones asked first.
    static func of(_ header: CSVHeader) -> VardeTable? {
        allCases.filter { $0 != .credentials }.first { $0.isNamed(by: header) }
            ?? (credentials.isNamed(by: header) ? .credentials : nil)
    }

    /// The table whose columns a header has most of, for a message about what is missing.
    static func nearest(to header: CSVHeader) -> VardeTable? {
        let counts = allCases.map { table in
            (table, table.columns.filter { header.has([$0.name]) }.count)
        }
        return counts.max { $0.1 < $1.1 }.flatMap { $0.1 >= 2 ? $0.0 : nil }
    }

    private static let allColumns: [VardeTable: [Column]] = [
        .skills: columns(SkillColumn.self, required: [.uri, .label]) {
            switch $0 {
            case .label: .localized
            case .alternatives: .localizedList
            default: .text
            }
        },
        .credentials: columns(CredentialColumn.self, required: [.id, .title, .kind]) {
            switch $0 {
            case .title, .description: .localized
            case .language, .tags, .identifiers: .list
            default: .text
            }
        },
        .outcomes: columns(OutcomeColumn.self, required: [.id, .credential, .text]) {
            $0 == .text ? .localized : .text
        },
        .alignments: columns(AlignmentColumn.self, required: [.outcome, .skill]) { _ in .text },
        .relations: columns(RelationColumn.self, required: [.from, .relation, .to]) { _ in .text },
        .requirements: columns(
            RequirementColumn.self, required: [.credential, .use, .id, .kind]
        ) { $0 == .title ? .localized : .text },
        .awards: columns(AwardColumn.self, required: [.learner, .credential]) {
            $0 == .used ? .list : .text
        },
        .conversions: columns(ConversionColumn.self, required: [.from, .to, .factor, .source]) {
            _ in .text
        },
    ]

    private static func columns<C: VardeColumn & Hashable>(
        _ type: C.Type, required: Set<C>, _ shape: (C) -> Column.Shape
    ) -> [Column] {
        C.allCases.map {
            Column(name: "\($0)", shape: shape($0), isRequired: required.contains($0))
        }
    }
}

/// The columns of one table; a case's name is the column's, its raw value its place in a row.
protocol VardeColumn: CaseIterable, RawRepresentable<Int>, Sendable {}

enum SkillColumn: Int, VardeColumn { case uri, label, kind, framework, version, alternatives }

enum CredentialColumn: Int, VardeColumn {
    case id, title, kind, provider, credits, scheme, hours, level, framework, field, language, mode
    case url, status, country, tags, assessment, quality, identifiers, description
}

enum OutcomeColumn: Int, VardeColumn { case id, credential, text }

enum AlignmentColumn: Int, VardeColumn { case outcome, skill, weight, proficiency, source }

enum RelationColumn: Int, VardeColumn { case from, relation, to }

enum RequirementColumn: Int, VardeColumn {
    case credential, use, id, parent, kind, minimum, maximum, unit, of, options, title, version
    case validFrom, validUntil, source, decidedBy
}

enum AwardColumn: Int, VardeColumn {
    case learner, credential, date, status, grade, scale, credits, scheme, level, field, provider
    case kind, expires, verification, used
}

enum ConversionColumn: Int, VardeColumn { case from, to, factor, source }
