// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import SkillsGraph
import Testing

private func read(_ text: String) throws -> Reading { try Reading(text, as: "varde-csv") }

@Suite struct VardeCSVTests {
    @Test func `a credential has all that its row says`() throws {
        let read = try read(Samples.credentialsCSV)
        let first = try #require(read.credentials.first)
        #expect(first.id == "NF-1")
        #expect(first.title.text(in: "de") == "Das Meer lesen")
        #expect(first.title.text(in: "und") == "Reading the sea")
        #expect(first.kind == .microCredential)
        #expect(first.credits == Credits(ExactDecimal(thousandths: 2500), .ects))
        #expect(first.hours == ExactDecimal(thousandths: 62_500))
        #expect(first.level == Level(framework: "EQF", value: "6"))
        #expect(first.languages == ["en", "no"])
        #expect(first.url == "https://nordlys.example/nf-1")
        #expect(read.credentials[1].title.text() == "Charts, tides and \"rules\"")
        #expect(read.credentials[1].level == Level(framework: "NFQ", value: "7"))
        #expect(read.notes.isEmpty)
        #expect(read.places.map(\.line) == [2, 3])
    }

    @Test func `semicolons bring decimal commas`() throws {
        let read = try read("\u{FEFF}ID;Title;Kind;Credits;Scheme\r\n1;A;module;7,5;ECTS\r\n")
        #expect(read.credentials.first?.credits?.description == "7.5 ECTS")
        let comma = try Reading("id,title,kind,credits\n1,A,module,\"7,5\"\n", as: "varde-csv")
        #expect(comma.credentials.isEmpty)
        #expect(comma.notes[0].description.hasPrefix("file:2:4: bad-number: \"7,5\" is not"))
    }

