import Glibc
import Synchronization

/// What names stand for in this program, in the place of the machine's resolver: libcurl asks for `getaddrinfo`, and finds the one below.
enum NameServer {
    /// Ends in `.test` as RFC 6761 has it, so that nobody else answers for them.
    static let unknown = "unknown.test"
    static let failing = "failing.test"
    static let silent = "silent.test"
    static let rebound = "rebound.test"
    static let mixed = "mixed.test"

    /// May be connected to if it is named, and never is: the kernel has no way there and sends nothing.
    static let allowed = "255.255.255.255"
    static let inside = "10.0.0.7"

    private static let asked = Mutex<[String: Int]>([:])

    /// How often a name was asked for.
    static func count(_ name: String) -> Int { asked.withLock { $0[name] ?? 0 } }

    enum Answer {
        case addresses([String])
        case failure(Int32)
        case elsewhere
    }

    static func answer(_ name: String) -> Answer {
        let before = asked.withLock { asked in
            defer { asked[name, default: 0] += 1 }
            return asked[name] ?? 0
        }
        switch name {
        // NXDOMAIN.
        case unknown: return .failure(EAI_NONAME)
        // SERVFAIL.
        case failing: return .failure(EAI_AGAIN)
        case silent:
            // The thread ends with the process.
            while true { Glibc.sleep(3_600) }
        case rebound: return .addresses([before == 0 ? allowed : inside])
        case mixed: return .addresses([allowed, inside])
        default: return .elsewhere
        }
    }
}

private typealias LookUp =
    @convention(c) (
        UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<addrinfo>?,
        UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
    ) -> Int32

/// The machine's own, which stands behind ours (`RTLD_NEXT` is -1).
private let system: LookUp? = dlsym(UnsafeMutableRawPointer(bitPattern: -1), "getaddrinfo")
    .map { unsafeBitCast($0, to: LookUp.self) }

/// The linker gives libcurl this one in the place of the C library's. Pointers without types, so that the signature needs nothing that is
/// not public here.
@_cdecl("getaddrinfo")
public func lookUpForLibcurl(
    _ name: UnsafePointer<CChar>?, _ service: UnsafePointer<CChar>?, _ hints: UnsafeRawPointer?,
    _ result: UnsafeMutableRawPointer?
) -> Int32 {
    let hints = hints?.assumingMemoryBound(to: addrinfo.self)
    guard let system, let result = result?.assumingMemoryBound(to: UnsafeMutablePointer<addrinfo>?.self) else {
        return EAI_SYSTEM
    }
    switch name.map({ NameServer.answer(String(cString: $0)) }) ?? .elsewhere {
    case .failure(let code): return code
    case .elsewhere: return system(name, service, hints, result)
    case .addresses(let addresses):
        // Each is one entry of the machine's own making, so that it may free them.
        var end = result
        result.pointee = nil
        for address in addresses {
            let code = system(address, service, hints, end)
            guard code == 0 else { return code }
            while let entry = end.pointee {
                guard let next = withUnsafeMutablePointer(to: &entry.pointee.ai_next, { Optional($0) }) else { break }
                end = next
            }
        }
        return 0
    }
}
