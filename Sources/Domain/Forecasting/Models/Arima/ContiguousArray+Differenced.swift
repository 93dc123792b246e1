extension ContiguousArray<Double> {
    /// Each value less the one `lag` steps before it; empty where there is none.
    func differenced(_ lag: Int) -> ContiguousArray<Double> {
        guard count > lag else { return [] }
        return ContiguousArray((lag..<count).map { self[$0] - self[$0 - lag] })
    }
}
