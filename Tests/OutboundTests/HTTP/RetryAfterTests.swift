import HTTPTypes
import Outbound
import Testing

@Suite struct RetryAfterTests {
    private static let now = 1_790_863_500

    @Test(arguments: [
        ("120", 120), ("0", 0), ("99999999999999999999", 315_360_000), ("Thu, 01 Oct 2026 14:05:11 GMT", 11),
        ("Thu, 01 Oct 2026 14:00:00 GMT", 0), ("Thursday, 01-Oct-26 14:05:11 GMT", 11),
        ("Thu Oct  1 14:05:11 2026", 11),
    ])
    func both_forms_are_read_by_the_servers_own_clock(text: String, seconds: Int) {
        let fields: HTTPFields = [.retryAfter: text, .date: "Thu, 01 Oct 2026 14:05:00 GMT"]
        #expect(RetryAfter.seconds(fields, now: 0) == seconds)
    }

    @Test func without_a_date_our_clock_counts() {
        #expect(RetryAfter.seconds([.retryAfter: "Thu, 01 Oct 2026 14:05:11 GMT"], now: Self.now) == 11)
    }

    @Test(arguments: ["", "soon", "-1", "1.5", "12 s"]) func anything_else_says_nothing(text: String) {
        #expect(RetryAfter.seconds([.retryAfter: text], now: Self.now) == nil)
        #expect(RetryAfter.seconds([:], now: Self.now) == nil)
    }
}
