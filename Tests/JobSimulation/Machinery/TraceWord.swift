/// What a line of a trace is about.
package enum TraceWord: UInt8, Sendable, Hashable {
    case asks, commits, answered, failed, starts, cancels, ends, settles, lost, leaves, fault, resumes, boots, calm
    case enqueued, decided
}
