/// What transforms look things up in.
struct TransformEnvironment {
    var tables: [String: ValueTable] = [:]
    var lookups: [String: LookupTable] = [:]
}
