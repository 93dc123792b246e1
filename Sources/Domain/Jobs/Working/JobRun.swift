import Foundation

/// One attempt: the handler against its time limit.
enum JobRun {
    /// - Returns: whether the job was ended in the transaction of its effects; or why the attempt failed.
    static func run(_ entry: JobRegistry.Entry, _ context: JobContext) async -> Result<Bool, any Error> {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await entry.run(context) }
                group.addTask {
                    try await Task.sleep(for: entry.settings.timeLimit)
                    throw JobTimeout()
                }
                defer { group.cancelAll() }
                try await group.next()
            }
            return .success(context.ending.isSettled)
        } catch {
            return context.ending.isSettled ? .success(true) : .failure(error)
        }
    }
}
