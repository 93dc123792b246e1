import Testing

@testable import Vault

@Suite struct HashingQueueTests {
    private let now = ContinuousClock.now

    private func filled(_ jobs: Int, workers: Int = 1, limit: Int = 3, spares: Int = 0) -> HashingQueue<String> {
        var queue = HashingQueue<String>(workers: workers, spares: spares, limit: limit)
        for number in 0..<jobs {
            let id = queue.nextID()
            #expect(queue.admit("job \(number)", id: id, at: now) == nil)
        }
        return queue
    }

    @Test func threads_and_places_are_admitted_and_one_more_is_busy() {
        var queue = filled(4)
        #expect(queue.admit("one more", id: 99, at: now) == .busy)
        #expect(queue.start(at: now) == "job 0")
        #expect(queue.admit("one more", id: 99, at: now) == .busy)
        queue.finish()
        #expect(queue.admit("one more", id: 99, at: now) == nil)
    }

    @Test func the_oldest_starts_first() {
        var queue = filled(3)
        #expect(
            [queue.start(at: now), queue.start(at: now), queue.start(at: now), queue.start(at: now)] == [
                "job 0", "job 1", "job 2", nil,
            ])
        #expect(queue.running == 3)
    }

    @Test func only_a_waiting_job_can_be_withdrawn_and_only_once() {
        var queue = filled(3)
        #expect(queue.withdraw(id: 2) == "job 1")
        #expect(queue.withdraw(id: 2) == nil)
        #expect(queue.start(at: now) == "job 0")
        #expect(queue.withdraw(id: 1) == nil)
        #expect(queue.start(at: now) == "job 2")
    }

    @Test func closing_gives_back_what_waits_and_admits_nothing_more() {
        var queue = filled(3)
        _ = queue.start(at: now)
        #expect(queue.close() == ["job 1", "job 2"])
        #expect(queue.waitingCount == 0)
        #expect(queue.admit("late", id: 9, at: now) == .closed)
    }

    @Test func what_is_favoured_goes_first_and_has_places_of_its_own() {
        var queue = filled(4)
        #expect(queue.admit("one more", id: 99, at: now) == .busy)
        for number in 1...4 {
            #expect(queue.admit("favoured \(number)", id: UInt64(100 + number), isFavoured: true, at: now) == nil)
        }
        #expect(queue.admit("favoured 5", id: 105, isFavoured: true, at: now) == .busy)
        #expect(queue.withdraw(id: 102) == "favoured 2")
        #expect((0..<4).map { _ in queue.start(at: now) } == ["favoured 1", "favoured 3", "favoured 4", "job 0"])
        #expect(queue.waitingCount == 3)
        #expect(queue.close().count == 3)
    }

    @Test func a_flood_is_for_spare_threads_and_those_who_are_favoured_do_not_wait_for_it() {
        var queue = filled(4, limit: 4, spares: 1)
        #expect(queue.isFlooded)
        #expect(queue.start(at: now) == nil)
        #expect(queue.admit("favoured", id: 99, isFavoured: true, at: now) == nil)
        #expect(queue.start(onSpare: true, at: now) == "job 0")
        #expect(queue.start(at: now) == "favoured")
        // Three wait, which is more than half of four places; with two it is none any more.
        #expect(queue.start(onSpare: true, at: now) == "job 1")
        #expect(queue.start(onSpare: true, at: now) == nil)
        #expect(queue.start(at: now) == "job 2")
    }

    @Test func ordinary_threads_help_who_waits_too_long_for_a_spare_one() {
        var queue = filled(4, limit: 4, spares: 1)
        #expect(queue.start(at: now + .seconds(1)) == nil)
        #expect(queue.start(at: now + .milliseconds(1_001)) == "job 0")
    }

    @Test func without_spare_threads_a_flood_is_for_the_ordinary_ones() {
        var queue = filled(4, limit: 4)
        #expect(!queue.isFlooded)
        #expect(queue.start(at: now) == "job 0")
    }
}
