import CEpoll
import CLibpq
import Glibc

extension Connection {
    /// `COPY … FROM STDIN`, fed from a sequence of chunks in COPY's own format. Nothing is kept when it fails.
    ///
    /// Not for tables under row-level security: PostgreSQL refuses COPY FROM there.
    /// - Returns: rows copied.
    package func copyIn<Chunks: AsyncSequence & Sendable>(
        _ sql: SQL, from chunks: Chunks, file: StaticString = #fileID, line: UInt = #line
    ) async throws -> Int where Chunks.Element == [UInt8] {
        let site = CallSite(file: "\(file)", line: line)
        return try await exclusively {
            try await beginCopy(sql, expecting: PGRES_COPY_IN, site: site)
            do {
                for try await chunk in chunks { try await putCopy(chunk) }
            } catch {
                _ = try? await endCopy(reason: "the source failed", site: site)
                throw error
            }
            return try await endCopy(reason: nil, site: site)
        }
    }

    /// `COPY … TO STDOUT`, handed over chunk by chunk as it arrives; the server waits while `consume` does.
    package func copyOut(
        _ sql: SQL, file: StaticString = #fileID, line: UInt = #line, to consume: ([UInt8]) async throws -> Void
    ) async throws {
        let site = CallSite(file: "\(file)", line: line)
        try await exclusively {
            try await beginCopy(sql, expecting: PGRES_COPY_OUT, site: site)
            do {
                while let chunk = try await getCopy() { try await consume(chunk) }
            } catch {
                cancelHandle.begin()
                cancelHandle.cancel()
                _ = await cancelHandle.end()
                while (try? await getCopy()) ?? nil != nil {}
                _ = try? await finishCopy(site: site)
                throw error
            }
            _ = try await finishCopy(site: site)
        }
    }

    private func beginCopy(_ sql: SQL, expecting status: ExecStatusType, site: CallSite) async throws {
        guard PQexitPipelineMode(handle) == 1 else { throw lost() }
        guard PQsendQuery(handle, sql.text) == 1 else { throw lost() }
        try await flush(until: nil)
        guard let result = try await next(until: nil) else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == status else {
            let failure = error(of: result, statement: sql.text, site: site)
            while let rest = try await next(until: nil) { PQclear(rest) }
            PQenterPipelineMode(handle)
            throw failure
        }
    }

    private func putCopy(_ chunk: [UInt8]) async throws {
        while true {
            let outcome = chunk.withUnsafeBytes { bytes in
                PQputCopyData(
                    handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
            }
            if outcome == 1 { break }
            guard outcome == 0 else { throw lost() }
            try await waitForServer(events: EPOLLOUT.rawValue, until: nil)
        }
        try await flush(until: nil)
    }

    private func endCopy(reason: String?, site: CallSite) async throws -> Int {
        while true {
            let outcome = PQputCopyEnd(handle, reason)
            if outcome == 1 { break }
            guard outcome == 0 else { throw lost() }
            try await waitForServer(events: EPOLLOUT.rawValue, until: nil)
        }
        try await flush(until: nil)
        return try await finishCopy(site: site)
    }

    private func getCopy() async throws -> [UInt8]? {
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(handle, &buffer, 1)
            if length > 0, let buffer {
                defer { PQfreemem(buffer) }
                return Array(UnsafeRawBufferPointer(start: buffer, count: Int(length)))
            }
            if length == 0 {
                try await waitForServer(events: EPOLLIN.rawValue, until: nil)
                guard PQconsumeInput(handle) == 1 else { throw lost() }
                continue
            }
            return nil
        }
    }

    private func finishCopy(site: CallSite) async throws -> Int {
        var failure: DatabaseError?
        var rows = 0
        while let result = try await next(until: nil) {
            if PQresultStatus(result) == PGRES_COMMAND_OK {
                rows = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
            } else if failure == nil {
                failure = error(of: result, statement: nil, site: site)
            }
            PQclear(result)
        }
        PQenterPipelineMode(handle)
        if let failure { throw failure }
        return rows
    }

    /// Runs a script of several statements, as migrations are; no parameters. The script may hold its own BEGIN.
    package func runScript(_ script: String, file: StaticString = #fileID, line: UInt = #line) async throws {
        let site = CallSite(file: "\(file)", line: line)
        try await exclusively {
            guard PQexitPipelineMode(handle) == 1 else { throw lost() }
            defer { PQenterPipelineMode(handle) }
            guard PQsendQuery(handle, script) == 1 else { throw lost() }
            try await flush(until: nil)
            var failure: DatabaseError?
            while let result = try await next(until: nil) {
                let status = PQresultStatus(result)
                if status == PGRES_FATAL_ERROR, failure == nil {
                    failure = error(of: result, statement: nil, site: site)
                }
                PQclear(result)
            }
            if let failure { throw failure }
        }
    }
}
