import Dispatch
import Testing

@testable import Vault

@Suite(.timeLimit(.minutes(1))) struct HashingPoolTests {
    private let hasher: PasswordHasher

    init() throws {
        hasher = PasswordHasher(parameters: try #require(HashingParameters(memoryKiB: 64, passes: 1, lanes: 1)))
    }

    /// Holds the only thread of `pool` until the semaphore is signalled.
    private func occupy(_ pool: HashingPool, until gate: DispatchSemaphore) async -> Task<Int, any Error> {
        let task = Task {
            try await pool.perform { () throws(HashingError) in
                gate.wait(); return 1
            }
        }
        while pool.load.running == 0 { await Task.yield() }
        return task
    }

    private func wait(for pool: HashingPool, waiting: Int) async {
        while pool.load.waiting != waiting { await Task.yield() }
    }

    @Test func a_password_is_hashed_and_checked() async throws {
        let pool = HashingPool(hasher: hasher)
        let password = try Password("twelve chars")
        let encoded = try await pool.hash(password)
        #expect(try await pool.verify(password, against: encoded))
        #expect(try await !pool.verify(Password("other"), against: encoded))
        #expect(try await !pool.verify(password, against: nil))
        #expect(!pool.needsRehash(encoded))
        await #expect(throws: HashingError.malformedHash) { try await pool.verify(password, against: "nonsense") }
    }

    @Test func the_seventeenth_waiting_check_is_busy_and_the_sixteen_are_answered() async throws {
        let pool = HashingPool(hasher: hasher, workers: 1, spares: 0)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(pool, until: gate)
        let password = try Password("twelve chars")
        let waiting = (0..<16).map { _ in Task { try await pool.verify(password, against: nil) } }
        await wait(for: pool, waiting: 16)
        await #expect(throws: HashingError.busy) { try await pool.verify(password, against: nil) }
        #expect(pool.load.waiting == 16 && pool.load.refused == 1)
        gate.signal()
        #expect(try await first.value == 1)
        for task in waiting { #expect(try await !task.value) }
        #expect(try await !pool.verify(password, against: nil))
    }

    @Test func a_waiting_check_leaves_when_its_task_is_cancelled_and_makes_room() async throws {
        let pool = HashingPool(hasher: hasher, workers: 1, spares: 0, queueLimit: 1)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(pool, until: gate)
        let password = try Password("twelve chars")
        let second = Task { try await pool.verify(password, against: nil) }
        await wait(for: pool, waiting: 1)
        second.cancel()
        await #expect(throws: HashingError.cancelled) { try await second.value }
        let third = Task { try await pool.verify(password, against: nil) }
        await wait(for: pool, waiting: 1)
        gate.signal()
        #expect(try await first.value == 1)
        #expect(try await !third.value)
    }

    @Test func a_task_cancelled_beforehand_does_not_wait() async throws {
        let pool = HashingPool(hasher: hasher, workers: 1, spares: 0)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(pool, until: gate)
        let password = try Password("twelve chars")
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await pool.verify(password, against: nil)
        }
        await #expect(throws: HashingError.cancelled) { try await late.value }
        #expect(pool.load.waiting == 0)
        gate.signal()
        #expect(try await first.value == 1)
    }

    @Test func closing_refuses_what_waits_and_what_comes() async throws {
        let pool = HashingPool(hasher: hasher, workers: 1, spares: 0)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(pool, until: gate)
        let password = try Password("twelve chars")
        let second = Task { try await pool.verify(password, against: nil) }
        await wait(for: pool, waiting: 1)
        pool.close()
        await #expect(throws: HashingError.closed) { try await second.value }
        await #expect(throws: HashingError.closed) { try await pool.hash(password) }
        gate.signal()
        #expect(try await first.value == 1)
    }

    @Test func many_checks_at_once_each_get_their_own_answer() async throws {
        let pool = HashingPool(hasher: hasher, workers: 3, queueLimit: 1000)
        let hashes = try (0..<20).map { try hasher.hash(Password("password \($0)")) }
        let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let password = try Password("password \(number % 20)")
                    let other = number % 3 == 0
                    let encoded = hashes[other ? (number + 1) % 20 : number % 20]
                    return try await pool.verify(password, against: encoded) == other
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong == 0)
        #expect(pool.load == (0, 0, 0))
    }

    @Test func a_flood_is_worked_off_while_the_ordinary_thread_is_held() async throws {
        let pool = HashingPool(hasher: hasher, workers: 1, spares: 1, queueLimit: 4)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(pool, until: gate)
        let password = try Password("twelve chars")
        let strangers = (0..<3).map { _ in Task { try await pool.verify(password, against: nil) } }
        // Three of four places are a flood; two are not, and wait for the ordinary thread.
        await wait(for: pool, waiting: 2)
        while pool.load.running != 1 { await Task.yield() }
        let favoured = Task { try await pool.verify(password, against: nil, isFavoured: true) }
        await wait(for: pool, waiting: 3)
        gate.signal()
        #expect(try await first.value == 1)
        #expect(try await !favoured.value)
        for task in strangers { #expect(try await !task.value) }
        #expect(pool.load == (0, 0, 0))
    }
}
