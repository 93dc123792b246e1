/// Ranks the figures of one component among each other.
struct FigureRanking {
    private let component: FigureComponent
    private let place: Int
    private let all: FigureRanks
    private let categories: [String: FigureRanks]

    /// - Parameter place: of the component among the outcomes.
    init(_ component: FigureComponent, at place: Int, in readings: [FigureReading]) {
        self.component = component
        self.place = place
        guard case .percentile = component.normaliser else {
            all = FigureRanks([])
            categories = [:]
            return
        }
        var figures: [Double] = []
        var byCategory: [String: [Double]] = [:]
        for reading in readings {
            guard let figure = reading.outcomes[place].measurement?.adjusted else { continue }
            figures.append(figure)
            if let category = reading.category { byCategory[category, default: []].append(figure) }
        }
        all = FigureRanks(figures)
        categories = byCategory.mapValues { FigureRanks($0) }
    }

    /// Puts the ranks in the place of the clamped values; does nothing for a component that is not ranked.
    func apply(to readings: inout [FigureReading]) {
        guard case .percentile(let within, let least) = component.normaliser else { return }
        for index in readings.indices {
            guard let measurement = readings[index].outcomes[place].measurement else { continue }
            let own = readings[index].category.flatMap { within == .category ? categories[$0] : nil }
            let fits = own.map { $0.count >= least } ?? false
            let ranks = fits ? own ?? all : all
            let value = component.direction.turned(ranks.percentile(of: measurement.adjusted))
            readings[index].outcomes[place] = .measured(
                FigureMeasurement(
                    figure: measurement.figure, adjusted: measurement.adjusted, value: value,
                    peers: FigurePeers(within: fits ? .category : .all, count: ranks.count)))
        }
    }
}
