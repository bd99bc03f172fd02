namespace Bulwark.Studies.Results;

/// <summary>A further file of a results folder, written by the caller. Immutable.</summary>
/// <param name="Name">File name without a folder.</param>
/// <param name="Write">Writes the content to the stream it is handed; it need not close it.</param>
public sealed record ResultFile(string Name, Action<Stream> Write);
