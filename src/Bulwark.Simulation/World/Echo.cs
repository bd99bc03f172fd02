using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.World;

/// <summary>A detected target on its way to becoming a plot, alone or with others that the set cannot tell from it. Immutable.</summary>
/// <param name="Time">When the beam met it.</param>
/// <param name="Target">The target in truth.</param>
/// <param name="Look">Which look at that target it was; names its noise.</param>
/// <param name="View">Where it truly is, as the site sees it.</param>
/// <param name="SnrRatio">Signal-to-noise ratio of one pulse.</param>
/// <param name="RangeRateMPerS">How fast its range truly grows, m/s.</param>
/// <param name="Replied">Whether its transponder answered.</param>
internal readonly record struct Echo(SimTime Time, int Target, uint Look, RadarView View, double SnrRatio, double RangeRateMPerS, bool Replied);
