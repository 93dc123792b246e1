import Jobs
import ServiceLifecycle

/// Looks for silent workers more often than the housekeeper, for drills whose leases are short.
struct FrequentRescue: Service {
    let store: JobStore
    let pause: Duration

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                _ = try? await store.rescue()
                _ = try? await store.promote()
                try? await Task.sleep(for: pause)
            }
        }
    }
}
