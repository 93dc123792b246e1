/// Every model of a history alone by its name.
package enum ModelRegistry {
    package static let all: [ModelListing] = [
        ModelListing(Naive(), "the last observation, repeated"),
        ModelListing(SeasonalNaive(), "the last season, repeated"),
        ModelListing(Drift(), "the line from the first observation to the last, continued"),
        ModelListing(WindowAverage(), "the mean of the last season"),
        ModelListing(SeasonalWindowAverage(), "the mean of the last four observations of the same phase"),
        ModelListing(Naive2(), "the last observation with the season put back where there is one (M4, 2020)"),
        ModelListing(AutoEts(), "exponential smoothing chosen by AICc (Hyndman, Koehler, Ord and Snyder, 2008)"),
        ModelListing(AveragedEts(), "its forms averaged by how likely each is (Kolassa, 2011)"),
        ModelListing(AutoCes(), "complex exponential smoothing (Svetunkov, Kourentzes and Ord, 2022)"),
        ModelListing(Theta(.standard), "half smoothing, half a line (Assimakopoulos and Nikolopoulos, 2000)"),
        ModelListing(Theta(.optimised), "smoothing and a line in the best shares (Fiorucci et al., 2016)"),
        ModelListing(Theta(.dynamicOptimised), "the same, the line being that of each step's own past (2016)"),
        ModelListing(AutoArima(), "seasonal ARIMA, orders by stepwise AICc (Hyndman and Khandakar, 2008)"),
        ModelListing(AutoArima(long: true), "the same at a longer season: 52 where none is stated, 168 for 24"),
        ModelListing(Croston(corrected: false), "size over interval of demands (Croston, 1972)"),
        ModelListing(Croston(corrected: true), "size over interval, less its bias (Syntetos and Boylan, 2005)"),
        ModelListing(Tsb(), "size times probability of demands (Teunter, Syntetos and Babai, 2011)"),
        ModelListing(Aggregation(multiple: false), "smoothing of sums over one interval (Nikolopoulos et al., 2011)"),
        ModelListing(Aggregation(multiple: true), "mean of that over every span (Petropoulos and Kourentzes, 2015)"),
        ModelListing(HarmonicSeason(AutoEts()), "ets beside waves of a longer period (Young, Pedregal and Tych, 1999)"),
        ModelListing(HarmonicSeason(AutoCes()), "ces beside waves of a longer period"),
        ModelListing(HarmonicSeason(AutoArima()), "arima beside waves of a longer period"),
        ModelListing(HarmonicSeason(Theta(.dynamicOptimised)), "dynamic theta beside waves of a longer period"),
    ]

    package static func model(named name: String) -> (any ForecastModel)? {
        all.first { $0.name == name }?.model
    }
}
