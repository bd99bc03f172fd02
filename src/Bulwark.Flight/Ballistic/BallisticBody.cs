namespace Bulwark.Flight.Ballistic;

/// <summary>A body after its motor has burnt out: what gravity and air do with it. Immutable.</summary>
/// <param name="MassKg">Mass, kilograms, positive.</param>
/// <param name="ReferenceAreaM2">Reference area of the drag coefficient, m², not negative; 0 for flight without air.</param>
/// <param name="DragFactor">Factor on the standard drag curve, not negative.</param>
public readonly record struct BallisticBody(double MassKg, double ReferenceAreaM2, double DragFactor)
{
    /// <summary>Drag area over mass before the drag curve, m²/kg.</summary>
    internal double DragAreaPerMassM2PerKg => ReferenceAreaM2 * DragFactor / MassKg;
}
