/// A whole page: a struct and the template of the same name.
package protocol Page: PageValue {
    /// The template's name under `Templates/`, without the extension.
    static var template: String { get }

    /// The compiled template.
    static func program(in library: TemplateLibrary) -> Program<Self>
}
