// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

extension Catalog {
    /// Stores an exception for a learner, after checking it against the learner's awards and the
    /// rules as they are stored.
    ///
    /// - Parameters:
    ///   - exception: What was decided; the id that it has does not count.
    ///   - stamp: When this happens, and by which Varde.
    /// - Returns: The exception as it is stored, with its id, its rule and its award in full.
    /// - Throws: `AuditExceptionError` saying what is wrong; `CatalogError` where the file cannot be
    ///   written. The catalogue is then as it was.
    public func add(_ exception: AuditException, _ stamp: ImportStamp) throws -> AuditException {
        try logging(.exception, stamp) { snapshot, log in
            guard let learner = try snapshot.learner(exception.learner) else {
                throw AuditExceptionError.unknown(
                    kind: "learner", id: exception.learner, among: "in the catalogue",
                    nearest: try snapshot.learners(near: exception.learner))
            }
            let checked = try exception.checked(for: learner, in: try Graph(snapshot.parts()))
            return try ExceptionRows(snapshot.database).add(checked, try log())
        }
    }

    /// Adds to the log that an exception is revoked; the exception itself stays.
    ///
    /// - Parameters:
    ///   - id: The exception's id, such as `x3`.
    ///   - decision: Who revokes it, why and when.
    ///   - stamp: When this happens, and by which Varde.
    /// - Returns: The exception with its revocation.
    /// - Throws: `AuditExceptionError` where there is none of this id, or it was revoked before;
    ///   `CatalogError` where the file cannot be written.
    public func revoke(
        _ id: String, _ decision: AuditException.Decision, _ stamp: ImportStamp
    ) throws -> AuditException {
        try logging(.revocation, stamp) { snapshot, log in
            let all = try snapshot.exceptions()
            guard let found = all.first(where: { $0.id == id }), let number = Int(id.dropFirst())
            else {
                throw AuditExceptionError.unknown(
                    kind: "exception", id: id, among: "in the catalogue",
                    nearest: Spelling.nearest(to: id, among: all.lazy.map(\.id)))
            }
            let revoked = try found.revoked(decision)
            try ExceptionRows(snapshot.database).revoke(number, decision, try log())
            return revoked
        }
    }

    /// Runs `body` in one write transaction; it asks for the number of a new entry of the log when
    /// nothing can go wrong any more but writing.
    private func logging(
        _ action: LogEntry.Action, _ stamp: ImportStamp,
        _ body: (CatalogSnapshot, _ log: () throws -> Int) throws -> AuditException
    ) throws -> AuditException {
        guard isWritable else { throw CatalogError.readOnly(path: path) }
        return try CatalogError.mapping(path) {
            let result = try queue.writeWithoutTransaction { database in
                var result: AuditException?
                try database.inTransaction(.immediate) {
                    result = try body(CatalogSnapshot(database, path: path)) {
                        try ImportLog(database).add(action, stamp, sources: [], counts: [])
                    }
                    return .commit
                }
                return result
            }
            _ = try emptyLog()
            guard let result else { throw CatalogError.failed(path: path, detail: "not written") }
            return result
        }
    }
}

extension CatalogSnapshot {
    /// Returns the exceptions made for a learner, the oldest first, those that were revoked or have
    /// expired included.
    public func exceptions(of learner: String) throws -> [AuditException] {
        try ExceptionRows(database).exceptions(of: learner)
    }

    /// Returns all exceptions, the oldest first, those that were revoked or have expired included.
    public func exceptions() throws -> [AuditException] {
        try ExceptionRows(database).exceptions(of: nil)
    }
}
