package import Catalog

/// Why enough values still have no shape.
package enum UnclearReason: Hashable, Sendable {
    /// A walk without a level explains it as well as any shape does.
    case wanders
    /// It may be level, but a rise or fall that would matter cannot be ruled out.
    case tooNoisy
    /// It jumped within its last values; whether that is a spike or a new level is still open.
    case justMoved(CalendarDay)
    /// Two shapes explain it about as well.
    case either(TrendShape, TrendShape)
}
