using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a date and time of day in UTC.</summary>
public sealed class TimestampKey : Key<DateTimeOffset>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd",
    ];

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public TimestampKey(string name, string description)
        : base(name, description)
    {
    }

    /// <inheritdoc />
    public override string Expected => "a date and time in UTC such as '2026-06-01 06:00'";

    internal override DateTimeOffset Fallback => DateTimeOffset.UnixEpoch;

    internal override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?)?$" };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out DateTimeOffset value)
    {
        value = Fallback;
        if (Scalar(node, problems) is not { } scalar) return false;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(scalar.Text.Trim(), Formats, CultureInfo.InvariantCulture, Utc, out value)) return true;
        problems.Error(node.Place, $"{QuotedText.Of(scalar.Text)} is not a date and time", Expected);
        return false;
    }
}
