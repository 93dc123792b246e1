/// How a model's settled forecasts of a measure did beside the naive forecast, in one category or all.
struct ModelRecord: Sendable {
    let subject: BarredModel
    let record: DemotionRule.Record
}
