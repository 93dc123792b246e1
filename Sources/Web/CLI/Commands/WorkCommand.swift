import ArgumentParser
import Companies
import CoreMetrics
import Hummingbird
import Jobs
import Server
import ServiceLifecycle
import Telemetry
import UnixSignals
import Vault

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Do the jobs of all companies, until told to stop.",
        discussion: """
            Any number of these may run, on any number of machines. Told to stop (SIGTERM, Ctrl-C) it takes nothing new,
            gives what runs 20 seconds, and hands the rest to others. Killed, what it ran starts elsewhere within 45
            seconds. See docs/jobs.md.
            """)

    @Option(help: "Jobs at once, 1 to 64.") var slots = 4
    @Option(name: .customLong("queue"), help: "A queue to serve; may be given several times.") var queues: [String] =
        WorkNode.queues.map(\.rawValue)
    @Option(help: "Where /health, /ready and /metrics answer; without it they do not.") var port: Int?

    func validate() throws {
        guard (1...64).contains(slots) else { throw ValidationError("--slots takes 1 to 64.") }
        if let port, !(1...65_535).contains(port) { throw ValidationError("--port takes 1 to 65535.") }
        let isName = #/[a-z][a-z0-9_]{0,39}/#
        for queue in queues where queue.wholeMatch(of: isName) == nil {
            throw ValidationError("\(queue) is no name of a queue: lower-case letters, digits and _, at most 40.")
        }
    }

    func run() async throws {
        let settings = try Settings.load()
        // Bad keys are found now, and not by the first job that needs a login.
        _ = try settings.vault.open()
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        let node = try WorkNode(
            settings, queues: queues.map(JobQueue.init(rawValue:)), slots: slots, metrics: metrics)
        let checks = Workplace(settings: settings, purpose: "work")
        let faults = try await checks.database.whileOpen { try await checks.database.checkWalls().faults }
        guard faults.isEmpty else { throw SettingsProblem(faults.joined(separator: " ")) }
        var services = node.services
        if let port {
            let probed = Workplace(settings: settings, connections: 2, purpose: "work probe", metrics: metrics)
            let probes = ProbeServer(
                settings: WebNode.settings(settings, port: port), database: probed.database, logger: probed.logger,
                metrics: metrics)
            services.append(contentsOf: probed.database.services)
            services.append(probes.application())
        }
        Console.say("Working \(slots) at a time on \(queues.joined(separator: ", ")).")
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: checks.logger))
        try await group.run()
    }
}
