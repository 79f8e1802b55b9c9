// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
    private static let tables = [
        "alignments", "awards", "credentials", "outcomes", "relations", "requirements", "rules",
        "skill_relations", "skills",
    ]

    private static func export(_ arguments: String...) throws -> Tool.Run {
        try Tool.run(
            ["export"] + arguments + ["--catalog", Sample.catalog, "--as-of", Sample.day])
    }

    private static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    // MARK: Folders

    @Test(arguments: ["csv", "json", "jsonl"])
    func `a folder gets every table, and an account of every column`(form: String) throws {
        let folder = Scratch()
        let path = folder.path("tables")
        let run = try Self.export(path, "--format", form)
        #expect(run.code == 0, "\(run.errors)")
        let names = Self.tables.map { "\($0).\(form)" }
        #expect(try Self.files(in: path) == (names + ["export.json"]).sorted())
        try Self.check("\(path)/export.json", is: "export")
        if form == "json" { for name in names { try Self.check("\(path)/\(name)", is: "table") } }
        #expect(try Self.files(in: folder.url.path) == ["tables"])
    }

    private static func check(_ path: String, is kind: String) throws {
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-\(kind)-1.schema.json"))
        let document = try JSONDocument(contentsOf: URL(filePath: path))
        #expect(schema.problems(in: document) == [], "\(path)")
    }

    @Test func `the same rows stand in every form`() throws {
        let folder = Scratch()
        for form in ["csv", "json", "jsonl"] {
            #expect(try Self.export(folder.path(form), "--format", form).code == 0)
        }
        for table in Self.tables {
            let document = try JSONDocument(
                contentsOf: URL(filePath: folder.path("json/\(table).json")))
            let rows = document["rows"]?.elements ?? []
            let lines = try Self.text(folder.path("jsonl/\(table).jsonl")).split(separator: "\n")
            #expect(try lines.map { try JSONDocument(String($0)) } == rows)
            #expect(!rows.isEmpty, "\(table)")
        }
    }

    @Test func `the same catalogue gives the same bytes`() throws {
        let folder = Scratch()
        for path in ["a", "b"] {
            #expect(try Self.export(folder.path(path), "--statistics").code == 0)
        }
        for file in try Self.files(in: folder.path("a")) {
            #expect(
                try Self.text(folder.path("a/\(file)")) == Self.text(folder.path("b/\(file)")))
        }
    }

    @Test func `an earlier export is replaced, and a folder with anything else is left alone`()
        throws
    {
        let folder = Scratch()
        let path = folder.path("tables")
        #expect(try Self.export(path, "--format", "json", "--statistics").code == 0)
        #expect(try Self.export(path, "--format", "csv").code == 0)
        #expect(try Self.files(in: path).contains("awards.csv"))
        #expect(try !Self.files(in: path).contains("awards.json"))
        let mine = try folder.write("mine", to: "tables/notes.txt")
        let run = try Self.export(path)
        #expect(run.code == 1)
        #expect(run.errors.contains("notes.txt"))
        #expect(try Self.text(mine) == "mine")
        #expect(try Self.files(in: folder.url.path) == ["tables"])
    }

    @Test func `without learners no pseudonym is in any file`() throws {
        let folder = Scratch()
        let learners = try Sample.run("learner", "list", "--json").json()["rows"]?.elements ?? []
        let ids = learners.compactMap { $0["learner"]?.string }
        #expect(ids.count > 5)
        #expect(try Self.export(folder.path("t"), "--no-learners", "--statistics").code == 0)
        #expect(try Self.export(folder.path("t.sqlite"), "--no-learners", "--statistics").code == 0)
        for file in try Self.files(in: folder.path("t")).map({ "t/\($0)" }) + ["t.sqlite"] {
            let bytes = try Data(contentsOf: URL(filePath: folder.path(file)))
            for id in ids { #expect(bytes.range(of: Data(id.utf8)) == nil, "\(id) in \(file)") }
        }
    }

    @Test func `a command that makes no sense is refused with what would`() throws {
        for arguments in [
            ["-"], ["g.dot", "--statistics"], ["t", "--with", "skills"], ["t", "--format", "xml"],
            ["g.dot", "--with", "learners"], ["g.dot", "--no-learners"],
        ] {
            let run = try Tool.run(["export"] + arguments + ["--catalog", Sample.catalog])
            #expect(run.code == 64, "\(arguments)")
        }
        let folder = Scratch()
        let run = try Self.export(folder.path("nowhere/t.sqlite"))
        #expect(run.code == 1)
        #expect(run.errors.contains("check the path"))
    }

    // MARK: Databases

    @Test func `a database has STRICT tables, views, and an account of every column`() throws {
        let folder = Scratch()
        let path = folder.path("tables.sqlite")
        #expect(try Self.export(path, "--statistics").code == 0)
        #expect(try Self.files(in: folder.url.path) == ["tables.sqlite"])
        guard let python = Python.with("sqlite3") else { return }
        let run = try Python.run(
            python,
            """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            names = [r[0] for r in c.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
            strict = dict(c.execute("SELECT name, strict FROM pragma_table_list"))
            assert all(strict[n] for n in names), strict
            for n in names:
                if n == 'about': continue
                for _, column, kind, *_ in c.execute(f'PRAGMA table_info("{n}")'):
                    told = c.execute('SELECT kind FROM about WHERE "table"=? AND "column"=?',
                                     (n, column)).fetchall()
                    assert len(told) == 1, (n, column)
                    expected = {'text':'TEXT','date':'TEXT','integer':'INTEGER',
                                'truth':'INTEGER','number':'REAL','exact':'REAL'}[told[0][0]]
                    assert kind == expected, (n, column, kind)
            for v in ('credential_skill', 'completed_award', 'next_award'):
                assert c.execute(f'SELECT count(*) FROM {v}').fetchone()[0] > 0, v
                assert c.execute('SELECT 1 FROM about WHERE "table"=?', (v,)).fetchone(), v
            later = c.execute('SELECT min(days) FROM next_award').fetchone()[0]
            assert later > 0
            share = c.execute("SELECT share FROM embedded_share WHERE kind='all'").fetchone()[0]
            assert 0 < share <= 1
            print('ok')
            """, path)
        #expect(run.output == "ok\n")
    }

    @Test func `DuckDB attaches the database with the declared types`() throws {
        guard let python = Python.with("duckdb, duckdb_extensions") else { return }
        let folder = Scratch()
        let path = folder.path("tables.sqlite")
        #expect(try Self.export(path).code == 0)
        let run = try Python.run(
            python,
            """
            import sys, duckdb
            from duckdb_extensions import import_extension
            import_extension('sqlite_scanner')
            c = duckdb.connect()
            c.execute('LOAD sqlite_scanner')
            c.execute(f"ATTACH '{sys.argv[1]}' AS v (TYPE sqlite)")
            types = dict(c.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE "
                                   "database_name='v' AND table_name='credentials'").fetchall())
            assert types['id'] == types['field'] == types['level'] == 'VARCHAR', types
            assert types['credits'] == types['hours'] == 'DOUBLE', types
            assert types['isQualification'] == 'BIGINT', types
            c.execute(f"COPY v.awards TO '{sys.argv[2]}'")
            n = c.execute(f"SELECT count(*) FROM '{sys.argv[2]}'").fetchone()[0]
            assert n == c.execute('SELECT count(*) FROM v.awards').fetchone()[0] > 0
            print('ok')
            """, path, folder.path("awards.parquet"))
        #expect(run.output == "ok\n")
    }

    // MARK: Graphs

    @Test func `networkx reads the graph with its types`() throws {
        guard let python = Python.with("networkx") else { return }
        let folder = Scratch()
        let path = folder.path("graph.graphml")
        #expect(try Self.export(path, "--with", "outcomes,skills,counts").code == 0)
        let run = try Python.run(
            python,
            """
            import sys, networkx
            g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
            assert g.is_directed()
            nodes = dict(g.nodes(data=True)).values()
            by = {d['id']: d for d in nodes if d['noun'] == 'credential'}
            data = by['ska-data-basics']
            assert isinstance(data['credits'], float) and data['isQualification'] is False, data
            assert by['ska-certificate-public-data-ai']['isQualification'] is True
            assert {d['noun'] for d in nodes} == {'credential', 'outcome', 'skill'}
            edges = [d for _, _, d in g.edges(data=True)]
            assert all(isinstance(d['weight'], float) for d in edges if d['relation'] == 'aligned-to')
            assert {'part-of', 'has-outcome', 'aligned-to', 'counts-toward'} <= {
                d['relation'] for d in edges}
            print('ok')
            """, path)
        #expect(run.output == "ok\n")
    }

    @Test func `a hostile title is text in every form`() throws {
        let folder = Scratch()
        let title = "=2+5|\"]; --> </data><!--\\N %% `end` 'x';DROP TABLE\nA&amp;B,ø\u{202E}"
        let quoted = "\"" + title.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        let file = try folder.write(
            "id,title,kind,credits\nc1,\(quoted),course,5\nc2,Plain,course,5\n",
            to: "credentials.csv")
        let relations = try folder.write("from,relation,to\nc2,requires,c1\n", to: "relations.csv")
        let catalog = folder.path("c.sqlite")
        #expect(try Tool.run("import", file, relations, "--catalog", catalog).code == 0)
        func export(_ name: String, _ more: String...) throws -> String {
            let run = try Tool.run(["export", folder.path(name), "--catalog", catalog] + more)
            #expect(run.code == 0, "\(run.errors)")
            return folder.path(name)
        }
        let safe = try Self.text(try export("safe") + "/credentials.csv")
        #expect(safe.contains(",\"'=2+5|"))
        let raw = try Self.text(try export("raw", "--raw") + "/credentials.csv")
        #expect(raw.contains(",\"=2+5|"))
        let document = try JSONDocument(
            contentsOf: URL(filePath: try export("json", "--format", "json") + "/credentials.json"))
        #expect(document["rows"]?.elements.first?["title"]?.string == title)
        let mermaid = try Self.text(try export("g.mmd"))
        #expect(mermaid.split(separator: "\n").count == 4)
        let graph = try export("g.graphml")
        guard let python = Python.with("networkx") else { return }
        let read = try Python.run(
            python,
            """
            import sys, networkx
            g = networkx.read_graphml(sys.argv[1])
            assert g.nodes['n0']['label'] == sys.argv[2], g.nodes['n0']
            assert len(g) == 2 and g.number_of_edges() == 1
            print('ok')
            """, graph, title)
        #expect(read.output == "ok\n")
    }
}
