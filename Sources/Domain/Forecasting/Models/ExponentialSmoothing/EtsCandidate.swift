/// A form with its parameters and how well it does.
struct EtsCandidate {
    let parameters: EtsParameters
    /// AICc with what is held against endless trends; less is better.
    let criterion: Double
}
