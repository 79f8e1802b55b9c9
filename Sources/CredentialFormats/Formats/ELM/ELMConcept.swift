// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What the concepts of the European vocabularies mean to Varde.
enum ELMConcept {
    /// Returns the last part of a URI that stands under `folder`.
    static func last(_ uri: String, under folder: String) -> String? {
        guard uri.contains("data.europa.eu"), let range = uri.firstRange(of: folder) else {
            return nil
        }
        let rest = uri[range.upperBound...]
        return rest.isEmpty || rest.contains("/") ? nil : String(rest)
    }

    /// Returns the credit scheme of a framework of `education-credit`.
    static func scheme(_ framework: JSONNode?) -> CreditScheme {
        switch framework.flatMap({
            last($0.text ?? $0.text("id") ?? "", under: "/education-credit/")
        }) {
        case "6fcec5c5af": .ects
        case "60b314e826": "ECVET"
        default: .unknown
        }
    }

    /// Returns the kind that a type of learning opportunity or a credential profile stands for.
    static func kind(_ concept: JSONNode) -> Credential.Kind? {
        switch last(concept.text ?? concept.text("id") ?? "", under: "/learning-opportunity/") {
        case "74a4a268e8": return .microCredential
        case "05053c1cbe", "17744a2647", "7e1ac538db": return .course
        case "0f7dac46ca": return .module
        default: break
        }
        let labels = concept.localized("prefLabel")?.entries.map { $0.text.lowercased() } ?? []
        if labels.contains(where: { $0.contains("micro") }) { return .microCredential }
        if labels.contains(where: { $0.contains("diploma") }) { return .diploma }
        return nil
    }

    /// Returns the mode of learning in Varde's words.
    static func mode(_ concept: JSONNode) -> String? {
        guard let label = concept.localized("prefLabel")?.text().lowercased(), !label.isEmpty else {
            return nil
        }
        switch label {
        case "presential", "on-site", "onsite", "face-to-face", "in person": return "on-site"
        default: return label
        }
    }

    /// Returns the language tag of a concept of the authority list of languages.
    static func language(_ concept: JSONNode) -> String? {
        guard let id = concept.text ?? concept.text("id"), id.contains("/authority/language/"),
            let code = id.split(separator: "/").last?.lowercased()
        else { return nil }
        return languages[code] ?? code
    }

    /// Returns the country code of a concept of the authority list of countries, of two letters
    /// where it is a European country.
    static func country(_ concept: JSONNode) -> String? {
        guard let id = concept.text ?? concept.text("id"), id.contains("/authority/country/"),
            let code = id.split(separator: "/").last
        else { return nil }
        return countries[String(code)] ?? String(code)
    }

    /// ISO 639-2/T to ISO 639-1, for the languages of Europe.
    private static let languages = pairs(
        """
        bul bg ces cs dan da deu de ell el eng en est et fin fi fra fr gle ga hrv hr hun hu isl is \
        ita it lav lv lit lt mkd mk mlt mt nld nl nob nb nno nn nor no pol pl por pt ron ro slk sk \
        slv sl spa es sqi sq srp sr swe sv tur tr ukr uk cat ca eus eu glg gl ltz lb rus ru ara ar
        """)

    /// ISO 3166-1 alpha-3 to alpha-2, for the countries of Europe.
    private static let countries = pairs(
        """
        AUT AT BEL BE BGR BG HRV HR CYP CY CZE CZ DNK DK EST EE FIN FI FRA FR DEU DE GRC GR HUN HU \
        IRL IE ITA IT LVA LV LTU LT LUX LU MLT MT NLD NL POL PL PRT PT ROU RO SVK SK SVN SI ESP ES \
        SWE SE NOR NO ISL IS LIE LI CHE CH GBR GB UKR UA MDA MD ALB AL SRB RS MKD MK MNE ME BIH BA \
        TUR TR GEO GE
        """)

    private static func pairs(_ text: String) -> [String: String] {
        let words = text.split(separator: " ").map(String.init)
        var pairs: [String: String] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            pairs[words[index]] = words[index + 1]
        }
        return pairs
    }
}
