namespace Bulwark.Studies.Programmes;

/// <summary>Demand for one part number. Immutable.</summary>
/// <param name="Part">The part number.</param>
/// <param name="PerUnit">How many a unit has.</param>
/// <param name="DemandHz">Failures per second at each site.</param>
internal sealed record SupportItem(int Part, int PerUnit, double[] DemandHz);
