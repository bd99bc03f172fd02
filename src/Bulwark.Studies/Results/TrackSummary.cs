using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bulwark.Studies.Results;

/// <summary>
/// What tracking a recording came to: the one JSON object that <c>summary.json</c> of a tracks folder holds and <c>--json</c> prints.
/// Documented in docs/results.md. Immutable.
/// </summary>
public sealed record TrackSummary
{
    /// <summary>Value of the member "format".</summary>
    public const string Format = "bulwark-track/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name of the recording, without a folder.</summary>
    public required string Recording { get; init; }

    /// <summary>Records read, by ASTERIX category.</summary>
    public required IReadOnlyDictionary<int, long> RecordsByCategory { get; init; }

    /// <summary>Plots handed to the tracker.</summary>
    public required long Plots { get; init; }

    /// <summary>North marks read.</summary>
    public required long NorthMarks { get; init; }

    /// <summary>Measured time of one rotation, seconds; null when it could not be measured.</summary>
    public double? AntennaPeriodS { get; init; }

    /// <summary>Confirmed tracks.</summary>
    public required int Tracks { get; init; }

    /// <summary>Share of the plots that confirmed tracks took, 0 to 1; null without plots.</summary>
    public double? PlotsUsedShare { get; init; }

    /// <summary>Recorded time divided by the time the work took; null when nobody measured it.</summary>
    public double? TimesRealTimeFactor { get; init; }

    /// <summary>Further members, written after the others in their order; null for none.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>The summary as JSON, ending in a line feed.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("version", ProductVersion.Text);
            json.WriteString("recording", Recording);
            json.WriteStartObject("recordsByCategory");
            foreach (var (category, records) in RecordsByCategory.OrderBy(static pair => pair.Key)) json.WriteNumber(category.ToString("000"), records);
            json.WriteEndObject();
            json.WriteNumber("plots", Plots);
            json.WriteNumber("northMarks", NorthMarks);
            Number(json, "antennaPeriodS", AntennaPeriodS, 6);
            json.WriteNumber("tracks", Tracks);
            Number(json, "plotsUsedShare", PlotsUsedShare, 6);
            Number(json, "timesRealTime", TimesRealTimeFactor, 1);
            foreach (var (name, value) in Details ?? [])
            {
                json.WritePropertyName(name);
                if (value is null) json.WriteNullValue();
                else value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Number(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } known && double.IsFinite(known)) json.WriteNumber(name, Math.Round(known, digits));
        else json.WriteNull(name);
    }
}
