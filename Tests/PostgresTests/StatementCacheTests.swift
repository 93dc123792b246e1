import Testing

@testable import Postgres

private func key(_ text: String) -> StatementCache.Key { .init(text: text, types: []) }

@Test func a_statement_is_prepared_once() {
    var cache = StatementCache(capacity: 2)
    #expect(cache.lookup(key("a")) == .prepare(name: "t1", evicted: nil))
    #expect(cache.lookup(key("a")) == .prepared(name: "t1"))
}

@Test func the_least_recently_used_statement_goes_first() {
    var cache = StatementCache(capacity: 2)
    _ = cache.lookup(key("a"))
    _ = cache.lookup(key("b"))
    _ = cache.lookup(key("a"))
    #expect(cache.lookup(key("c")) == .prepare(name: "t3", evicted: "t2"))
    #expect(cache.count == 2)
}

@Test func the_same_text_with_other_types_is_another_statement() {
    var cache = StatementCache()
    _ = cache.lookup(.init(text: "a", types: [.int8]))
    #expect(cache.lookup(.init(text: "a", types: [.text])) == .prepare(name: "t2", evicted: nil))
}

@Test func names_are_never_used_twice() {
    var cache = StatementCache()
    _ = cache.lookup(key("a"))
    cache.removeAll()
    #expect(cache.lookup(key("a")) == .prepare(name: "t2", evicted: nil))
}

@Test func back_off_grows_is_capped_and_is_jittered() {
    let backoff = Backoff(base: .milliseconds(100), cap: .seconds(3))
    #expect(backoff.delay(afterFailures: 1, fraction: 1) == .milliseconds(100))
    #expect(backoff.delay(afterFailures: 4, fraction: 1) == .milliseconds(800))
    #expect(backoff.delay(afterFailures: 400, fraction: 1) == .seconds(3))
    #expect(backoff.delay(afterFailures: 4, fraction: 0) == .zero)
    #expect(backoff.delay(afterFailures: 4, fraction: 0.5) == .milliseconds(400))
}
