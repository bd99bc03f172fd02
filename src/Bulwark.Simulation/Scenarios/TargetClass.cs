using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Signatures;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A class of aircraft or missile that can be a target, as a run needs it. Immutable.</summary>
/// <param name="Id">Catalogue identifier.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Category">Short category: fighter, bomber, cruise-missile, airliner.</param>
/// <param name="RcsM2">Radar cross-section from the front, m².</param>
/// <param name="SpeedMPerS">Speed when the route gives none, m/s.</param>
/// <param name="HeightM">Height above the ellipsoid when the route gives none, metres.</param>
/// <param name="TurnLoadMPerS2">Lateral acceleration of its turns, m/s².</param>
/// <param name="HasTransponder">Whether it answers interrogations.</param>
public sealed record TargetClass(string Id, string Name, string Category, double RcsM2, double SpeedMPerS, double HeightM, double TurnLoadMPerS2, bool HasTransponder)
{
    /// <summary>Cross-sections by band and aspect; null for <see cref="RcsM2"/> everywhere.</summary>
    public SignatureModel? Signature { get; init; }

    /// <summary>The noise it radiates; null for none.</summary>
    public NoiseJammer? Jammer { get; init; }

    /// <summary>Span across the line of sight over which its echo wanders (glint), metres; 0 for a point.</summary>
    public double SpanM { get; init; }

    /// <summary>How it moves.</summary>
    public TargetMotion Motion { get; init; }

    /// <summary>What a ballistic missile needs; null for anything else.</summary>
    public BallisticClass? Ballistic { get; init; }

    /// <summary>What a missile that homes on radars needs; null for anything else.</summary>
    public HomingClass? Homing { get; init; }
}
