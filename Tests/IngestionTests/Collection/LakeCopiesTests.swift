import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// Copies for reading: fetched once, gone when they are too many, never taken from under a reader.
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

    private struct Desk {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-copies-\(UUID())").path
        let source = Source()

        var folder: LakeFolder { LakeFolder(path: path) }

        func read(_ file: WrittenFile, _ copies: LakeCopies) async throws -> URL {
            let place = try await copies.take(file) { try source.fetch(file, to: $0) }
            #expect(try String(contentsOf: place, encoding: .utf8) == file.path)
            return place
        }

        var count: Int {
            let work = URL(fileURLWithPath: path + "/.work")
            let folders = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
            return folders.reduce(0) { count, name in
                let files = try? FileManager.default.contentsOfDirectory(atPath: work.path + "/" + name)
                return count + (files?.count ?? 0)
            }
        }
    }

    private func with(_ body: (Desk) async throws -> Void) async throws {
        let desk = Desk()
        defer { try? FileManager.default.removeItem(atPath: desk.path) }
        try await body(desk)
    }

    private func file(_ name: String) -> WrittenFile {
        WrittenFile(path: name, records: 1, bodyBytes: 1, fileBytes: 10, hash: Array(name.utf8))
    }

    @Test func the_one_that_was_not_read_for_longest_goes() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder, most: 25)
            for name in ["a", "b", "a", "c", "a", "b"] {
                _ = try await desk.read(file(name), copies)
                copies.giveBack(file(name))
            }
            // Three are too many, and b was the one to go for c.
            #expect(desk.source.all == ["a", "b", "c", "b"])
            #expect(desk.count == 2)
        }
    }

    @Test func nothing_goes_while_it_is_read() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder, most: 5)
            let first = try await desk.read(file("a"), copies)
            let same = try await desk.read(file("a"), copies)
            let second = try await desk.read(file("b"), copies)
            #expect(first == same && desk.count == 2)
            copies.giveBack(file("b"))
            #expect(!FileManager.default.fileExists(atPath: second.path))
            copies.giveBack(file("a"))
            #expect(FileManager.default.fileExists(atPath: first.path), "it is still read by one")
            copies.giveBack(file("a"))
            #expect(desk.count == 0)
        }
    }

    @Test func what_was_cleared_away_is_fetched_again() async throws {
        try await with { desk in
            let copies = LakeCopies(desk: desk.folder)
            _ = try await desk.read(file("a"), copies)
            copies.giveBack(file("a"))
            desk.folder.clear(before: .distantFuture)
            _ = try await desk.read(file("a"), copies)
            copies.giveBack(file("a"))
            #expect(desk.source.all == ["a", "a"])
        }
    }

    @Test func a_fetch_that_fails_leaves_nothing_and_the_end_leaves_nothing() async throws {
        struct Broken: Error {}
        try await with { desk in
            do {
                let copies = LakeCopies(desk: desk.folder)
                await #expect(throws: Broken.self) { _ = try await copies.take(file("a")) { _ in throw Broken() } }
                _ = try await desk.read(file("b"), copies)
                #expect(desk.count == 1)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path + "/.work").isEmpty)
        }
    }
}
