/// A page inside the app's layout. What is around it differs for every person and moment; what is in it is the same for
/// everyone of a company and role until the data changes, and can be kept.
package protocol FramedPage: Page {
    var layout: Layout { get }
    /// The compiled main part of the template.
    static func main(in library: TemplateLibrary) -> Program<Self>
}
