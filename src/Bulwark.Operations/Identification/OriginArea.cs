using Bulwark.Core.Earth;

namespace Bulwark.Operations.Identification;

/// <summary>An area from which attackers come rather than others. Immutable.</summary>
/// <param name="Centre">Its middle, Earth-fixed, metres.</param>
/// <param name="RadiusM">Its radius, metres.</param>
public readonly record struct OriginArea(EcefVector Centre, double RadiusM);
