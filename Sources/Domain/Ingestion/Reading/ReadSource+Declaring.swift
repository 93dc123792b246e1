package import Jobs

extension ReadSource {
    /// Makes the kind known to a process that adds such jobs and does not do them.
    package static func declare(in registry: inout JobRegistry) {
        registry.register(ReadSource.self) { _, _ in
            throw JobControl.snooze(.seconds(60))
        }
    }
}
