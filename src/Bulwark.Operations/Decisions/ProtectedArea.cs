using Bulwark.Core.Earth;

namespace Bulwark.Operations.Decisions;

/// <summary>A defended place as command knows it. Immutable.</summary>
/// <param name="Position">Earth-fixed position, metres.</param>
/// <param name="RadiusM">Radius, metres.</param>
/// <param name="ValueRatio">Relative worth, 1 by default.</param>
public readonly record struct ProtectedArea(EcefVector Position, double RadiusM, double ValueRatio);
