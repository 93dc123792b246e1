/// How workers hear of new work: a notification per enqueueing statement, carrying the queue's name and nothing of anybody's.
package enum JobSignal {
    package static let channel = "tidemark_jobs"
}
