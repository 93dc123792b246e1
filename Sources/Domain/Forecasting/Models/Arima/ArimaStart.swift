/// Where a search ended, for orders alike to begin from.
struct ArimaStart {
    private var autoregressive = ContiguousArray<Double>()
    private var movingAverage = ContiguousArray<Double>()
    private var seasonalAutoregressive = ContiguousArray<Double>()
    private var seasonalMovingAverage = ContiguousArray<Double>()
    private(set) var mean: Double?

    init() {}

    init(_ order: ArimaOrder, _ point: ContiguousArray<Double>) {
        var next = 0
        func take(_ count: Int) -> ContiguousArray<Double> {
            defer { next += count }
            return ContiguousArray(point[next..<next + count])
        }
        autoregressive = take(order.autoregressive)
        movingAverage = take(order.movingAverage)
        seasonalAutoregressive = take(order.seasonalAutoregressive)
        seasonalMovingAverage = take(order.seasonalMovingAverage)
        mean = order.hasConstant ? point[next] : nil
    }

    /// Terms an order asks for of each sort, and what is known of them.
    func partials(_ order: ArimaOrder) -> [(Int, ContiguousArray<Double>)] {
        [
            (order.autoregressive, autoregressive), (order.movingAverage, movingAverage),
            (order.seasonalAutoregressive, seasonalAutoregressive),
            (order.seasonalMovingAverage, seasonalMovingAverage),
        ]
    }
}
