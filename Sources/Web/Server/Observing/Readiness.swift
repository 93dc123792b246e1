import API

/// Whether this process can serve people.
enum Readiness: Hashable, Sendable {
    case ready
    case failed(NotReadyAnswer.Check)
}
