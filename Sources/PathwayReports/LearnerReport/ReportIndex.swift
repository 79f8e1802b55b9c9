// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// The page that lists many reports, sorts and filters them.
///
/// Without its script the page is a plain table in the order of the learners.
public struct ReportIndex: Sendable {
    private let entries: [ReportEntry]
    private let day: CalendarDate
    private let words: ReportWords
    private let paper: Document.Paper

    /// Creates the page of `entries`, which are as of `day`.
    public init(_ entries: [ReportEntry], asOf day: CalendarDate, style: LearnerReport.Style) {
        self.entries = entries
        self.day = day
        words = ReportWords.of(style.language)
        paper = style.paper
    }

    /// The page.
    public var html: String {
        let title = words.text(.indexTitle)
        let introduction = words(
            .indexIntroduction,
            ["count": .count(entries.count), "date": .text(words.date(day))])
        let head = Markup.element(
            .header, [],
            [
                .element(.h1, [], [.text(title)]), .element(.p, [], introduction.markup),
                .element(
                    .p, [.init(.cssClass, "notice")],
                    words(.adviceNotDecision).strong.markup),
            ])
        let main = Markup.element(.main, [.init(.id, "content")], [tools, count, table])
        let foot = Markup.element(
            .footer, [],
            [
                .element(
                    .p, [],
                    words(.madeBy, ["version": .text(Disclosure.engineVersion)]).markup)
            ])
        let skip = Markup.element(
            .a, [.init(.cssClass, "skip"), .init(toPart: "content")],
            [.text(words.text(.skip))])
        return "<!DOCTYPE html>\n"
            + Page.markup(
                title: title, language: words.language, paper: paper, script: .index,
                [skip, head, main, foot]
            ).markupText
    }

    // MARK: What is chosen

    private var tools: Markup {
        let choices: [(String, ReportPhrase)] = [
            ("", .showAll), ("notMet", .showNotMet), ("met", .showMet),
            ("cannotTell", .showCannotTell), ("blocked", .showBlocked),
            ("soon", .showExpiring),
        ]
        let options = choices.map { value, phrase in
            Markup.element(.option, [.init(.value, value)], [.text(words.text(phrase))])
        }
        return .element(
            .div, [.init(.cssClass, "tools"), .init(.id, "tools"), .init(.isHidden, "hidden")],
            [
                labelled("show", .show, .element(.select, [.init(.id, "show")], options)),
                labelled(
                    "find", .find,
                    .element(.input, [.init(.id, "find"), .init(.type, "search")], [])),
            ])
    }

    private func labelled(_ id: String, _ phrase: ReportPhrase, _ control: Markup) -> Markup {
        .element(
            .div, [],
            [.element(.label, [.init(.labels, id)], [.text(words.text(phrase))]), control])
    }

    private var count: Markup {
        .element(
            .p, [.init(.id, "count"), .init(.live, "polite")],
            [.text("\(entries.count) / \(entries.count)")])
    }

    // MARK: The table

    private var table: Markup {
        let heads: [(ReportPhrase, Bool)] = [
            (.learner, false), (.target, false), (.status, false), (.stillNeeded, true),
            (.nearest, true), (.nextStep, false), (.endsFirst, true),
        ]
        let head = heads.map { phrase, isNumeric in
            Markup.element(
                .th, [.init(.scope, "col"), .init(.sorts, isNumeric ? "number" : "text")],
                [.text(words.text(phrase))])
        }
        let title = words.text(.indexTitle)
        return .element(
            .div,
            [
                .init(.cssClass, "wide"), .init(.role, "group"), .init(.tabIndex, "0"),
                .init(.label, title),
            ],
            [
                .element(
                    .table, [.init(.label, title)],
                    [
                        .element(.thead, [], [.element(.tr, [], head)]),
                        .element(.tbody, [], entries.map(row)),
                    ])
            ])
    }

    private func row(_ entry: ReportEntry) -> Markup {
        let flags = [
            entry.status, entry.isBlocked ? "blocked" : nil, entry.expiresSoon ? "soon" : nil,
        ].compactMap { $0 }
        let day = CalendarDate(entry.expires)
        return .element(
            .tr, [.init(.flags, flags.joined(separator: " "))],
            [
                .element(.th, [.init(.scope, "row")], [link(entry)]), cell(entry.title),
                cell(status(entry)), cell(entry.missing, sortedBy: amount(entry)),
                cell(entry.nearest, sortedBy: Coordinate.text(entry.distance * 100)),
                cell(entry.next),
                cell(
                    day.map(words.date) ?? "",
                    sortedBy: day.map { String($0.dayNumber) } ?? "9999999"),
            ])
    }

    private func link(_ entry: ReportEntry) -> Markup {
        Markup.Attribute(toFile: entry.file).map {
            .element(.a, [$0], [.text(entry.learner)])
        } ?? .text(entry.learner)
    }

    /// Credits first, then other units, then requirements.
    private func amount(_ entry: ReportEntry) -> String {
        let amounts = [entry.credits, entry.units].map { ExactDecimal($0)?.thousandths ?? 0 }
        // One number: what is missing at most has fewer than a thousand requirements.
        return String((amounts[0] * 1000 + amounts[1]) * 1000 + min(entry.requirements, 999))
    }

    private func status(_ entry: ReportEntry) -> String {
        let status =
            switch Status(rawValue: entry.status) {
            case .met: words.text(.met)
            case .notMet: words.text(.notMet)
            case .cannotTell, nil: words.text(.cannotTell)
            }
        return entry.isBlocked ? "\(status); \(words.text(.blocked))" : status
    }

    private func cell(_ text: String, sortedBy value: String? = nil) -> Markup {
        .element(.td, value.map { [.init(.data, $0)] } ?? [], [.text(text)])
    }
}
