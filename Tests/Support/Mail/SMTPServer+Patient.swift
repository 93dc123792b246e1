package import Outbound

extension SMTPServer {
    /// For what is not about time, as `TransferLimits.patient` is.
    package var patient: SMTPServer {
        var server = self
        server.connectLimit = .seconds(3_600)
        server.replyLimit = .seconds(3_600)
        server.totalLimit = .seconds(3_600)
        return server
    }
}
