namespace Bulwark.Operations.Saturation;

/// <summary>One side of an exchange of salvos. Immutable.</summary>
/// <param name="UnitsCount">Units, 0 or more; parts of units are allowed.</param>
/// <param name="HitsPerUnitRatio">Well-aimed shots of one unit in a salvo, 0 or more.</param>
/// <param name="DefencePerUnitRatio">Shots that one unit stops, 0 or more.</param>
/// <param name="StayingPowerRatio">Hits that put one unit out of action, above 0.</param>
public readonly record struct SalvoSide(double UnitsCount, double HitsPerUnitRatio, double DefencePerUnitRatio, double StayingPowerRatio);
