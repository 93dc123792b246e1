package import Outbound

/// Keeps what a source answered before a connector reads it, and answers from what was kept: so that a run goes on where it broke off
/// without asking twice, and the past can be read anew.
package protocol VisitTape: Sendable {
    /// What was answered to this request already; nil to ask the source.
    /// - Throws: whatever keeps a request from being made at all.
    func recorded(_ request: WebRequest) async throws -> Visit?

    /// Keeps an answer. Returns once it cannot be lost.
    func keep(_ visit: Visit, of request: WebRequest) async throws
}
