namespace Bulwark.Simulation.Programmes;

/// <summary>One way the years may go, to be compared with the others on the same luck. Immutable.</summary>
/// <param name="Id">Identifier, unique among the cases.</param>
/// <param name="Title">What it is, for reports.</param>
/// <param name="Without">Events that do not happen.</param>
/// <param name="HasHome">Whether production at home is set up.</param>
/// <param name="Home">The components made at home; empty for every one that has such a source.</param>
public sealed record ProgrammeCase(string Id, string Title, IReadOnlyList<string> Without, bool HasHome, IReadOnlyList<string> Home);
