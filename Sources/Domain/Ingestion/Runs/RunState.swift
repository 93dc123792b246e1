/// What became of a run. Twin of the check on `scrape_runs.state` (parity test).
package enum RunState: String, Sendable, Hashable, CaseIterable {
    /// Its pages are being read, now or by the next attempt.
    case running
    /// All of it was taken over.
    case applied
    /// It ended before its end; what had been read until then was taken over.
    case partial
    /// It looks wrong, and waits for a person. Nothing of it was taken over.
    case held
    /// A person, or a later run, has done without it.
    case discarded
    /// Nothing was read.
    case failed
}
