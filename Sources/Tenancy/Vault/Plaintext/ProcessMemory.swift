import COpenSSL
import Glibc

/// Keeps the memory of a process that reads keys to itself.
package enum ProcessMemory {
    /// No core dump of this process is written, and nobody but root can look into it while it runs.
    ///
    /// Both are needed: a core pattern that is a pipe ignores the size limit, and the size limit also holds for
    /// children, which would be dumpable again.
    package static func close() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = tidemark_set_dumpable(0)
    }

    /// Whether `close()` has been called, as the system sees it.
    package static var isClosed: Bool {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 && limit.rlim_cur == 0
            && limit.rlim_max == 0 && tidemark_is_dumpable() == 0
    }
}
