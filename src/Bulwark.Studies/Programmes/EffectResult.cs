namespace Bulwark.Studies.Programmes;

/// <summary>Chance that a raid is stopped over the years, for each case. Immutable.</summary>
/// <param name="Scenario">Title of the scenario.</param>
/// <param name="Cases">For each case of the study its points.</param>
/// <param name="States">Different states of readiness that were fought.</param>
/// <param name="Runs">Engagements run.</param>
/// <param name="FullProbability">The chance with everything ready.</param>
/// <param name="NothingProbability">The chance with nothing ready.</param>
public sealed record EffectResult(string Scenario, IReadOnlyList<IReadOnlyList<EffectPoint>> Cases, int States, int Runs, double FullProbability, double NothingProbability);
