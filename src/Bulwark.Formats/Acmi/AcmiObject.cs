namespace Bulwark.Formats.Acmi;

/// <summary>What is declared of an object when it first appears. Immutable.</summary>
/// <param name="Name">Name of the kind, for example <c>F-16C</c>.</param>
/// <param name="Type">Tags of <see cref="AcmiType"/>, for example <see cref="AcmiType.Aircraft"/>.</param>
/// <param name="Color">Colour of its symbol.</param>
/// <param name="Coalition">Side, free text.</param>
/// <param name="CallSign">Its own name or call sign; null when it has none.</param>
/// <param name="Parent">Identifier of the object it came from, for example the launcher of a missile; null when there is none.</param>
public sealed record AcmiObject(
    string Name, string Type, AcmiColor Color, string Coalition, string? CallSign = null, ulong? Parent = null);
