// swift-tools-version: 6.2
import PackageDescription

/// Every target is Swift 6 with the same upcoming features, so that a dependency leaks into an interface only by an
/// explicit `package import` and existential boxes are visible.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let metrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let http: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let tokens: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let collections: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let sockets: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let encryption: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let handshakes: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let streams: Target.Dependency = .product(name: "NIOHTTP2", package: "swift-nio-http2")
let packedFields: Target.Dependency = .product(name: "NIOHPACK", package: "swift-nio-http2")

/// A Swift target of one layer. The path is explicit because layers are folders, not targets.
func target(_ layer: String, _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
    -> Target
{
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(layer)/\(name)", resources: resources,
        swiftSettings: settings)
}

/// A system library. Exactly one Swift target imports it (ArchitectureTests).
func library(_ layer: String, _ name: String, pkgConfig: String?, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(layer)/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of one target, in `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "tidemark",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "tidemark", targets: ["CLI"])],
    dependencies: [
        // HTTP server, router and TLS.
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        // Reference for the template syntax; only tests use it.
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        // Command line.
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        // Settings from the environment.
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        // What code records; the program's own registry keeps and renders it.
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        // Signed tokens for programs.
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
        // The mail server and the web servers of the tests speak TLS, one of them HTTP/2.
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.29.0"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.46.0"),
    ],
    targets: [
        // Tenancy: who you are and what you may touch.
        library("Tenancy", "CEpoll", pkgConfig: nil, apt: "libc6-dev"),
        library("Tenancy", "CLibpq", pkgConfig: "libpq", apt: "libpq-dev"),
        library("Tenancy", "COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        library("Tenancy", "CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
        library("Tenancy", "CZxcvbn", pkgConfig: nil, apt: "libzxcvbn-dev"),
        library("Tenancy", "CLibcurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        target("Tenancy", "Telemetry", [logging, metrics]),
        target("Tenancy", "Postgres", ["Telemetry", "CEpoll", "CLibpq", logging, lifecycle, collections, metrics]),
        target("Tenancy", "Vault", ["COpenSSL", "CArgon2", "CZxcvbn"]),
        library("Tenancy", "CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        target("Tenancy", "Compression", ["CZlib"]),
        target("Tenancy", "Outbound", ["CLibcurl", "Compression", "Vault", http]),
        target("Tenancy", "Companies", ["Postgres", "Telemetry", "Vault", logging, lifecycle, metrics]),

        // Domain: what the business does.
        target("Domain", "Catalog", ["Companies", "Postgres"]),
        library("Domain", "CLibxml2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        target("Domain", "Documents", ["CLibxml2"]),
        target("Domain", "Connectors", ["Documents", "Outbound", "Vault", http]),
        target("Domain", "Connections", ["Companies", "Postgres", "Vault"]),
        target("Domain", "Jobs", ["Companies", "Postgres", "Telemetry", logging, lifecycle, metrics]),
        target(
            "Domain", "Ingestion",
            [
                "Catalog", "Compression", "Connections", "Connectors", "Documents", "Jobs", "Outbound", "Companies",
                "Postgres", "Telemetry", "Vault", logging, http,
            ],
            resources: [.copy("Mappings")]),
        target("Domain", "Mail", ["Jobs", "Outbound", "Companies", "Postgres", "Vault", logging]),
        target(
            "Domain", "Alerts",
            [
                "Ingestion", "Connections", "Jobs", "Mail", "Matching", "Outbound", "Companies", "Postgres",
                "Telemetry",
                "Vault", logging, lifecycle, http,
            ]),
        library("Domain", "CXGBoost", pkgConfig: nil, apt: "libxgboost-dev"),
        target("Domain", "Boosting", ["CXGBoost"]),
        target(
            "Domain", "Matching", ["Boosting", "Catalog", "Companies", "Compression", "Postgres"],
            resources: [.copy("BuiltIn")]),
        target("Domain", "Forecasting", ["Boosting", "Catalog", "Companies", "Postgres"]),
        target("Domain", "Judging", ["Catalog", "Companies", "Documents", "Outbound", "Postgres", "Vault", http]),
        target("Domain", "Mentions", ["Catalog", "Companies", "Matching", "Postgres"]),
        target(
            "Domain", "Scoring", ["Catalog", "Companies", "Postgres"], resources: [.copy("Figures/BuiltIn")]),

        // Web: how people and programs reach it.
        library("Web", "CQrencode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        target("Web", "Routes", []),
        target("Web", "Pages", ["Routes", "CQrencode"]),
        target("Web", "API", ["Routes", "Catalog", "Forecasting", "Jobs", "Scoring", "Companies"]),
        target(
            "Web", "Server",
            [
                "Routes", "Pages", "API", "Alerts", "Catalog", "Connections", "Connectors", "Forecasting", "Ingestion",
                "Jobs",
                "Mail", "Matching", "Mentions", "Outbound",
                "Scoring", "Companies", "Postgres", "Telemetry", "Vault", "Compression",
                hummingbird, logging, lifecycle, http, nio, metrics, tokens,
                .product(name: "HummingbirdCore", package: "hummingbird"),
            ]),
        target("Web", "Demo", ["Catalog"]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Server", "Routes", "Pages", "Demo", "Alerts", "Ingestion", "Jobs", "Judging", "Mail", "Outbound",
                "Forecasting", "Matching", "Mentions", "Scoring",
                "Catalog", "Companies", "Connections", "Connectors", "Postgres", "Telemetry", "Vault", hummingbird,
                logging, lifecycle, metrics,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Sources/Web/CLI", swiftSettings: settings),

        // A clock, seeded numbers and a web server that answers byte by byte: for tests and for simulated sources.
        .target(
            name: "SimulationSupport", dependencies: [nio, sockets], path: "Tests/SimulationSupport",
            swiftSettings: settings),
        // Tests: the real PostgreSQL, two companies in every fixture.
        .target(
            name: "TestSupport",
            dependencies: [
                "SimulationSupport",
                "Companies", "Postgres", "Catalog", "Outbound", "Telemetry", "Vault", logging, lifecycle, nio, sockets,
                encryption,
                handshakes, streams, packedFields,
            ],
            path: "Tests/Support", swiftSettings: settings),
        // Measures the queue (`make bench`); never shipped.
        .executableTarget(
            name: "JobBench",
            dependencies: [
                "Jobs", "Companies", "Postgres", "Telemetry", logging, lifecycle,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ],
            path: "Tests/JobBench", swiftSettings: settings),
        // Reads pages as connectors do (`make bench`); never shipped.
        .executableTarget(
            name: "WebBench",
            dependencies: [
                "Documents", "Outbound", http, .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/WebBench", swiftSettings: settings),
        // What the queue promises, for every history of jobs: simulated, drilled or real.
        .target(name: "JobHistory", dependencies: [], path: "Tests/JobHistory", swiftSettings: settings),
        // Whole runs of the queue in simulated time, decided by a seed; as a program for the many.
        .target(
            name: "JobSimulation", dependencies: ["Jobs", "JobHistory", "Companies", "Postgres", "TestSupport"],
            path: "Tests/JobSimulation", swiftSettings: settings),
        .executableTarget(
            name: "JobSimulator", dependencies: ["JobSimulation"], path: "Tests/JobSimulator", swiftSettings: settings),
        // Processes of the queue over a server of their own, killed, stopped and cut off: `make chaos`.
        .executableTarget(
            name: "JobDrill",
            dependencies: [
                "Jobs", "JobHistory", "Companies", "Postgres", "TestSupport", logging, lifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/JobDrill", swiftSettings: settings),
        // The sources of the world as they behave, for tests and for trying; as a program for people.
        .target(
            name: "SourceSimulation", dependencies: ["SimulationSupport", "Compression", "Outbound"],
            path: "Tests/SourceSimulation",
            swiftSettings: settings),
        .executableTarget(
            name: "SourceSimulator", dependencies: ["SourceSimulation", "SimulationSupport"],
            path: "Tests/SourceSimulator",
            swiftSettings: settings),
        // Uses a stored secret and then looks for it in its own memory.
        .executableTarget(
            name: "MemoryProbe",
            dependencies: ["Connections", "Companies", "Postgres", "Vault", "TestSupport"],
            path: "Tests/MemoryProbe", swiftSettings: settings),
        // Reads names that a name server of its own answers for, well or badly. Nothing depends on it, since its look-ups would become
        // those of whatever it is linked with; it is built beside the tests and started by them.
        .executableTarget(
            name: "NameProbe", dependencies: ["Outbound"], path: "Tests/NameProbe", swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=getaddrinfo"])]),
        tests("Architecture", []),
        tests("Telemetry", ["Telemetry", "TestSupport", logging, metrics]),
        tests("Vault", ["Vault", "TestSupport"]),
        tests("Postgres", ["Postgres", "Telemetry", "TestSupport", logging, metrics]),
        tests("Outbound", ["Outbound", "Compression", "Vault", "TestSupport", http]),
        tests("Documents", ["Documents"]),
        tests("Connectors", ["Connectors", "Documents", "Outbound", "Vault", "SourceSimulation", "TestSupport", http]),
        tests("Companies", ["Companies", "Postgres", "Vault", "TestSupport", logging]),
        tests(
            "Jobs",
            [
                "Jobs", "JobHistory", "JobSimulation", "Companies", "Postgres", "Telemetry", "TestSupport", logging,
                lifecycle, metrics,
            ]),
        tests("Chaos", ["JobDrill", "TestSupport"]),
        tests("Compression", ["Compression", "TestSupport"]),
        tests("Catalog", ["Catalog", "TestSupport"]),
        tests("Connections", ["Connections", "MemoryProbe", "Companies", "Postgres", "Vault", "TestSupport"]),
        tests(
            "Ingestion",
            [
                "Ingestion", "Catalog", "Compression", "Companies", "Connections", "Connectors", "Jobs", "Outbound",
                "Postgres", "SourceSimulation", "TestSupport", "Vault", http,
            ]),
        tests("Mail", ["Mail", "Jobs", "Outbound", "Companies", "Postgres", "Vault", "TestSupport", logging]),
        tests(
            "Alerts",
            [
                "Alerts", "Ingestion", "Connections", "Jobs", "Outbound", "Companies", "Postgres", "Telemetry", "Vault",
                "TestSupport", logging,
            ]),
        tests("Boosting", ["Boosting", "SimulationSupport"]),
        tests("Forecasting", ["Forecasting", "Boosting", "Catalog", "Companies", "Postgres", "TestSupport"]),
        tests(
            "Matching", ["Matching", "Catalog", "Companies", "Postgres", "TestSupport"],
            exclude: ["Text/Fixtures", "Labels"]),
        tests(
            "Judging",
            [
                "Judging", "Catalog", "Companies", "Documents", "Outbound", "Postgres", "SourceSimulation",
                "TestSupport",
                "Vault", http,
            ]),
        tests("Mentions", ["Mentions", "Matching", "Catalog", "Companies", "Postgres", "TestSupport"]),
        tests("Scoring", ["Scoring", "Catalog", "Companies", "Postgres", "TestSupport"]),
        tests("Demo", ["Demo", "Catalog", "Ingestion"]),
        // The program itself, as a process; built because it is a dependency.
        tests(
            "CLI",
            [
                "Catalog", "CLI", "Companies", "Connections", "Forecasting", "Ingestion", "Jobs", "Judging", "Matching",
                "Postgres",
                "Scoring", "SourceSimulation", "Vault",
                "TestSupport", logging,
            ]),
        // swift-mustache is the reference our compiled renderer is compared with, byte for byte.
        tests("Pages", ["Pages", "Routes", mustache]),
        tests(
            "API",
            ["API", "Routes", "Catalog", "Forecasting", "Jobs", "Scoring", "Companies", "Postgres", "TestSupport"]),
        tests(
            "Server",
            [
                "Server", "API", "Alerts", "Connections", "Connectors", "Demo", "Ingestion", "Jobs", "Mail", "Outbound",
                "Forecasting", "Matching", "Scoring",
                "Catalog", "Companies", "Postgres", "Telemetry", "Vault",
                "Pages", "Routes", "SourceSimulation", "TestSupport", hummingbird, http, logging, nio, tokens,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]),
    ]
)
