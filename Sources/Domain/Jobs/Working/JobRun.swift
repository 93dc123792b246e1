import Foundation

/// One attempt: the handler against its time limit.
enum JobRun {
    private enum Ended: Sendable { case handler, limit }

    /// - Returns: whether the job was ended in the transaction of its effects; or why the attempt failed.
    static func run(_ entry: JobRegistry.Entry, _ context: JobContext) async -> Result<Bool, any Error> {
        do {
            try await withThrowingTaskGroup(of: Ended.self) { group in
                group.addTask {
                    try await entry.run(context)
                    return .handler
                }
                group.addTask {
                    try? await Task.sleep(for: entry.settings.timeLimit)
                    // Cancelled from outside, what the handler makes of it counts: it may have been about to end well.
                    guard !Task.isCancelled else { return .limit }
                    throw JobTimeout()
                }
                defer { group.cancelAll() }
                while let ended = try await group.next(), ended == .limit {}
            }
            return .success(context.ending.isSettled)
        } catch {
            return context.ending.isSettled ? .success(true) : .failure(error)
        }
    }
}
