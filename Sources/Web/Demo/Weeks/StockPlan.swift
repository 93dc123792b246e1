import Catalog

/// Stock of one product at one place over the weeks: sold, reordered, sometimes sold out.
struct StockPlan {
    let stock: [Int]
    let stores: [Int]

    /// - Parameters:
    ///   - months: the month of each week, 1…12.
    ///   - shops: how many shops the place has.
    init(
        _ product: DemoProduct, carriage: Range<Int>, prices: PricePlan, months: [Int], shops: Int,
        _ generator: inout SeededGenerator
    ) {
        let weeks = months.count
        let scale = Self.scale(of: product, isShop: shops > 0)
        let base = (4 + Double(product.popularity) * generator.real(0.3, 0.9)) * scale
        var stock = Int(base * generator.real(4, 8))
        var stocks = [Int](repeating: 0, count: weeks)
        var stores = stocks
        let supply = product.story == .rising ? 70 : 80
        let (below, order) = product.story.reorder
        for week in carriage {
            var season = product.drink.season(month: months[week])
            if product.story == .seasonal { season = max(0.2, 1 + (season - 1) * 2) }
            let trend = product.story.demand(week: week, of: weeks, age: week - carriage.lowerBound)
            let cut = 1 - Double(prices.price[week]) / Double(prices.regular[week])
            let wanted = base * season * trend * (1 + 2.5 * cut)
            stock = max(0, stock - Int(wanted * generator.real(0.7, 1.3)))
            let last = carriage.upperBound < weeks && week >= carriage.upperBound - 5
            if !last, Double(stock) < wanted * below, generator.chance(supply) {
                stock += Int(wanted * generator.real(order.lowerBound, order.upperBound)) + 1
            }
            stocks[week] = stock
            let filled = min(Double(shops), Double(stock) / (2 * scale))
            stores[week] = stock == 0 ? 0 : max(1, Int(filled * generator.real(0.8, 1)))
        }
        self.stock = stocks
        self.stores = stores
    }

    /// How many sales units of a kind are bought where one bottle of wine would be: cans by the tray, kegs seldom.
    private static func scale(of product: DemoProduct, isShop: Bool) -> Double {
        if product.package.container == .keg { return 0.2 }
        return product.drink.isPacked ? (isShop ? 1.5 : 6) : 1
    }
}
