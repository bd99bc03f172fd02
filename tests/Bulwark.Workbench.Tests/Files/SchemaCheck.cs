using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Checks values against the part of JSON Schema (draft 2020-12) that our schemas use; an unknown keyword is a failure.</summary>
internal sealed class SchemaCheck(string text)
{
    private readonly JsonObject _root = JsonNode.Parse(text)!.AsObject();
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems(JsonNode? value)
    {
        _problems.Clear();
        Check(value, _root, "$");
        return [.. _problems];
    }

    private bool Fits(JsonNode? value, JsonObject schema)
    {
        var before = _problems.Count;
        Check(value, schema, "$");
        var fits = _problems.Count == before;
        _problems.RemoveRange(before, _problems.Count - before);
        return fits;
    }

    private void Check(JsonNode? value, JsonObject schema, string path)
    {
        foreach (var (keyword, rule) in schema) Apply(keyword, rule!, value, schema, path);
    }

    private void Apply(string keyword, JsonNode rule, JsonNode? value, JsonObject schema, string path)
    {
        switch (keyword)
        {
            case "$schema" or "$defs" or "title" or "description" or "default" or "examples" or "deprecated" or "then":
                break;
            case "$ref":
                Check(value, _root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), path);
                break;
            case "type":
                var types = rule is JsonArray list ? list.Select(item => item!.GetValue<string>()) : [rule.GetValue<string>()];
                Require(types.Any(type => IsOf(value, type)), path, $"is not {rule.ToJsonString()}");
                break;
            case "enum":
                Require(rule.AsArray().Any(item => JsonNode.DeepEquals(item, value)), path, $"is not one of {rule.ToJsonString()}");
                break;
            case "const":
                Require(JsonNode.DeepEquals(rule, value), path, $"is not {rule.ToJsonString()}");
                break;
            case "pattern":
                if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
                    Require(Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)), path, $"does not match {rule}");
                break;
            case "minimum":
                if (Number(value) is { } low) Require(low >= Number(rule), path, $"is below {rule}");
                break;
            case "maximum":
                if (Number(value) is { } high) Require(high <= Number(rule), path, $"is above {rule}");
                break;
            case "minItems":
                if (value is JsonArray few) Require(few.Count >= Number(rule), path, "has too few items");
                break;
            case "maxItems":
                if (value is JsonArray many) Require(many.Count <= Number(rule), path, "has too many items");
                break;
            case "items":
                if (value is JsonArray items)
                    for (var i = 0; i < items.Count; i++) Check(items[i], rule.AsObject(), $"{path}[{i}]");
                break;
            case "properties":
                foreach (var (name, part) in rule.AsObject())
                    if (value is JsonObject holder && holder.ContainsKey(name)) Check(holder[name], part!.AsObject(), $"{path}.{name}");
                break;
            case "required":
                foreach (var name in rule.AsArray())
                    if (value is JsonObject holder) Require(holder.ContainsKey(name!.GetValue<string>()), path, $"lacks {name}");
                break;
            case "additionalProperties":
                foreach (var (name, part) in value as JsonObject ?? [])
                {
                    if (schema["properties"]?.AsObject().ContainsKey(name) == true) continue;
                    if (rule is JsonObject other) Check(part, other, $"{path}.{name}");
                    else Require(rule.GetValue<bool>(), path, $"has the unknown key {name}");
                }

                break;
            case "anyOf":
                Require(rule.AsArray().Any(option => Fits(value, option!.AsObject())), path, "fits no alternative");
                break;
            case "allOf":
                foreach (var part in rule.AsArray()) Check(value, part!.AsObject(), path);
                break;
            case "if":
                if (Fits(value, rule.AsObject())) Check(value, schema["then"]!.AsObject(), path);
                break;
            default:
                throw new NotSupportedException($"the schema uses '{keyword}', which this check does not know");
        }
    }

    private void Require(bool holds, string path, string message)
    {
        if (!holds) _problems.Add($"{path} {message}");
    }

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString()) : null;

    private static bool IsOf(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Floor(number),
        _ => throw new NotSupportedException(type),
    };
}
