using System.CommandLine;

namespace Bulwark.Cli.Manner;

/// <summary>A command with examples for its help.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines, without the leading <c>bulwark</c>.</param>
internal sealed class ExampleCommand(string name, string description, IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Command lines, without the leading <c>bulwark</c>.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
