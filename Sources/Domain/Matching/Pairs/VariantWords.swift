/// Words that make another variant of a thing, in the languages of shops. On one side only they speak against the same thing.
enum VariantWords {
    private static let groups: [(name: String, words: String)] = [
        ("upgrade", "upgrade upg upgrades upgr update mise paivitys"),
        ("education", "academic education educational student teacher students acad edu school schulversion"),
        ("mac", "mac macintosh macosx osx os"),
        ("windows", "win windows pc xp vista"),
        ("pro", "pro professional prof profesional"),
        ("standard", "standard std"),
        ("deluxe", "deluxe dlx"),
        ("premium", "premium premier"),
        ("home", "home personal"),
        ("business", "business enterprise corporate smb sbs"),
        ("ultimate", "ultimate extreme"),
        ("basic", "basic starter essentials essential elements lite light"),
        ("license", "license licence lic cal subscription maintenance renewal"),
        ("family", "family"),
        ("full", "full retail complete box fpp"),
        ("oem", "oem bulk tray"),
        ("bundle", "bundle kit combo set pack w with package suite collection coffret"),
        ("body", "body only cuerpo boitier"),
        (
            "used",
            "used refurbished refurb recertified open occasion "
                + "remanufactured reacondicionado renewed grade excellent good"
        ),
        ("bag", "case bag cover sleeve funda estuche housse pouch skin"),
        ("battery", "battery batteries bateria akku batterie accu"),
        ("charger", "charger cargador adapter adaptor"),
        ("cable", "cable cord kabel"),
        ("mount", "mount bracket stand holder soporte support"),
        ("remote", "remote"),
        ("wireless", "wireless wifi wi-fi inalambrico bluetooth"),
        ("lens", "lens lenses objetivo objectif"),
        ("black", "black blk noir negro schwarz nero zwart musta onyx bk"),
        ("white", "white wht weiss wh"),
        ("silver", "silver slv plata argent zilver silber plateado"),
        ("blue", "blue bleu azul blau blauw"),
        ("red", "red rojo rot"),
        ("pink", "pink rosa"),
        ("green", "green vert verde grun"),
        ("grey", "grey gray gris grau graphite"),
        ("gold", "gold or dorado"),
        ("purple", "purple violet morado"),
        ("brown", "brown bronze"),
        ("yellow", "yellow amarillo jaune"),
        ("cyan", "cyan"),
        ("magenta", "magenta"),
        ("orange", "orange naranja"),
        ("rose", "rose rosado rosato roseviini roseviinit blush"),
        ("redWine", "rouge tinto rosso rot punaviini punaviinit"),
        ("whiteWine", "blanc bianco blanco weiss valkoviini valkoviinit"),
        ("sparkling", "sparkling mousseux spumante frizzante cava prosecco champagne cremant kuohuviini"),
        ("brut", "brut"),
        ("dry", "dry sec secco trocken"),
        ("sweet", "doux demi sweet dolce"),
        ("reserve", "reserve reserva riserva rsv"),
        ("gran", "gran grand grande"),
        ("organic", "organic bio biologique luomu"),
        ("anejo", "anejo"),
        ("reposado", "reposado"),
        ("clearTequila", "silver plata"),
        ("spiced", "spiced epice"),
        (
            "flavour",
            "citron lemon lime vanilla vanille peach peche cherry raspberry framboise apple "
                + "pomme honey miel cinnamon coconut mango cranberry grapefruit pear poire strawberry"
        ),
        ("single", "single"),
        ("double", "double"),
        ("cask", "cask barrel fut"),
        ("light", "light lite"),
        ("gift", "gift cadeau lahjapakkaus"),
        ("mini", "mini nano micro"),
        ("plus", "plus"),
        ("selection", "selection select seleccion cuvee"),
        ("old", "old vieux viejo"),
        ("vs", "vs"),
        ("vsop", "vsop"),
        ("xo", "xo"),
    ]

    /// The groups of a word.
    static let byWord: [String: Set<String>] = groups.reduce(into: [:]) { found, group in
        for word in group.words.split(separator: " ") { found[String(word), default: []].insert(group.name) }
    }

    static let colours: Set<String> = [
        "black", "white", "silver", "blue", "red", "pink", "green", "grey", "gold", "purple", "brown", "yellow",
        "cyan", "magenta", "orange",
    ]

    /// Those that are looked at one by one.
    static let single: [String] = [
        "upgrade", "education", "mac", "windows", "pro", "standard", "deluxe", "premium", "home", "business",
        "license", "bundle", "used", "bag", "battery", "charger", "rose", "reserve", "oem", "full", "lens", "body",
    ]
}
