import Catalog

/// What shops call their shelves, in the languages of the sources.
enum CategoryWords {
    /// The narrowest shelf that is known decides.
    /// - Parameter path: from the widest to the narrowest, as the shop writes them.
    static func category(of path: [String]) -> CategoryCode? {
        for word in path.reversed() {
            if let code = codes[NameFolding.fold(word)] { return CategoryCode(rawValue: code) }
        }
        return nil
    }

    private static let codes: [String: String] = [
        // Portuguese
        "cervejas": "beer", "cerveja": "beer", "vinhos": "wine", "vinho": "wine", "vinhos tintos": "wine.red",
        "vinhos brancos": "wine.white", "vinhos roses": "wine.rose", "espumantes": "wine.sparkling",
        "refrigerantes": "non_alcoholic.soft", "refrigerante": "non_alcoholic.soft", "sucos": "non_alcoholic.juice",
        "aguas": "non_alcoholic.water", "agua": "non_alcoholic.water", "energeticos": "non_alcoholic.energy",
        "destilados": "spirits", "vodka": "spirits.vodka", "vodkas": "spirits.vodka", "whisky": "spirits.whisky",
        "whiskies": "spirits.whisky", "gin": "spirits.gin", "rum": "spirits.rum", "cachaca": "spirits.cachaca",
        "cachacas": "spirits.cachaca", "tequila": "spirits.tequila", "licores": "spirits.liqueur",
        "conhaque": "spirits.brandy", "sidras": "cider",
        // English
        "beer": "beer", "wine": "wine", "spirits": "spirits", "cider": "cider", "soft drinks": "non_alcoholic.soft",
        "juice": "non_alcoholic.juice", "water": "non_alcoholic.water",
    ]
}
