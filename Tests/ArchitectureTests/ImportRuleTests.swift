import Testing

@Suite struct ImportRuleTests {
    private let manifest = Manifest(targets: [
        .init(name: "CZ", path: "Sources/Tenancy/CZ", dependencies: [], isSystemLibrary: true),
        .init(name: "Postgres", path: "Sources/Tenancy/Postgres", dependencies: ["CZ"], isSystemLibrary: false),
        .init(name: "Companies", path: "Sources/Tenancy/Companies", dependencies: ["Postgres"], isSystemLibrary: false),
        .init(name: "Catalog", path: "Sources/Domain/Catalog", dependencies: ["Postgres"], isSystemLibrary: false),
    ])

    private func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test func every_import_is_a_declared_dependency() throws {
        let checkout = try Checkout.current.get()
        expectNone(ImportRules.undeclared(checkout.files, checkout.manifest))
    }

    @Test func an_undeclared_import_is_found() {
        let files = [
            file("Sources/Domain/Catalog/A.swift", "import Foundation\nimport Postgres\npackage import Companies\n"),
            file("Sources/Domain/Catalog/B.swift", "import CZ\n"),
        ]
        #expect(ImportRules.undeclared(files, manifest).map(\.line) == [3, 1])
    }

    @Test func every_swift_file_has_a_target() throws {
        let checkout = try Checkout.current.get()
        expectNone(ImportRules.homeless(checkout.files, checkout.manifest))
    }

    @Test func a_file_without_a_target_is_found() {
        let files = [file("Sources/Domain/Katalog/A.swift", ""), file("Sources/Domain/Catalog/A.swift", "")]
        #expect(ImportRules.homeless(files, manifest).map(\.path) == ["Sources/Domain/Katalog/A.swift"])
    }

    @Test func each_system_library_has_one_importer() throws {
        let checkout = try Checkout.current.get()
        expectNone(ImportRules.shims(checkout.files, checkout.manifest))
    }

    @Test func a_second_importer_or_none_is_found() {
        let first = file("Sources/Tenancy/Postgres/A.swift", "import CZ")
        let second = file("Sources/Domain/Catalog/A.swift", "internal import CZ")
        #expect(ImportRules.shims([first], manifest) == [])
        #expect(ImportRules.shims([first, second], manifest).count == 1)
        #expect(ImportRules.shims([], manifest).count == 1)
    }

    @Test func only_companies_use_the_tenancy_interface() throws {
        expectNone(try ImportRules.tenancyInterface(Checkout.current.get().files))
    }

    @Test func another_user_of_the_tenancy_interface_is_found() {
        let text = "@_spi(Tenancy) import Postgres"
        #expect(ImportRules.tenancyInterface([file("Sources/Tenancy/Companies/A.swift", text)]) == [])
        #expect(ImportRules.tenancyInterface([file("Sources/Domain/Catalog/A.swift", text)]).count == 1)
        #expect(ImportRules.tenancyInterface([file("Tests/CatalogTests/A.swift", text)]).count == 1)
    }

    @Test func in_domain_only_queries_and_jobs_know_the_database() throws {
        expectNone(try ImportRules.database(Checkout.current.get().files))
    }

    @Test func another_file_that_knows_the_database_is_found() {
        let text = "package import Postgres"
        #expect(ImportRules.database([file("Sources/Domain/Catalog/ProductQueries.swift", text)]) == [])
        #expect(ImportRules.database([file("Sources/Domain/Catalog/Product+Job.swift", text)]) == [])
        #expect(ImportRules.database([file("Sources/Domain/Catalog/Product.swift", text)]).count == 1)
        #expect(ImportRules.database([file("Sources/Web/Server/Product.swift", text)]) == [])
        let allowed = ["Sources/Domain/Catalog/Storage": "reviewed"]
        #expect(ImportRules.database([file("Sources/Domain/Catalog/Storage/A.swift", text)], allowed: allowed) == [])
    }

    @Test func no_type_is_named_like_a_module() throws {
        let checkout = try Checkout.current.get()
        expectNone(ImportRules.namesakes(checkout.files, checkout.manifest))
    }

    @Test func a_type_named_like_its_module_or_an_imported_one_is_found() {
        let files = [
            file("Sources/Domain/Catalog/A.swift", "package struct Catalog: Sendable {}\nenum Postgres {}\n"),
            file("Sources/Domain/Catalog/B.swift", "struct CatalogPage {}\n// struct Catalog\nlet enumCatalog = 1\n"),
        ]
        #expect(ImportRules.namesakes(files, manifest).map(\.line) == [1, 2])
    }
}
