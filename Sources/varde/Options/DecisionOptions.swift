// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Who decided something, why and when.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who decided: a role or a pseudonym.", valueName: "role"))
    var who: String

    @Option(help: ArgumentHelp("Why, as it is to be shown.", valueName: "text"))
    var why: String

    @Option(
        help: ArgumentHelp("The day it was decided; today unless given.", valueName: "date"),
        transform: DateOptions.date)
    var when: CalendarDate?

    /// The decision, made on `day` unless another was given.
    func decision(on day: CalendarDate) -> AuditException.Decision {
        AuditException.Decision(by: who, because: why, on: when ?? day)
    }

    func validate() throws {
        do { try decision(on: CalendarDate(dayNumber: 0)).check() } catch {
            throw ValidationError("\(error)")
        }
    }
}
