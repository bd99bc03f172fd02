using Bulwark.Studies.Measures;

namespace Bulwark.Studies.Programmes;

/// <summary>Chance that a raid is stopped over the years, for each case. Immutable.</summary>
/// <param name="Title">Title of the study or scenario.</param>
/// <param name="Stopped">What "stopped" means: the measure's description.</param>
/// <param name="Measures">The measures that the study asks for.</param>
/// <param name="Cases">For each case of the programme its points.</param>
/// <param name="States">Different states of readiness that were fought.</param>
/// <param name="Runs">Engagements run.</param>
/// <param name="FullProbability">The chance with everything ready.</param>
/// <param name="NothingProbability">The chance with nothing ready.</param>
/// <param name="Hash">Fingerprint of all engagements, the same at any number of threads and however often they were stopped.</param>
public sealed record EffectResult(
    string Title, string Stopped, IReadOnlyList<Measure> Measures, IReadOnlyList<IReadOnlyList<EffectPoint>> Cases, int States, long Runs, double FullProbability, double NothingProbability, string Hash);
