using System.Collections.Immutable;

namespace Bulwark.Studies.Coverage;

/// <summary>What is seen at one height. Immutable.</summary>
public sealed class CoverageLayer
{
    internal CoverageLayer(double heightM, ImmutableArray<float> probability)
    {
        HeightM = heightM;
        Probability = probability;
    }

    /// <summary>The height asked for, metres.</summary>
    public double HeightM { get; }

    /// <summary>Probability that the target is detected (by the rule of combination) in each cell, row by row from the north-west; not-a-number where it is unknown or outside the radius.</summary>
    public ImmutableArray<float> Probability { get; }

    /// <summary>Area where the probability reaches the threshold, m².</summary>
    public double CoveredAreaM2 { get; internal init; }

    /// <summary>Area inside the radius for which nothing can be said, because terrain is not known there or on the way, m².</summary>
    public double UnknownAreaM2 { get; internal init; }

    /// <summary>Area inside the range rings, m².</summary>
    public double RingAreaM2 { get; internal init; }

    /// <summary>Part of the area within the radius that is unknown.</summary>
    public double UnknownShare { get; internal init; }

    /// <summary>Covered area against that of the rings, less one: -0.6 means that 60 per cent of what the rings promise is not seen.</summary>
    public double DifferenceShare => RingAreaM2 > 0 ? (CoveredAreaM2 / RingAreaM2) - 1 : 0;

    /// <summary>How far is seen in each direction.</summary>
    public ImmutableArray<AzimuthRange> Ranges { get; internal init; } = [];
}
