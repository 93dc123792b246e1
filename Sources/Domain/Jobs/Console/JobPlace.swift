/// Where a job stands, as people look for it: the one table that has a row for it, and the state of its outcome.
package enum JobPlace: String, Sendable, Hashable, CaseIterable {
    case ready, waiting, running, completed, cancelled, dead
}
