package import Jobs

extension SendMail {
    /// Tells a process that sends no mail what the kind is like, for its console.
    package static func declare(in registry: inout JobRegistry) {
        registry.register(SendMail.self) { _, _ in
            throw JobControl.retry(after: .seconds(60), reason: "this process sends no mail")
        }
    }
}
