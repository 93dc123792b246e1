import Testing

@testable import Vault

@Suite struct HashingQueueTests {
    private func filled(_ jobs: Int, workers: Int = 1, limit: Int = 3) -> HashingQueue<String> {
        var queue = HashingQueue<String>(workers: workers, limit: limit)
        for number in 0..<jobs {
            let id = queue.nextID()
            #expect(queue.admit("job \(number)", id: id) == nil)
        }
        return queue
    }

    @Test func threads_and_places_are_admitted_and_one_more_is_busy() {
        var queue = filled(4)
        #expect(queue.admit("one more", id: 99) == .busy)
        #expect(queue.start() == "job 0")
        #expect(queue.admit("one more", id: 99) == .busy)
        queue.finish()
        #expect(queue.admit("one more", id: 99) == nil)
    }

    @Test func the_oldest_starts_first() {
        var queue = filled(3)
        #expect([queue.start(), queue.start(), queue.start(), queue.start()] == ["job 0", "job 1", "job 2", nil])
        #expect(queue.running == 3)
    }

    @Test func only_a_waiting_job_can_be_withdrawn_and_only_once() {
        var queue = filled(3)
        #expect(queue.withdraw(id: 2) == "job 1")
        #expect(queue.withdraw(id: 2) == nil)
        #expect(queue.start() == "job 0")
        #expect(queue.withdraw(id: 1) == nil)
        #expect(queue.start() == "job 2")
    }

    @Test func closing_gives_back_what_waits_and_admits_nothing_more() {
        var queue = filled(3)
        _ = queue.start()
        #expect(queue.close() == ["job 1", "job 2"])
        #expect(queue.waitingCount == 0)
        #expect(queue.admit("late", id: 9) == .closed)
    }

    @Test func what_is_favoured_goes_first_and_has_places_of_its_own() {
        var queue = filled(4)
        #expect(queue.admit("one more", id: 99) == .busy)
        for number in 1...4 {
            #expect(queue.admit("favoured \(number)", id: UInt64(100 + number), isFavoured: true) == nil)
        }
        #expect(queue.admit("favoured 5", id: 105, isFavoured: true) == .busy)
        #expect(queue.withdraw(id: 102) == "favoured 2")
        #expect((0..<4).map { _ in queue.start() } == ["favoured 1", "favoured 3", "favoured 4", "job 0"])
        #expect(queue.waitingCount == 3)
        #expect(queue.close().count == 3)
    }
}
