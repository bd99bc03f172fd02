namespace Bulwark.Studies.Measures;

/// <summary>A field of a recorded event as expressions see it. Immutable.</summary>
/// <param name="Name">Its name, as in the database.</param>
/// <param name="Words">The words of a choice with their numbers, or null for a number.</param>
internal sealed record EventField(string Name, IReadOnlyDictionary<string, int>? Words);
