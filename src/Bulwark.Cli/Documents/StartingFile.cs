namespace Bulwark.Cli.Documents;

/// <summary>A kind of file to start from. Immutable.</summary>
/// <param name="Kind">Its word on the command line.</param>
/// <param name="Text">Makes its text of the file's name without ending.</param>
/// <param name="Next">The command that uses it.</param>
internal sealed record StartingFile(string Kind, Func<string, string> Text, string Next);
