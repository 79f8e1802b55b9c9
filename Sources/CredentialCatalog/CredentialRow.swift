// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The cells of a credential's row, in the order of `CredentialRow.columns`.
enum CredentialRow {
    /// The columns after `id` and `name`, in order.
    static let columns =
        "kind, provider, country, credits, scheme, hours, level_framework, level, field, "
        + "languages, mode, url, status, tags, assessment, quality, identifiers"

    /// Binds the columns, from parameter 1, and returns the number of the next parameter.
    static func bind(_ credential: Credential, to query: Query) -> Int {
        query.bind(1, credential.kind.rawValue)
        query.bind(2, credential.provider)
        query.bind(3, credential.country)
        query.bind(4, credential.credits?.amount.thousandths)
        query.bind(5, credential.credits?.scheme.rawValue)
        query.bind(6, credential.hours?.thousandths)
        query.bind(7, credential.level?.framework)
        query.bind(8, credential.level?.value)
        query.bind(9, credential.field)
        query.bind(10, joined(credential.languages))
        query.bind(11, credential.mode)
        query.bind(12, credential.url)
        query.bind(13, credential.status)
        query.bind(14, joined(credential.tags))
        query.bind(15, credential.assessment)
        query.bind(16, credential.quality)
        query.bind(17, joined(credential.identifiers))
        return 18
    }

    /// Returns the credential whose columns begin at the third of a row, without its texts.
    static func read(_ columns: Columns, name: String) -> Credential {
        var credential = Credential(
            id: name, title: "", kind: Credential.Kind(rawValue: columns.text(2)) ?? .course)
        credential.provider = columns.optionalText(3)
        credential.country = columns.optionalText(4)
        credential.credits = columns.credits(5)
        credential.hours = columns.optionalInteger(7).map { ExactDecimal(thousandths: $0) }
        credential.level = columns.level(8)
        credential.field = columns.optionalText(10)
        credential.languages = columns.lines(11)
        credential.mode = columns.optionalText(12)
        credential.url = columns.optionalText(13)
        credential.status = columns.optionalText(14)
        credential.tags = columns.lines(15)
        credential.assessment = columns.optionalText(16)
        credential.quality = columns.optionalText(17)
        credential.identifiers = columns.lines(18)
        return credential
    }

    private static func joined(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: "\n")
    }
}

extension Columns {
    /// The credits in two cells: thousandths and the scheme.
    func credits(_ index: Int) -> Credits? {
        isNull(index)
            ? nil
            : Credits(
                ExactDecimal(thousandths: integer(index)),
                CreditScheme(rawValue: text(index + 1)))
    }

    /// The level in two cells: the framework and the value.
    func level(_ index: Int) -> Level? {
        isNull(index) ? nil : Level(framework: text(index), value: text(index + 1))
    }
}
