/// A transaction of a handler that has locked its lease and not ended yet.
struct OpenTransaction {
    enum Purpose { case end, once }
    let job: Int
    let worker: Int
    let attempt: Int
    let purpose: Purpose
    var effectKey: String?
    /// The effect is new; false when its key was seen before.
    var isNew = true
    var statements = 1
}
