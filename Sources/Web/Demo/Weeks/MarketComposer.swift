import Catalog

/// Composes what every place of a company says in every week.
struct MarketComposer {
    let seed: UInt64
    let company: DemoCompany
    /// The month (1…12) of each week.
    let months: [Int]
    /// The year wines of the current harvest are sold in.
    let year: Int

    /// The listings of each source, in the order of `company.sources`.
    func listings() -> [[DemoListing]] {
        var shelves = [[DemoListing]](repeating: [], count: company.sources.count)
        for product in ProductComposer(seed: seed, year: year).products(of: company.lines) {
            var generator = SeededGenerator(seed: seed, path: 2, UInt64(product.number))
            let steps = PricePlan.steps(weeks: months.count, &generator)
            let possible = company.sources.indices.filter { company.sources[$0].couldCarry(product) }
            for carriage in Carriage.plan(product, among: possible, weeks: months.count, &generator) {
                shelves[carriage.source].append(listing(product, carriage, steps))
            }
        }
        return shelves
    }

    private func listing(
        _ product: DemoProduct, _ carriage: Carriage, _ steps: [(week: Int, percent: Int)]
    ) -> DemoListing {
        let source = company.sources[carriage.source]
        var generator = SeededGenerator(seed: seed, path: 3, UInt64(product.number), UInt64(carriage.source))
        let prices = PricePlan(
            product, units: source.shops > 0 ? product.package.perPack : 1, brandSteps: steps, margin: source.margin,
            charm: source.shops > 0, weeks: months.count, &generator)
        let stock = StockPlan(
            product, carriage: carriage.weeks, prices: prices, months: months, shops: source.shops, &generator)
        let salt = source.slug.utf8.reduce(0) { $0 + Int($1) } % 1000
        let template = RowTemplate(
            product, key: source.keys.key(of: product, salt: salt),
            name: source.naming.name(of: product, &generator), layout: source.layout)
        let states = months.indices.map { week in
            WeekState(
                regular: prices.regular[week], price: prices.price[week], stock: stock.stock[week],
                stores: stock.stores[week])
        }
        return DemoListing(product: product, carriage: carriage.weeks, template: template, states: states)
    }
}
