// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension RuleFile {
    /// Returns a rule file in YAML that holds `rules`; reading it gives them back.
    ///
    /// The text is canonical: the same rules give the same bytes, and what is the default is not
    /// written. A condition is written where it stands among the parts of what counts. A rule
    /// nested deeper than about thirty requirements is written too, but not read again.
    ///
    /// - Precondition: `rules` is not empty.
    public static func yaml(_ rules: [Rule]) -> String {
        var writer = YAMLWriter()
        writer.write(document(rules))
        return writer.text
    }

    /// Returns a rule file in JSON that holds `rules`, ended by a line break; reading it gives them
    /// back.
    ///
    /// It has the keys of the YAML form in the same order.
    ///
    /// - Precondition: `rules` is not empty.
    public static func json(_ rules: [Rule]) -> String {
        var writer = JSONWriter()
        writer.write(.mapping(document(rules)), depth: 0)
        return writer.text + "\n"
    }

    private static func document(_ rules: [Rule]) -> FileFields {
        precondition(!rules.isEmpty, "a rule file holds a rule")
        var file = FileFields()
        file.add("schema", schema)
        if rules.count == 1 {
            for field in rules[0].fileFields.fields { file.add(field.key, field.value) }
        } else {
            file.add("rules", .list(rules.map { .mapping($0.fileFields) }))
        }
        return file
    }
}

extension Rule {
    /// The keys and values of the rule, in the order of `RuleReader.keys`.
    fileprivate var fileFields: FileFields {
        var fields = FileFields()
        fields.add("credential", credential)
        if use != .completion { fields.add("use", use.rawValue) }
        fields.add("id", name)
        fields.add("title", title)
        fields.add("version", version)
        fields.add("valid", Self.span("from", validFrom, "until", validUntil))
        fields.add(RuleReader.startedKey, Self.span("from", startedFrom, "before", startedBefore))
        fields.add("source", source)
        fields.add("secondary", if: isSecondary)
        fields.add("decided-by", decidedBy)
        if awarding != .onApplication { fields.add("awarded", awarding.rawValue) }
        if counts != .everything { fields.add("counts", counts.fileValue) }
        fields.add("ages-on", agesOn)
        let scheme = requirement.firstScheme ?? .ects
        if scheme != .ects { fields.add("scheme", scheme.rawValue) }
        addTables(to: &fields)
        var writer = RequirementFields(scheme: scheme)
        fields.add("requirement", writer.value(of: requirement, below: nil))
        return fields
    }

    private static func span(
        _ first: String, _ from: CalendarDate?, _ last: String, _ to: CalendarDate?
    ) -> FileFields {
        var span = FileFields()
        span.add(first, from)
        span.add(last, to)
        return span
    }

    private func addTables(to fields: inout FileFields) {
        var table = FileFields()
        for scale in scales { table.add(scale.name, .mapping(scale.fileFields)) }
        fields.add("scales", table)
        fields.add("recognition", recognition.map { .mapping($0.fileFields) })
        guard !equivalences.isEmpty else { return }
        fields.add(
            "equivalences",
            .list(
                equivalences.map { equivalence in
                    var fields = FileFields()
                    fields.add("credential", equivalence.credential)
                    fields.add("counts-for", equivalence.countsFor)
                    fields.add("overlap", equivalence.overlap?.description)
                    return .mapping(fields)
                }))
    }
}

extension GradeScale {
    fileprivate var fileFields: FileFields {
        var fields = FileFields()
        fields.add("pass", passMark)
        fields.add(
            "grades",
            .list(
                steps.map { step in
                    guard let points = step.points else { return .text(step.grade) }
                    var pair = FileFields()
                    pair.add(step.grade, .number(points))
                    return .mapping(pair)
                }))
        return fields
    }
}

extension Recognition {
    fileprivate var fileFields: FileFields {
        var fields = FileFields()
        if !own.isEmpty { fields.add("own", .list(own.map { .text($0) })) }
        if !bodies.isEmpty { fields.add("recognised", .list(bodies.map(\.fileValue))) }
        return fields
    }
}

extension Recognition.Body {
    fileprivate var fileValue: FileValue {
        guard accord != nil || isProvisional else { return .text(provider) }
        var fields = FileFields()
        fields.add("provider", provider)
        fields.add("accord", accord)
        fields.add("provisional", if: isProvisional)
        return .mapping(fields)
    }
}

extension Selector {
    /// A list of credentials, or the selector's text.
    var fileValue: FileValue {
        if case .oneOf(.id, let ids) = self, !ids.isEmpty, !ids.contains(where: \.isBlank) {
            return .list(ids.map { .text($0) })
        }
        return .text(description)
    }
}
