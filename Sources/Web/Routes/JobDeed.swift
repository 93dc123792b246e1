/// What a person does with jobs, with its spelling in forms and URLs.
package enum JobDeed: String, CaseIterable, Hashable, Sendable {
    case cancel, replay, discard, pause, resume, enqueue
}
