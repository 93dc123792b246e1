/// How a distributor writes the names of its items. A name's tokens mean different things in different styles.
package enum HouseStyle: String, Codable, Sendable, CaseIterable {
    /// `BRAND CLASS VARIANT 80 750ML`: a bare number before the size is the proof, or the vintage of a wine.
    case a = "A"
    /// `BRAND CLASS VARIANT 12B 750M`: units per case, then a size whose unit may be cut short.
    case b = "B"
    /// `BRAND VARIANT NL 12PK 750`: the size is often missing.
    case c = "C"
    /// Beer houses: `BRAND 2/12/12 NR`, `BRAND C24 12OZ 12P`.
    case d = "D"
    /// Importers: `Producer Wine 2021 6/750ml 13.5%`.
    case e = "E"
    /// Portals: sentence case with a size or pack behind it, perhaps an item code at the end.
    case f = "F"
    /// Control states and tills: `NAME 80PF 1750 6/CS`, units left out.
    case g = "G"
    /// Latin America: `NOMBRE 12A 12X1000ML 38%VOL`.
    case h = "H"
}
