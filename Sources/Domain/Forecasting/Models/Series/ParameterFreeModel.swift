/// A model that estimates nothing: fitting it is running it.
package protocol ParameterFreeModel: ForecastModel, SettledParameters {}

extension ParameterFreeModel {
    package func fit(_ history: History) -> (any FittedModel)? {
        ScaledSeries(history).flatMap { SettledFit(self, over: $0) }
    }
}
