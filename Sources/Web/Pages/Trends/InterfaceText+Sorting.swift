import Routes

extension InterfaceText {
    /// "highest score first".
    func words(for query: TrendsQuery) -> String {
        switch (query.sort, query.order) {
        case (.score, .descending): self[.orderScoreDown]
        case (.score, .ascending): self[.orderScoreUp]
        case (.momentum, .descending): self[.orderMomentumDown]
        case (.momentum, .ascending): self[.orderMomentumUp]
        case (.name, .ascending): self[.orderNameUp]
        case (.name, .descending): self[.orderNameDown]
        case (.price, .ascending): self[.orderPriceUp]
        case (.price, .descending): self[.orderPriceDown]
        case (.sources, .descending): self[.orderSourcesDown]
        case (.sources, .ascending): self[.orderSourcesUp]
        }
    }
}
