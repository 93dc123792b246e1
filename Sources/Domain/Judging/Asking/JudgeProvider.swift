/// Somebody who can be asked about pairs.
package protocol JudgeProvider: Sendable {
    /// As the settings call it.
    var model: String { get }
    var price: TokenPrice { get }

    /// The most tokens that a request with this question can use.
    func most(_ question: JudgeQuestion) -> TokenUsage

    /// Asks once. What goes wrong at the other side is part of the reply.
    /// - Throws: `CancellationError` alone.
    func ask(_ question: JudgeQuestion) async throws -> JudgeReply
}
