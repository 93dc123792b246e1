/// What one place says about one product in one week.
struct WeekState: Sendable {
    /// Price of what the place sells singly (a bottle, a keg, in shops a six-pack) before reductions, minor units.
    let regular: Int
    /// Its price now, minor units.
    let price: Int
    /// How many of them are in stock.
    let stock: Int
    /// Shops that have it.
    let stores: Int
}
