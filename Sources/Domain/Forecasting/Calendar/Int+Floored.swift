extension Int {
    /// The quotient rounded towards minus infinity; `/` rounds towards zero. `divisor` is positive.
    func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
