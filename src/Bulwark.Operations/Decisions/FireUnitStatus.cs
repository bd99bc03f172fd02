namespace Bulwark.Operations.Decisions;

/// <summary>What a fire unit has free at the moment. Immutable.</summary>
/// <param name="FreeTargetChannels">Target channels not in use.</param>
/// <param name="ReadyRounds">Rounds ready to fire and not promised to an engagement.</param>
public readonly record struct FireUnitStatus(int FreeTargetChannels, int ReadyRounds);
