package import Foundation
package import Outbound

/// The lake as a bucket of an S3-compatible store. Files are made in a folder of this machine and read from copies in it.
package struct LakeBucket: LakeStorage {
    private let store: ObjectStore
    private let desk: LakeFolder
    private let copies: LakeCopies

    /// - Parameter path: a folder of this machine for what is being made or read; made when it is not there.
    package init(store: ObjectStore, workplace path: String) {
        self.store = store
        desk = LakeFolder(path: path)
        copies = LakeCopies(desk: desk)
    }

    package func workplace() throws -> URL { try desk.workplace() }

    package func clear(before moment: Date) {
        desk.clear(before: moment)
        copies.clear(before: moment)
    }

    package func put(_ file: URL, as written: WrittenFile) async throws {
        let size: Int?
        do {
            try await store.put(file.path, at: written.path, hash: written.hash)
            // The database may forget answers once this has returned, so a store's word alone is not enough.
            size = try await store.size(of: written.path)
        } catch {
            throw LakeProblem.naming(error, at: written.path)
        }
        guard size == written.fileBytes else {
            throw LakeProblem.notWhole(
                "\(written.path) was put into the bucket with \(written.fileBytes) bytes, and "
                    + (size.map { "there are \($0)" } ?? "is not there"))
        }
    }

    package func lend<Answer>(
        _ file: WrittenFile, _ body: (URL) async throws -> Answer
    ) async throws -> Answer? {
        let lease: LakeCopies.Lease
        do {
            lease = try await copies.take(file) { place in
                try await store.get(file.path, to: place.path, size: file.fileBytes, hash: file.hash)
            }
        } catch ObjectFailure.missing {
            return nil
        } catch {
            throw LakeProblem.naming(error, at: file.path)
        }
        defer { copies.giveBack(lease) }
        return try await body(lease.place)
    }

    package func remove(_ path: String) async throws {
        do {
            try await store.delete(path)
        } catch {
            throw LakeProblem.naming(error, at: path)
        }
        copies.forget(path)
    }
}
