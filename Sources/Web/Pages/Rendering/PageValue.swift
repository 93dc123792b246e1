/// A struct whose fields a template can show: a whole page, a row of a table, a part of the layout.
///
/// ``shape`` lists the fields by name. Templates are compiled against it at boot, so a name that does not exist is an
/// error there and never an empty place on a page, and rendering needs neither reflection nor a look-up by name.
package protocol PageValue: Sendable {
    static var shape: Shape<Self> { get }
}
