namespace Bulwark.Operations.Logistics;

/// <summary>Which components to make at home. Immutable.</summary>
/// <param name="IsFeasible">Whether the floor can be held at all.</param>
/// <param name="AtHome">Whether each component is made at home; when the floor cannot be held, the choice that comes nearest to it.</param>
/// <param name="CostUsd">What the choice costs.</param>
/// <param name="BoundUsd">No choice that holds the floor costs less.</param>
/// <param name="AvailabilityShare">Readiness with the choice.</param>
/// <param name="NothingShare">Readiness with everything from abroad.</param>
/// <param name="EverythingShare">Readiness with everything at home that may be: the highest floor that can be held.</param>
/// <param name="Nodes">Branches looked at.</param>
public sealed record LocalisationPlan(
    bool IsFeasible, IReadOnlyList<bool> AtHome, double CostUsd, double BoundUsd, double AvailabilityShare, double NothingShare, double EverythingShare, int Nodes)
{
    /// <summary>Whether the choice is proved to be the cheapest.</summary>
    public bool IsOptimal => IsFeasible && CostUsd <= BoundUsd + (1e-9 * Math.Max(1, Math.Abs(CostUsd)));
}
