/// What a line of a track record is about.
package struct TrackRecordKey: Sendable, Hashable {
    package let kind: ForecastKind
    package let measure: ForecastMeasure
    /// Of prices alone: errors of different currencies are never added up.
    package let currency: String?
    /// Days ahead.
    package let view: Int
    /// nil for all models.
    package let model: String?
    /// nil for all categories.
    package let category: String?
}
