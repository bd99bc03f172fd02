using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>Makes JSON schemas (draft 2020-12) of key definitions, collecting shared parts under <c>$defs</c>.</summary>
internal sealed class SchemaDefinitions
{
    private const string Number = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, JsonObject> _parts = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a mapping.</summary>
    public JsonObject Reference(KeySet keys)
    {
        if (!_parts.ContainsKey(keys.Name))
        {
            _parts[keys.Name] = [];
            _parts[keys.Name] = Mapping(keys);
        }

        return Reference(keys.Name);
    }

    /// <summary>A reference to a shared part, made on first use.</summary>
    public JsonObject Shared(string name, Func<JsonObject> make)
    {
        if (!_parts.ContainsKey(name)) _parts[name] = make();
        return Reference(name);
    }

    /// <summary>A reference to the schema of a mapping that may take what it does not say from a named one.</summary>
    /// <param name="keys">The keys of the mapping.</param>
    /// <param name="by">The key that names the other.</param>
    public JsonObject ReferenceWithBase(KeySet keys, KeyDefinition by)
    {
        if (!_parts.ContainsKey(keys.Name))
        {
            _parts[keys.Name] = [];
            _parts[keys.Name] = Mapping(keys, by);
        }

        return Reference(keys.Name);
    }

    /// <summary>A reference to the schema of a mapping of which nothing is required, because others complete it.</summary>
    /// <param name="keys">The keys of the mapping.</param>
    /// <param name="by">The key that names another of its kind.</param>
    public JsonObject PartialReference(KeySet keys, KeyDefinition by) => Shared(keys.Name + "-template", () => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = Properties([.. keys.Keys, by]),
        ["additionalProperties"] = false,
    });

    /// <summary>The schema of a mapping.</summary>
    /// <param name="keys">The keys of the mapping.</param>
    /// <param name="by">A key that names another from which it takes the rest; null when there is none.</param>
    public JsonObject Mapping(KeySet keys, KeyDefinition? by = null)
    {
        var mapping = new JsonObject { ["type"] = "object", ["description"] = keys.Description, ["properties"] = Properties(by is null ? keys.Keys : [.. keys.Keys, by]) };
        var required = new JsonArray();
        var rules = new JsonArray();
        foreach (var key in keys.Keys.Where(key => key.IsRequired))
        {
            if (key.Aliases.Count == 0 && by is null) required.Add(key.Name);
            else rules.Add(AnyOf([key.Name, .. key.Aliases, .. by is null ? Array.Empty<string>() : [by.Name]]));
        }

        if (required.Count > 0) mapping["required"] = required;
        if (rules.Count > 0) mapping["allOf"] = rules;
        mapping["additionalProperties"] = false;
        return mapping;
    }

    /// <summary>The schema of a number with a unit.</summary>
    public JsonObject Quantity(QuantityRange range)
    {
        if (range.Dimension == Dimension.None)
        {
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "number", ["minimum"] = range.MinimumSi, ["maximum"] = range.MaximumSi },
                    new JsonObject { ["type"] = "string", ["pattern"] = $"^{Number} *%$" }),
            };
        }

        var name = "quantity-" + string.Concat(range.Dimension.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
        return Shared(name, () =>
        {
            var units = UnitTable.For(range.Dimension).SelectMany(unit => unit.Aliases.Prepend(unit.Symbol)).Select(symbol => symbol.Replace("^", "[\\^]", StringComparison.Ordinal));
            var levels = range.Dimension == Dimension.Length ? "|FL *[0-9]{1,4}" : "";
            return new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = $"^({Number} *({string.Join('|', units)}){levels})$",
                ["examples"] = new JsonArray(DimensionText.Example(range.Dimension)),
            };
        });
    }

    /// <summary>The schema of a time.</summary>
    public JsonObject Duration() => Shared("time", () => new JsonObject
    {
        ["type"] = "string",
        ["pattern"] = $"^({Number} *(s|us|µs|μs|ms|min|h)|[0-9]{{1,6}}:[0-5][0-9]:[0-5][0-9]([.][0-9]+)?)$",
        ["examples"] = new JsonArray("90 s", "20 min", "00:20:00"),
    });

    /// <summary>The schema of a place.</summary>
    public JsonObject Position() => Shared("place", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["pattern"] = "^.*[0-9].*[, NSEW].*[0-9].*$", ["examples"] = new JsonArray("35.52 N, 24.15 E") },
            new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = new JsonObject { ["type"] = "number" } }),
    });

    /// <summary>The text of a whole schema file.</summary>
    /// <param name="title">What the schema describes.</param>
    /// <param name="root">Its top mapping.</param>
    public string Write(string title, JsonObject root)
    {
        var file = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            file[name] = value;
        }

        var definitions = new JsonObject();
        foreach (var (name, part) in _parts) definitions[name] = part;
        file["$defs"] = definitions;
        return file.ToJsonString(Layout) + "\n";
    }

    private JsonObject Properties(IReadOnlyList<KeyDefinition> keys)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var schema = key.Schema(this);
            schema["description"] = key.Description + " Expected: " + key.Expected + ".";
            if (key.DefaultText is not null) schema["default"] = key.DefaultText;
            properties[key.Name] = schema;
            foreach (var alias in key.Aliases)
            {
                var older = key.Schema(this);
                older["description"] = $"Now called '{key.Name}'.";
                older["deprecated"] = true;
                properties[alias] = older;
            }
        }

        return properties;
    }

    private static JsonObject AnyOf(IReadOnlyList<string> names) =>
        new() { ["anyOf"] = new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["required"] = new JsonArray(name) })]) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/$defs/" + name };
}
