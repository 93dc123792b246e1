import Foundation
import Glibc
import TestSupport

/// The processes of a drill. Ended ones are noticed within some milliseconds, and started anew where that was asked for.
actor Fleet {
    private struct Member {
        let child: ChildProcess
        /// Started again under a new name when it ends: what to call it and how to start it.
        let successor: (place: String, arguments: [String])?
        var killedAt: Date?
    }

    private let database: String
    private let log: String
    private var members: [String: Member] = [:]
    private var numbers = 0
    private var isEnding = false
    private(set) var deaths: [Death] = []

    init(database: String, log: String) {
        self.database = database
        self.log = log
    }

    var names: [String] { members.keys.sorted() }

    /// Starts one process of this program.
    /// - Parameters:
    ///   - keeps: whether another one takes its place when it ends.
    ///   - limits: words for the shell before the program, such as limits of its resources.
    /// - Returns: its name, which no other process of the drill has.
    @discardableResult
    func start(_ role: String, _ place: String, _ arguments: [String], keeps: Bool = false, limits: String? = nil)
        throws -> String
    {
        numbers += 1
        let name = "\(place).\(numbers)"
        let words = [role, "--database", database, "--name", name] + arguments
        let child =
            if let limits {
                try ChildProcess.start(
                    "/bin/bash", ["-c", "\(limits); exec \"$0\" \"$@\"", ChildProcess.ownPath] + words, log: log)
            } else {
                try ChildProcess.start(ChildProcess.ownPath, words, log: log)
            }
        members[name] = Member(child: child, successor: keeps ? (place, [role] + arguments) : nil)
        return name
    }

    func signal(_ name: String, _ signal: Int32) {
        guard let member = members[name] else { return }
        if signal == SIGKILL, member.killedAt == nil { members[name]?.killedAt = Date() }
        member.child.signal(signal)
    }

    /// The id of its process.
    func pid(_ name: String) -> Int32? { members[name]?.child.pid }

    /// Looks for ended processes until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            reap()
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    private func reap() {
        for (name, member) in members where member.child.hasEnded() {
            members[name] = nil
            deaths.append(Death(process: name, at: member.killedAt ?? Date(), isOurs: member.killedAt != nil))
            if let next = member.successor, !isEnding {
                _ = try? start(next.arguments[0], next.place, Array(next.arguments.dropFirst()), keeps: true)
            }
        }
    }

    /// Kills those of a place, or all, and waits until they are gone.
    func end(_ place: String? = nil) async {
        if place == nil { isEnding = true }
        for (name, member) in members where place.map({ name.hasPrefix("\($0).") }) ?? true {
            members[name] = Member(child: member.child, successor: nil, killedAt: member.killedAt ?? Date())
            member.child.signal(SIGKILL)
        }
        while members.keys.contains(where: { name in place.map { name.hasPrefix("\($0).") } ?? true }) {
            reap()
            await Task.yield()
            usleep(1_000)
        }
        if place == nil { isEnding = false }
    }
}
