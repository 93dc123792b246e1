extension ForecastState {
    package init(measure: ForecastMeasure, refusal: SeriesRefusal?, observations: Int) {
        self.measure = measure
        self.refusal = refusal
        self.observations = observations
    }
}
