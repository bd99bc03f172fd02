using System.Text;
using System.Text.Json.Nodes;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>The tables of keys of the pages about files, made of their schemas.</summary>
internal static class KeyTables
{
    public const string Heading = "## Keys\n";

    public static string Of(string schema, string top = "scenario")
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        var text = new StringBuilder(Heading);
        Write(text, top, root);
        foreach (var (name, part) in root["$defs"]!.AsObject())
        {
            // A template has the keys of what it is a template of.
            if (part!["properties"] is not null && !name.EndsWith("-template", StringComparison.Ordinal)) Write(text, name, part.AsObject());
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, JsonObject part)
    {
        text.Append($"\n### {name}\n{(string)part["description"]!}\n\n| key | expected | default | meaning |\n| --- | --- | --- | --- |\n");
        var required = Names(part["required"]).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in part["properties"]!.AsObject())
        {
            if (value!["deprecated"] is not null) continue;
            var words = ((string)value["description"]!).Split(" Expected: ");
            var isRequired = required.Contains(key) || Rules(part).Contains(key);
            var byDefault = value["default"] is { } given ? $"`{(string)given!}`" : isRequired ? "required" : "";
            text.Append($"| `{key}` | {Short(words[1].TrimEnd('.'))} | {byDefault} | {words[0]} |\n");
        }
    }

    // Keys of sections have tables of their own.
    private static string Short(string expected)
    {
        var with = expected.IndexOf(" with ", StringComparison.Ordinal);
        return with < 0 ? expected : expected[..with];
    }

    // A required key that a template or an older name can stand in for is the first of a rule's alternatives.
    private static IEnumerable<string> Rules(JsonObject part) =>
        (part["allOf"] as JsonArray ?? []).Select(static rule => Names(rule!["anyOf"]![0]!["required"]).First());

    private static IEnumerable<string> Names(JsonNode? list) => (list as JsonArray ?? []).Select(static name => (string)name!);
}
