using Bulwark.Core.Earth;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>A target or a track at one scan end, in the antenna's east-north-up frame.</summary>
internal readonly record struct TruthState(int Id, EnuVector PositionM, EnuVector VelocityMPerS);
