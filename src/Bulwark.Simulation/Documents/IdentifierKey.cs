using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for an identifier: small letters, digits and hyphens, so that it can stand in file names, tables and addresses.</summary>
public sealed class IdentifierKey : Key<string>
{
    private const int Longest = 64;
    private const string Pattern = "^[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$";

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public IdentifierKey(string name, string description)
        : base(name, description)
    {
    }

    /// <inheritdoc />
    public override string Expected => "small letters, digits and hyphens, such as 'raid-north'";

    internal override string Fallback => "";

    /// <summary>Whether a text is an identifier.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.');

    internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = Pattern };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out string value)
    {
        value = "";
        if (Scalar(node, problems) is not { } scalar) return false;
        if (!IsValid(scalar.Text))
        {
            problems.Error(node.Place, $"{QuotedText.Of(scalar.Text)} is no identifier", Expected, scalar.Text.Length > Longest ? $"at most {Longest} characters" : "");
            return false;
        }

        value = scalar.Text;
        return true;
    }
}
