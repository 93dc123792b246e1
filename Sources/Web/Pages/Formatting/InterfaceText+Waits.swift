extension InterfaceText {
    /// How long somebody has to wait who tried too often, in whole minutes, rounded up: one at least, a day at most.
    func wait(seconds: Int, one: TextKey, other: TextKey) -> String {
        count(max(1, (min(seconds, 86_400) + 59) / 60), one: one, other: other)
    }
}
