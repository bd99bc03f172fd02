namespace Bulwark.Simulation.Programmes;

/// <summary>A number of a published record. Immutable.</summary>
/// <param name="FromUtc">Beginning of the time it is for.</param>
/// <param name="ToUtc">End of the time it is for.</param>
/// <param name="ValueSi">The number.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Fact">Id of the fact that states it.</param>
/// <param name="Text">What it is, for reports.</param>
public sealed record Observation(DateTimeOffset FromUtc, DateTimeOffset ToUtc, double ValueSi, RecordUse Use, string Fact, string Text);
