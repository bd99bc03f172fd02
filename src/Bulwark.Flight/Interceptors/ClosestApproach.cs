using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>The closest approach of two straight paths flown in the same time. Immutable.</summary>
/// <param name="MissM">Smallest distance within the step, metres.</param>
/// <param name="AtShare">When it is reached, as a share of the step, 0 to 1.</param>
/// <param name="Inside">Whether the paths really pass each other inside the step, rather than still closing at its end or opening from its start.</param>
public readonly record struct ClosestApproach(double MissM, double AtShare, bool Inside)
{
    /// <summary>Closest approach inside a step in which both move straight and evenly.</summary>
    /// <param name="missileStart">Position of the interceptor at the start, metres.</param>
    /// <param name="missileEnd">Position of the interceptor at the end.</param>
    /// <param name="targetStart">Position of the target at the start.</param>
    /// <param name="targetEnd">Position of the target at the end.</param>
    public static ClosestApproach Within(EcefVector missileStart, EcefVector missileEnd, EcefVector targetStart, EcefVector targetEnd)
    {
        var start = targetStart - missileStart;
        var change = targetEnd - missileEnd - start;
        var squared = change.LengthSquared;
        if (!(squared > 0)) return new ClosestApproach(start.Length, 0, Inside: false);

        // A passage on the very seam of two steps may be found in both, never in neither.
        const double Seam = 1e-9;
        var share = -start.Dot(change) / squared;
        var clamped = Math.Clamp(share, 0, 1);
        return new ClosestApproach((start + (change * clamped)).Length, clamped, share > -Seam && share <= 1);
    }
}
