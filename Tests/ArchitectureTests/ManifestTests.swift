import Testing

@Suite struct ManifestTests {
    private static let text = """
        // swift-tools-version: 6.2
        import PackageDescription
        let logging: Target.Dependency = .product(name: "Logging", package: "swift-log") // a comment
        func target(_ layer: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
            .target(name: name, dependencies: dependencies, path: "Sources/\\(layer)/\\(name)")
        }
        let package = Package(
            name: "example",
            products: [.executable(name: "example", targets: ["CLI"])],
            dependencies: [.package(url: "https://example.org/a.git", from: "1.0.0")],
            targets: [
                // target("Tenancy", "Commented", []),
                library("Tenancy", "CZ", pkgConfig: "z", apt: "z-dev"),
                target("Tenancy", "Low", ["CZ", logging]),
                target("Domain", "Middle", ["Low"], resources: [.copy("Mappings")]),
                target(
                    "Web", "High",
                    [
                        "Middle", logging,
                        .product(name: "NIOCore", package: "swift-nio"),
                    ]),
                .executableTarget(
                    name: "CLI", dependencies: ["High"], path: "Sources/Web/CLI", swiftSettings: settings),
                .target(name: "TestSupport", dependencies: ["Low"], path: "Tests/Support"),
                tests("Low", ["Low", "TestSupport"]),
            ]
        )
        """

    @Test func a_manifest_is_read_without_running_it() throws {
        let manifest = Manifest(text: Self.text)
        #expect(manifest.targets.map(\.name) == ["CZ", "Low", "Middle", "High", "CLI", "TestSupport", "LowTests"])
        #expect(manifest.target(named: "CZ")?.isSystemLibrary == true)
        #expect(manifest.target(named: "Low")?.dependencies == ["CZ", "Logging"])
        #expect(manifest.target(named: "Middle")?.dependencies == ["Low"])
        #expect(manifest.target(named: "High")?.dependencies == ["Middle", "Logging", "NIOCore"])
        #expect(manifest.target(named: "CLI")?.path == "Sources/Web/CLI")
        #expect(manifest.target(named: "LowTests")?.path == "Tests/LowTests")
        #expect(manifest.target(of: "Sources/Web/High/A/B.swift")?.name == "High")
        #expect(manifest.target(of: "Tests/Support/C.swift")?.name == "TestSupport")
        #expect(manifest.target(of: "Sources/Web/Nobody/C.swift") == nil)
        #expect(manifest.target(named: "High")?.layer == "Web")
    }

    @Test func our_manifest_has_the_targets_we_know() throws {
        let manifest = try Checkout.current.get().manifest
        for name in ["CLibpq", "Postgres", "Vault", "Companies", "Catalog", "Pages", "Server", "CLI"] {
            #expect(manifest.target(named: name) != nil, "\(name)")
        }
        #expect(manifest.target(named: "Vault")?.dependencies == ["COpenSSL", "CArgon2", "CZxcvbn"])
    }

    @Test func the_checkout_has_files() throws {
        let files = try Checkout.current.get().files
        #expect(files.count { $0.isSwift && $0.isIn("Sources") } > 50)
        #expect(files.contains { $0.path == "Sources/Tenancy/Vault/PasswordHasher.swift" })
    }
}
