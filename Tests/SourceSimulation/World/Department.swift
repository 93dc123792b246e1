/// A part of the supermarket, with the shelves in it.
package struct Department: Sendable, Hashable {
    package struct Shelf: Sendable, Hashable {
        package let department: Int
        package let departmentName: String
        package let id: Int
        package let name: String

        /// Ids with a slash between.
        package var path: String { "\(department)/\(id)" }
    }

    package let id: Int
    package let name: String
    package let shelves: [Shelf]

    static let all: [Department] = [
        (7, "Bebidas", ["Cervejas", "Vinhos", "Refrigerantes"]), (8, "Mercearia", ["Arroz", "Massas"]),
        (9, "Hortifruti", ["Frutas"]),
    ].map { id, name, shelves in
        Department(
            id: id, name: name,
            shelves: shelves.enumerated().map {
                Shelf(department: id, departmentName: name, id: id * 10 + $0.offset, name: $0.element)
            })
    }
}
