import CLibcurl
import Glibc
import Vault

/// Files in a bucket of an S3-compatible store, at path-style addresses, signed by SigV4 through libcurl. The one place that speaks to
/// such a store. What is sent and received never is in memory as a whole.
package struct ObjectStore: Sendable {
    package let bucket: ObjectBucket
    private let limits: ObjectLimits
    private let thread: TransferThread
    private let sleep: @Sendable (Duration) async throws -> Void
    private let random: @Sendable (ClosedRange<Double>) -> Double

    /// - Parameter random: draws evenly from a range.
    package init(
        bucket: ObjectBucket, limits: ObjectLimits = ObjectLimits(),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
    ) {
        self.bucket = bucket
        self.limits = limits
        self.sleep = sleep
        self.random = random
        // Reading and writing files holds this thread up, so it is nobody else's.
        thread = TransferThread(name: "objects", mostAtOnce: 4)
    }

    /// Puts a file there, whole or not at all. What was there under its key is replaced.
    ///
    /// - Parameter hash: the SHA-256 of the file. The store keeps nothing else under it.
    /// - Throws: `ObjectFailure`; `CancellationError` when the task is cancelled, after which the object may be there.
    package func put(_ file: String, at key: String, hash: [UInt8]) async throws {
        let source = try SentFile(path: file)
        guard source.count <= limits.fileBytes else {
            throw ObjectFailure.tooLarge(source.count, most: limits.fileBytes)
        }
        _ = try await ask(.put(source, hash: hash), for: key)
    }

    /// Gets an object into a file, which is there only if it is the one that was put there.
    ///
    /// - Parameters:
    ///   - size: bytes it has; more are not taken.
    ///   - hash: its SHA-256.
    /// - Throws: `ObjectFailure`; `CancellationError` when the task is cancelled.
    package func get(_ key: String, to file: String, size: Int, hash: [UInt8]) async throws {
        do {
            let answer = try await ask(.get(file: file, size: size), for: key)
            guard answer.hash == hash else { throw ObjectFailure.altered }
        } catch {
            unlink(file)
            throw error
        }
    }

    /// Removes an object; one that is not there is fine.
    /// - Throws: `ObjectFailure`; `CancellationError` when the task is cancelled, after which it may be gone.
    package func delete(_ key: String) async throws {
        do { _ = try await ask(.delete, for: key) } catch ObjectFailure.missing {}
    }

    /// Bytes of an object; nil when it is not there.
    /// - Throws: `ObjectFailure`; `CancellationError` when the task is cancelled.
    package func size(of key: String) async throws -> Int? {
        do {
            guard let length = try await ask(.size, for: key).length else { throw ObjectFailure.web(.malformed) }
            return length
        } catch ObjectFailure.missing { return nil }
    }

    // MARK: - One request

    /// Asks as often as it should. All four may be asked again: they come to the same, however often they are done.
    private func ask(_ request: ObjectRequest, for key: String) async throws -> ObjectAnswer {
        let path = try ObjectPath(bucket: bucket.name, prefix: bucket.prefix, key: key)
        var tries = 1
        while true {
            try Task.checkCancellation()
            let exchange = ObjectExchange(reach: bucket.reach, target: try request.target())
            let end = await thread.perform(exchange) { handle in
                prepare(handle, path)
                request.prepare(handle)
            }
            try Task.checkCancellation()
            do throws(ObjectFailure) {
                return try exchange.result(end)
            } catch {
                guard error.isTransient, tries < limits.mostTries else { throw error }
            }
            let most = min(limits.longestWait, limits.firstWait * Double(1 << (tries - 1)))
            let asked = min(limits.longestWait, Double(exchange.patience ?? 0))
            tries += 1
            try await sleep(.seconds(max(random(0...most), asked)))
        }
    }

    private func prepare(_ handle: EasyHandle, _ path: ObjectPath) {
        handle.set(CURLOPT_PROTOCOLS_STR, bucket.endpoint.scheme)
        handle.set(CURLOPT_URL, bucket.endpoint.at(path.text).description)
        handle.set(CURLOPT_PATH_AS_IS, 1)
        // A signature is for one place; whoever is sent on has the wrong endpoint.
        handle.set(CURLOPT_FOLLOWLOCATION, 0)
        handle.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        handle.set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = bucket.certificates { handle.set(CURLOPT_CAINFO, file) }
        handle.set(milliseconds: CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        handle.set(milliseconds: CURLOPT_TIMEOUT_MS, limits.total)
        handle.set(CURLOPT_LOW_SPEED_LIMIT, limits.stallBytes)
        handle.set(seconds: CURLOPT_LOW_SPEED_TIME, limits.stall)
        handle.set(CURLOPT_AWS_SIGV4, "aws:amz:\(bucket.region):s3")
        handle.set(CURLOPT_USERNAME, bucket.keyID.reveal())
        handle.set(CURLOPT_PASSWORD, secret: bucket.secret)
    }
}
