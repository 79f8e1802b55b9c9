// SPDX-License-Identifier: Apache-2.0

/// Small invented files, one or more of each format, that every machine has.
enum Samples {
    static let credentialsCSV = #"""
        id,title,title@de,kind,provider,credits,scheme,hours,level,framework,field,language,mode,url,status
        NF-1,Reading the sea,Das Meer lesen,micro-credential,Nordlys,2.5,ECTS,62.5,6,EQF,0532,en | no,online,https://nordlys.example/nf-1,active
        NF-2,"Charts, tides and ""rules""",,module,Nordlys,5,ECTS,,7,NFQ,1041,en,blended,,active
        """#

    static let vardeJSON = """
        {
          "schema": "varde/catalogue/1",
          "skills": [
            {"uri": "urn:nordlys:skill:1", "label": {"en": "read a chart", "de": "Karten lesen"},
             "kind": "skill", "framework": "Nordlys", "version": "2",
             "alternatives": {"en": ["chart reading"]}}
          ],
          "credentials": [
            {"id": "NF-1", "title": {"en": "Reading the sea", "de": "Das Meer lesen"},
             "kind": "micro-credential", "provider": "Nordlys", "credits": 2.5, "scheme": "ECTS",
             "level": 6, "language": ["en", "no"], "tags": ["sea"]}
          ],
          "outcomes": [{"id": "NF-1/1", "credential": "NF-1", "text": "Reads a sea chart"}],
          "alignments": [
            {"outcome": "NF-1/1", "skill": "urn:nordlys:skill:1", "weight": 0.5,
             "proficiency": "CEFR:B2", "source": "Nordlys"},
            {"outcome": "NF-1/1", "skill": "navigate at night"}
          ],
          "relations": [{"from": "NF-1", "relation": "part-of", "to": "NF-9"}],
          "requirements": [
            {"credential": "NF-9", "use": "completion", "id": "all", "kind": "all",
             "validFrom": "2026-09-01"},
            {"credential": "NF-9", "use": "completion", "id": "core", "parent": "all",
             "kind": "credits", "minimum": 10, "of": "level >= 6"}
          ],
          "awards": [
            {"credential": "NF-1", "date": "2026-06-30", "grade": "B", "scale": "ECTS"},
            {"learner": "L-7", "credential": "NF-1", "status": "in-progress"}
          ],
          "conversions": [{"from": "UK CATS", "to": "ECTS", "factor": 0.5, "source": "QAA"}]
        }
        """

    static let badge = """
        {
          "@context": ["https://www.w3.org/ns/credentials/v2"],
          "id": "https://nordlys.example/awards/77",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Reading the sea for Ada Okafor",
          "issuer": {"id": "https://nordlys.example", "type": ["Profile"], "name": "Nordlys",
            "address": {"addressCountryCode": "NO"}},
          "validFrom": "2026-06-30T22:00:00+02:00",
          "validUntil": "2031-06-30T00:00:00Z",
          "credentialSubject": {
            "id": "did:example:ada",
            "type": "AchievementSubject",
            "name": "Ada Okafor",
            "identifier": {"type": "IdentityObject", "identityType": "emailAddress",
              "identityHash": "ada@home.example", "hashed": false},
            "creditsEarned": 3,
            "result": {"status": "Completed", "value": "A"},
            "achievement": {
              "id": "https://nordlys.example/nf-1",
              "type": "Achievement",
              "achievementType": "MicroCredential",
              "name": "Reading the sea",
              "description": "Ada Okafor (ada@home.example) reads sea charts.",
              "criteria": {"narrative": "An examination at sea."},
              "inLanguage": "en",
              "creditsAvailable": 2.5,
              "humanCode": "NF-1",
              "tag": ["sea"],
              "alignment": [
                {"type": "Alignment", "targetName": "read maps",
                 "targetUrl": "http://data.europa.eu/esco/skill/1"},
                {"type": "Alignment", "targetType": "ext:EQFLevel", "targetName": "EQF 6",
                 "targetCode": "6"},
                {"type": "Alignment", "targetType": "ceterms:Credential", "targetName": "Boats",
                 "targetUrl": "https://registry.example/boats"}
              ]
            }
          }
        }
        """

    static let elm = """
        {"credential": {
          "id": "urn:credential:1", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
          "issued": "2026-07-01T00:30:00+02:00", "validUntil": "2030-01-01T00:00:00Z",
          "credentialSubject": {"id": "urn:epass:person:1", "type": "Person",
            "givenName": {"en": ["Ada"]}, "familyName": {"en": ["Okafor"]},
            "dateOfBirth": "2001-02-03",
            "contactPoint": {"emailAddress": {"id": "mailto:ada@home.example"}},
            "hasClaim": [
              {"id": "urn:epass:learningAchievement:1", "type": "LearningAchievement",
               "title": {"en": "Seafaring"},
               "awardedBy": {"awardingDate": "2026-06-30T00:00:00+02:00", "awardingBody":
                 {"id": "urn:epass:org:1", "type": "Organisation", "legalName": {"no": "Nordlys"},
                  "location": {"address": {"countryCode":
                    {"id": "http://publications.europa.eu/resource/authority/country/NOR"}}}}},
               "creditReceived": {"id": "urn:epass:creditPoint:2", "point": "15.0", "framework":
                 {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af"}},
               "specifiedBy": {"id": "urn:epass:qualification:1", "type": "Qualification",
                 "title": {"en": ["Seafaring"], "de": ["Seefahrt"]},
                 "description": {"en": "Okafor has sailed."},
                 "eqfLevel": {"id": "http://data.europa.eu/snb/eqf/5"},
                 "volumeOfLearning": "P15DT15H",
                 "creditPoint": {"id": "urn:epass:creditPoint:1", "point": "15", "framework":
                   {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af"}},
                 "learningOutcome": [{"id": "urn:epass:learningOutcome:1",
                   "title": {"en": "Sails by night"},
                   "relatedESCOSkill": [
                     {"id": "http://data.europa.eu/esco/skill/1", "prefLabel": {"en": "read maps"}},
                     {"id": "urn:epass:relatedESCOSkill:x", "prefLabel": {"en": ["sail"]}}]}]},
               "hasPart": {"id": "urn:epass:learningAchievement:2", "type": "LearningAchievement",
                 "title": {"en": "Knots"}, "specifiedBy": {"id": "urn:epass:spec:2",
                   "title": {"en": "Knots"}, "volumeOfLearning": "P60M",
                   "creditPoint": {"point": "2,5", "framework":
                     {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af"}}}}},
              {"id": "urn:epass:activity:1", "type": "LearningActivity", "title": {"en": "A trip"}}
            ]}}}
        """

    static let skillsCSV =
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,"
        + "modifiedDate,scopeNote,definition,inScheme,description\r\n"
        + "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,knowledge,,sea charts,"
        + "\"charts\nsea charts\n nautical maps \",,released,,,,http://x/concept-scheme/skills,\r\n"
        + "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,skill/competence,,speak Sami,"
        + ",sami,released,,,,http://x/concept-scheme/skill-language-groups,\r\n"

    static let collectionCSV =
        "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,"
        + "broaderConceptUri,broaderConceptPT\n"
        + "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/3,sail a boat,released,"
        + "skill/competence,,sailing | handle a boat,,http://x/a | http://x/b,above | beside\n"

    static let coursesCSV = """
        Subject Id,Subject Title,Subject Level,Total Units,Gir Attribute,Comm Req Attribute,\
        Hass Attribute,Prerequisites,Corequisites,Subject Description,Joint Subjects,\
        Equivalent Subjects,Instructors,URL
        "30.01","Tides, an introduction","U",12,"REST",,,"Calculus I GIR;30.00,permission of \
        instructor",,"How the sea moves.","31.05[J]",,"A. Okafor","https://far.example/30.01"
        "30.UR","Research in Tides","U",,,,"HASS-S","One subject on the sea","30.02",,,"30.URG",,

        """

    /// A file of each format, by the format's name.
    static let all: [(format: String, text: String)] = [
        ("esco", skillsCSV), ("esco-collection", collectionCSV),
        ("fireroad-courses", coursesCSV), ("varde-csv", credentialsCSV), ("varde-json", vardeJSON),
        ("open-badges", badge), ("elm", elm),
    ]
}
