import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// Copies for reading: fetched once, gone when they are too many or of nothing any more, never taken from under a reader.
@Suite struct LakeCopiesTests {
    /// Fetches and counts.
    private final class Source: Sendable {
        private let fetches = Mutex<[String]>([])

        var all: [String] { fetches.withLock { $0 } }

        func fetch(_ file: WrittenFile, to place: URL) throws {
            fetches.withLock { $0.append(file.path) }
            try Data(file.path.utf8).write(to: place)
        }
    }

    private struct Desk: Sendable {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-copies-\(UUID())").path
        let source = Source()

        var folder: LakeFolder { LakeFolder(path: path) }

        func read(_ file: WrittenFile, _ copies: LakeCopies) async throws -> LakeCopies.Lease {
            let lease = try await copies.take(file) { try source.fetch(file, to: $0) }
            #expect(try String(contentsOf: lease.place, encoding: .utf8) == file.path)
            return lease
        }

        /// Folders of copies, of all processes.
        var folders: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.copies.path)) ?? [] }

        var count: Int {
            folders.reduce(0) { count, name in
                let place = folder.copies.appendingPathComponent(name).path
                return count + ((try? FileManager.default.contentsOfDirectory(atPath: place))?.count ?? 0)
            }
        }
    }

    private func with(_ body: (Desk) async throws -> Void) async throws {
        let desk = Desk()
        defer { try? FileManager.default.removeItem(atPath: desk.path) }
        try await body(desk)
    }

    private func file(_ path: String, hash: String? = nil) -> WrittenFile {
        WrittenFile(path: path, records: 1, bodyBytes: 1, fileBytes: 10, hash: Array((hash ?? path).utf8))
    }

    private func isThere(_ lease: LakeCopies.Lease) -> Bool {
        FileManager.default.fileExists(atPath: lease.place.path)
    }

    @Test func the_one_that_was_not_read_for_longest_goes() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder, most: 25)
            for name in ["a", "b", "a", "c", "a", "b"] {
                copies.giveBack(try await desk.read(file(name), copies))
            }
            // Three are too many, and b was the one to go for c.
            #expect(desk.source.all == ["a", "b", "c", "b"])
            #expect(desk.count == 2)
            withExtendedLifetime(copies) {}
        }
    }

    @Test func nothing_goes_while_it_is_read() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder, most: 5)
            let first = try await desk.read(file("a"), copies)
            let same = try await desk.read(file("a"), copies)
            let second = try await desk.read(file("b"), copies)
            #expect(first.place == same.place && desk.count == 2)
            copies.giveBack(second)
            #expect(!isThere(second))
            copies.giveBack(first)
            #expect(isThere(same), "it is still read by one")
            copies.giveBack(same)
            #expect(desk.count == 0)
        }
    }

    @Test func those_who_want_one_file_at_once_fetch_it_once() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            let wanted = file("a")
            let places = try await withThrowingTaskGroup(of: URL.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let lease = try await copies.take(wanted) { place in
                            // Time for the others to come.
                            for _ in 0..<100 { await Task.yield() }
                            try desk.source.fetch(wanted, to: place)
                        }
                        defer { copies.giveBack(lease) }
                        return lease.place
                    }
                }
                return try await group.reduce(into: Set<URL>()) { $0.insert($1) }
            }
            #expect(desk.source.all == ["a"] && places.count == 1 && desk.count == 1)
            withExtendedLifetime(copies) {}
        }
    }

    @Test func an_older_file_is_not_taken_for_the_newer_one_nor_anothers_for_ones_own() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            let older = try await desk.read(file("company=1/a", hash: "old"), copies)
            let newer = try await desk.read(file("company=1/a", hash: "new"), copies)
            // The same bytes, elsewhere.
            let others = try await desk.read(file("company=2/a", hash: "new"), copies)
            #expect(Set([older.place, newer.place, others.place]).count == 3)
            #expect(desk.source.all == ["company=1/a", "company=1/a", "company=2/a"])
            for lease in [older, newer, others] { copies.giveBack(lease) }
        }
    }

    @Test func copies_of_what_is_removed_go_at_once_or_with_their_last_reader() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            let read = try await desk.read(file("a", hash: "1"), copies)
            let unread = try await desk.read(file("a", hash: "2"), copies)
            let other = try await desk.read(file("b"), copies)
            copies.giveBack(unread)
            copies.giveBack(other)
            copies.forget("a")
            #expect(isThere(read) && !isThere(unread) && isThere(other))
            copies.giveBack(read)
            #expect(!isThere(read))
        }
    }

    @Test func what_nobody_has_asked_for_goes_when_others_clear_away() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            let read = try await desk.read(file("a"), copies)
            let unread = try await desk.read(file("b"), copies)
            copies.giveBack(unread)
            copies.clear(before: .distantPast)
            #expect(isThere(unread))
            copies.clear(before: .distantFuture)
            #expect(isThere(read) && !isThere(unread))
            copies.giveBack(read)
            #expect(desk.count == 0)
        }
    }

    @Test func what_a_killed_process_left_goes_and_what_a_living_one_reads_stays() async throws {
        try await with { desk in
            let living = LakeCopies(desk: desk.folder)
            let lease = try await desk.read(file("a"), living)
            let left = desk.folder.copies.appendingPathComponent(UUID().uuidString.lowercased())
            try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
            try Data("half a file".utf8).write(to: left.appendingPathComponent("b"))
            let next = LakeCopies(desk: desk.folder)
            let other = try await desk.read(file("a"), next)
            #expect(!FileManager.default.fileExists(atPath: left.path))
            #expect(isThere(lease) && isThere(other) && desk.folders.count == 2)
            living.giveBack(lease)
            next.giveBack(other)
        }
    }

    @Test func what_was_cleared_away_is_fetched_again_and_kept_for_its_new_reader() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder, most: 5)
            let before = try await desk.read(file("a"), copies)
            try FileManager.default.removeItem(at: desk.folder.copies)
            let after = try await desk.read(file("a"), copies)
            #expect(desk.source.all == ["a", "a"])
            copies.giveBack(before)
            #expect(isThere(after))
            copies.giveBack(after)
            #expect(desk.count == 0)
        }
    }

    @Test func copies_are_their_owners_alone() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            let lease = try await desk.read(file("a"), copies)
            let own = lease.place.deletingLastPathComponent()
            for folder in [desk.path, desk.folder.copies.path, own.path] {
                let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
                #expect(mode == 0o700)
            }
            copies.giveBack(lease)
        }
    }

    @Test func a_fetch_that_fails_leaves_nothing_and_the_end_leaves_nothing() async throws {
        struct Broken: Error {}
        try await with { desk in
            do {
                let copies = LakeCopies(desk: desk.folder)
                await #expect(throws: Broken.self) {
                    _ = try await copies.take(file("a")) {
                        try Data("half a file".utf8).write(to: $0)
                        throw Broken()
                    }
                }
                let lease = try await desk.read(file("b"), copies)
                #expect(desk.count == 1)
                copies.giveBack(lease)
            }
            #expect(desk.folders.isEmpty)
        }
    }
}
