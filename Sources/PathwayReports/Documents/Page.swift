// SPDX-License-Identifier: Apache-2.0

/// The frame of every page: it loads nothing and runs nothing but a script of this module.
enum Page {
    /// Returns a page.
    ///
    /// - Parameters:
    ///   - title: what the browser shows.
    ///   - language: the tag of the language it is in.
    ///   - paper: the paper it is printed on.
    ///   - script: the one script that may run, where there is one.
    ///   - body: what stands on it.
    /// - Returns: the element of the whole page.
    static func markup(
        title: String, language: String, paper: Document.Paper, script: Markup.Script? = nil,
        _ body: [Markup]
    ) -> Markup {
        let head: [Markup] = [
            meta(.init(.charset, "utf-8")),
            meta(
                .init(.httpEquiv, "Content-Security-Policy"), .init(.content, policy(script))),
            meta(
                .init(.name, "viewport"), .init(.content, "width=device-width, initial-scale=1")),
            meta(.init(.name, "generator"), .init(.content, "Varde \(Disclosure.engineVersion)")),
            .element(.title, [], [.text(title)]), .styleSheet(HouseStyle.sheet(paper)),
        ]
        let end = script.map { [Markup.script($0)] } ?? []
        return .element(
            .html, [.init(.lang, language)],
            [.element(.head, [], head), .element(.body, [], body + end)])
    }

    /// Nothing is loaded from anywhere; a script runs only if it is the one that was written here.
    private static func policy(_ script: Markup.Script?) -> String {
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
            + (script.map { "; script-src 'sha256-\($0.digest)'" } ?? "")
    }

    private static func meta(_ attributes: Markup.Attribute...) -> Markup {
        .element(.meta, attributes, [])
    }
}