    @Test func `bad cells are named by line and column, and good rows go on`() throws {
        let read = try read(
            """
            id,title,kind,credits,hours,url
            1,A,modul,5,,
            ,B,module,5,,
            3,,module,5,,
            4,D,module,-5,,
            5,E,module,1e9,,
            6,F,module,5,many,
            7,G,module,5,10,http://x.example
            8,H,,5,10,
            """)
        #expect(read.credentials.map(\.id) == ["7"])
        #expect(read.credentials[0].url == nil)
        #expect(
            read.notes.map { $0.description.split(separator: " ")[0] } == [
                "file:2:3:", "file:3:1:", "file:4:2:", "file:5:4:", "file:6:4:", "file:7:5:",
                "file:8:6:", "file:9:3:", "file:",
            ])
        #expect(
            read.codes == [
                "unknown-kind", "missing-id", "missing-title", "bad-number", "impossible-credits",
                "bad-number", "bad-url", "unknown-kind", "unknown-scheme",
            ])
        #expect(read.notes[0].message.contains("did you mean \"module\"?"))
        #expect(read.notes.last?.action == .guessed)
    }

    @Test func `unknown columns are said once, with the nearest known one`() throws {
        let read = try read("id,title,kind,provder,x@de\n1,A,module,N,y\n2,B,module,N,y\n")
        #expect(read.credentials.count == 2)
        #expect(
            read.notes.map { $0.description.prefix(24) } == [
                "file:1:4: unknown-column", "file:1:5: unknown-column",
            ])
        #expect(read.notes[0].message.contains("\"provider\""))
    }

    @Test func `a missing column, or a header of no table, is an error`() {
        func error(_ text: String) -> String? {
            #expect(throws: FormatError.self) { try read(text) }?.description
        }
        #expect(
            error("id,title,provider\n")?.hasPrefix("file:1: missing-column: the column \"kind\"")
                == true)
        #expect(error("a,b\n1,2")?.hasPrefix("file:1: unknown-table: ") == true)
        #expect(error("credential,use,kind\n")?.contains("\"id\"") == true)
    }

    @Test func `outcomes and alignments name skills by URI or label`() throws {
        let outcomes = try read("id,credential,text,text@de\nO,C,Reads,Liest\n")
        #expect(outcomes.outcomes.first?.text.text(in: "de") == "Liest")
        let read = try read(
            """
            outcome;skill;weight;proficiency;source
            O;http://data.europa.eu/esco/skill/1;0,25;CEFR:B2;Nordlys
            O;urn:x:1;;;
            O;SQL: basics;1;;
            O;a;0;;
            O;a;1,5;;
            O;a;1;B2;
            """)
        #expect(
            read.alignments.map(\.skill) == [
                SkillReference(uri: "http://data.europa.eu/esco/skill/1"),
                SkillReference(uri: "urn:x:1"), SkillReference(label: "SQL: basics"),
            ])
        #expect(read.alignments[0].weight == 0.25)
        #expect(read.alignments[0].proficiency == Level(framework: "CEFR", value: "B2"))
        #expect(read.codes == ["bad-weight", "bad-weight", "bad-proficiency"])
    }

    @Test func `skills need a URI, and have many names`() throws {
        let read = try read(
            """
            uri,label,label@de,kind,framework,version,alternatives,alternatives@de
            urn:n:1,read,lesen,knowledge,Nordlys,2,peruse | study,
            n-1,x,,,,,,
            https://n.example/2,y,,skil,,,,
            https://n.example/3,y,,,,,,ypsilon
            """)
        #expect(read.skills.map(\.uri) == ["urn:n:1", "https://n.example/3"])
        #expect(read.skills[0].alternatives.map(\.text) == ["peruse", "study"])
        #expect(read.skills[0].framework.description == "Nordlys 2")
        #expect(read.skills[1].framework.description == "local unknown")
        #expect(read.skills[1].alternatives.map(\.language) == ["de"])
        #expect(read.codes == ["bad-uri", "unknown-kind"])
    }

    @Test func `relations are of credentials or of skills, as their word says`() throws {
        let read = try read("from,relation,to\na,part-of,b\nurn:a,Broader,urn:b\na,parts-of,b\n")
        #expect(read.relations == [CredentialRelation(from: "a", kind: .partOf, to: "b")])
        #expect(read.skillRelations == [SkillRelation(from: "urn:a", kind: .broader, to: "urn:b")])
        #expect(read.rejected[0].description.hasPrefix("file:4:2: unknown-relation: "))
        #expect(read.rejected[0].message.contains("\"part-of\""))
    }

    @Test func `requirements are checked cell by cell`() throws {
        let read = try read(
            """
            credential,use,id,parent,kind,minimum,maximum,unit,of,title,version,validFrom,decidedBy
            D,completion,root,,all,,,,,Diploma,2,2026-09-01,The board
            D,completion,core,root,credits,30,,ECTS,level >= 6,,,,
            D,completion,half,core,share,50%,,,field = 06,,,,
            D,completion,x,root,credits,many,,ECTS,,,,,
            D,completion,y,root,credits,5,,ECTS,levl >= 6,,,,
            D,completion,z,root,some,,,,,,,,
            D,complete,z,root,all,,,,,,,,
            D,completion,z,root,all,,,,,,,soon,
            """)
        #expect(read.requirements.count == 3)
        #expect(read.requirements[0].decidedBy == "The board")
        #expect(read.requirements[0].validFrom == CalendarDate("2026-09-01"))
        #expect(try RequirementRow.rule(from: read.requirements)?.requirement.nodes.count == 3)
        #expect(
            read.rejected.map {
                $0.description.prefix(24).split(separator: " ").prefix(2).joined(separator: " ")
            }
                == [
                    "file:5:6: bad-minimum:", "file:6:9: bad-of:", "file:7:5: bad-kind:",
                    "file:8:2: unknown-use:", "file:9:12: bad-date:",
                ])
    }

    @Test func `every kind of requirement is read, with its options`() throws {
        let read = try read(
            """
            credential,use,id,parent,kind,minimum,maximum,unit,of,options
            D,completion,root,,credits,180,240,ECTS,,partial
            D,completion,1,root,share,50%,,,level >= 6,counted; round up
            D,completion,2,root,share,,15,awards,kind = badge,
            D,completion,3,root,mean,3.5,,letters,,
            D,completion,4,root,mean,3.5,,letters,,held
            D,completion,5,root,period,,5y,,,
            D,completion,6,root,distinct,3,,,provider,
            D,completion,7,root,awards,4,,,kind = badge,shared
            D,completion,8,root,hours,300,,,,
            D,completion,9,root,order,,,,"id in (a, b)",
            D,completion,10,root,none,,,,used = yes,
            D,completion,11,root,decision,,,,The board,
            D,completion,12,root,credential,80%,,,a,
            D,completion,13,root,awards,4,,,,held
            D,completion,14,root,share,,,,,
            """)
        let rule = try #require(try RequirementRow.rule(from: read.requirements))
        #expect(
            rule.requirement.nodes.map(\.kind.name) == [
                "credits", "share", "share", "mean", "mean", "period", "distinct", "awards",
                "hours", "order", "none", "decision", "credential",
            ])
        #expect(read.requirements[7].options == "shared")
        #expect(
            read.rejected.map { $0.description.prefix(24).split(separator: " ")[0] } == [
                "file:15:10:", "file:16:6:",
            ])
    }

    @Test func `what an award was used for is ids, parted as it comes`() throws {
        let read = try read(
            "learner,credential,used\nL1,C1,degree diploma-1\nL1,C2,degree; diploma-1;degree\n"
                + "L1,C3,\nL1,C4,degree | diploma-1\n")
        let both = ["degree", "diploma-1"]
        #expect(read.awards.map(\.usedFor) == [both, both, [], both])
        #expect(read.notes.isEmpty)
    }

    @Test func `awards are of pseudonyms, and an address is neither taken nor repeated`() throws {
        let read = try read(
            """
            learner,credential,date,status,grade,scale,credits,scheme,level,field,provider,kind,expires,verification
            L1,C1,2026-06-30,in-progress,B,ECTS,2.5,ECTS,EQF:6,0613,Nordlys,module,2030-01-01,verified
            L1,C2,,,,,,,,,,,,
            ada@home.example,C1,,,,,,,,,,,,
            ,C1,,,,,,,,,,,,
            L1,C1,30.6.2026,,,,,,,,,,,
            L1,C1,2026-02-30,,,,,,,,,,,
            """)
        #expect(read.learners == ["L1", "L1"])
        let award = read.awards[0]
        #expect(award.progress == .inProgress)
        #expect(award.grade == Grade("B", scale: "ECTS"))
        #expect(award.credits?.description == "2.5 ECTS")
        #expect(award.level?.description == "EQF:6")
        #expect(award.kind == .module)
        #expect(award.expires == CalendarDate("2030-01-01"))
        #expect(award.verification == .verified)
        #expect(read.awards[1].progress == .completed)
        #expect(read.awards[1].verification == .unverified)
        #expect(read.codes == ["not-a-pseudonym", "missing-learner", "bad-date", "bad-date"])
        #expect(!read.everything.contains("home.example"))
    }

    @Test func `conversions need a factor and a source`() throws {
        let read = try read(
            "from,to,factor,source\nUK CATS,ECTS,0.5,QAA\nA,B,0,x\nA,B,1,\nA,B,,x\n")
        #expect(
            read.conversions == [
                CreditConversion(
                    from: "UK CATS", to: .ects, factor: ExactDecimal(thousandths: 500),
                    source: "QAA")
            ])
        #expect(read.codes == ["bad-number", "missing-source", "missing-factor"])
    }
}
