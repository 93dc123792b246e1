package import Jobs

/// A kind of job as the model knows it.
package struct SimulatedKind: Sendable {
    package let name: String
    package let settings: JobSettings

    package init(name: String, settings: JobSettings) {
        self.name = name
        self.settings = settings
    }
}
