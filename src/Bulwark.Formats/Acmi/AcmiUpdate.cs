using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Formats.Acmi;

/// <summary>One change of one object. Immutable; made by the three factory methods.</summary>
public readonly record struct AcmiUpdate
{
    /// <summary>When.</summary>
    public SimTime Time { get; private init; }

    /// <summary>Which object; 0 is the scene itself and cannot be used.</summary>
    public ulong Id { get; private init; }

    /// <summary>What happens.</summary>
    public AcmiUpdateKind Kind { get; private init; }

    /// <summary>Where it is, when it appears or moves.</summary>
    public GeodeticPoint Position { get; private init; }

    /// <summary>Heading in radians clockwise from north; null leaves it to the viewer.</summary>
    public double? HeadingRad { get; private init; }

    /// <summary>Pitch in radians, nose up positive; only beside a heading.</summary>
    public double PitchRad { get; private init; }

    /// <summary>Properties, given when it first appears or when they change; otherwise null.</summary>
    public AcmiObject? Properties { get; private init; }

    /// <summary>The object appears or moves.</summary>
    /// <param name="time">When.</param>
    /// <param name="id">Which object, not 0.</param>
    /// <param name="position">Where it is.</param>
    /// <param name="properties">Its properties, at its first appearance.</param>
    /// <param name="headingRad">Heading in radians clockwise from north; null leaves it to the viewer.</param>
    /// <param name="pitchRad">Pitch in radians, nose up positive; only beside a heading.</param>
    public static AcmiUpdate At(
        SimTime time, ulong id, GeodeticPoint position, AcmiObject? properties = null, double? headingRad = null, double pitchRad = 0) =>
        new() { Time = time, Id = id, Position = position, Properties = properties, HeadingRad = headingRad, PitchRad = pitchRad };

    /// <summary>The object leaves the scene (it landed, flew out, or its track was dropped).</summary>
    /// <param name="time">When.</param>
    /// <param name="id">Which object.</param>
    public static AcmiUpdate Removed(SimTime time, ulong id) => new() { Time = time, Id = id, Kind = AcmiUpdateKind.Removal };

    /// <summary>The object is destroyed.</summary>
    /// <param name="time">When.</param>
    /// <param name="id">Which object.</param>
    public static AcmiUpdate Destroyed(SimTime time, ulong id) => new() { Time = time, Id = id, Kind = AcmiUpdateKind.Destruction };
}
