/// A model as the registry lists it.
package struct ModelListing: Sendable {
    package let model: any ForecastModel
    /// What it does, in words, and who published it.
    package let summary: String

    package var name: String { model.name }

    package init(_ model: any ForecastModel, _ summary: String) {
        self.model = model
        self.summary = summary
    }
}
