/// What at most one living job may have.
struct UniqueKey: Hashable {
    let company: String
    let key: String
}
