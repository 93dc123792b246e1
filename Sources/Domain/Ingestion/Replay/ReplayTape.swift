import Connectors
import Foundation
import Outbound
import Synchronization

/// The tape of a run that is over, for today's reader: answers with what was answered then, in the order it was, and asks nobody.
final class ReplayTape: VisitTape {
    /// There are no more answers: the run ended here.
    struct End: Error {}

    /// An answer with what it was the answer to.
    struct Answer: Sendable {
        let record: Int
        let method: String
        let url: String
        let visit: Visit
    }

    private let more: @Sendable (_ after: Int) async throws -> [Answer]
    private let state = Mutex<(waiting: ArraySlice<Answer>, last: Int)>(([], 0))

    /// - Parameter more: the next answers after a record, none at the end.
    init(_ more: @escaping @Sendable (_ after: Int) async throws -> [Answer]) { self.more = more }

    /// The record that was answered with last.
    var lastRecord: Int { state.withLock(\.last) }

    func recorded(_ request: WebRequest) async throws -> Visit? {
        if state.withLock({ $0.waiting.isEmpty }) {
            let next = try await more(lastRecord)
            state.withLock { $0.waiting = next[...] }
        }
        let taken = state.withLock { state -> Answer? in
            guard let next = state.waiting.popFirst() else { return nil }
            state.last = next.record
            return next
        }
        guard let taken else { throw End() }
        let method = if case .post = request.kind { "POST" } else { "GET" }
        guard taken.url == request.address.description, taken.method == method else {
            throw RunTrouble(
                .wrongShape, .end,
                "today's reader asks for \(request.address.pathAndQuery) where answer \(taken.record) is to \(taken.url)"
            )
        }
        return taken.visit
    }

    func keep(_ visit: Visit, of request: WebRequest) async throws {}
}
