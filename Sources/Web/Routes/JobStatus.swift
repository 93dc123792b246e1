/// Where a job stands, with its spelling in a URL.
package enum JobStatus: String, CaseIterable, Hashable, Sendable {
    case ready, waiting, running, dead, cancelled, completed
}
