/// Where a process waits for something: the asynchronous steps of workers, handlers, housekeepers and enqueuers. Each is a
/// request, what the database makes of it, and an answer; between any two of them anything may go wrong.
package enum AwaitPoint: UInt8, Sendable, Hashable, CaseIterable {
    case register, claim, settle, renew, look, leave
    case handlerSleep, handlerBegin, handlerEffects, handlerCommit, onceBegin, onceCommit
    case promote, schedulesRead, schedulesTurn, rescue
    case enqueue, decide
}
