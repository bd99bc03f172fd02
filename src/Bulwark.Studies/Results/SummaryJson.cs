using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bulwark.Simulation.Outcomes;

namespace Bulwark.Studies.Results;

/// <summary>The summary of a run as the one JSON object that <c>summary.json</c> holds and <c>--json</c> prints. Documented in docs/results.md.</summary>
public static class SummaryJson
{
    /// <summary>Value of the member "format".</summary>
    public const string Format = "bulwark-run/1";

    // Names may hold any letters; the file is UTF-8 JSON, never pasted into a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the summary.</summary>
    /// <param name="summary">The run's summary.</param>
    /// <param name="cpuTimeS">Processor time that the run took, seconds, or null when nobody measured it; not negative.</param>
    /// <param name="pictures">How good the picture of each node was; null to say nothing of it.</param>
    /// <returns>The text, ending in a line feed.</returns>
    public static string Of(RunSummary summary, double? cpuTimeS, IReadOnlyList<PictureScore>? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (cpuTimeS is { } given && !(given >= 0 && double.IsFinite(given))) throw new ArgumentOutOfRangeException(nameof(cpuTimeS), cpuTimeS, "Processor time is zero or more seconds.");
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("version", ProductVersion.Text);
            json.WriteString("scenario", summary.Scenario);
            json.WriteString("title", summary.Title);
            json.WriteNumber("seed", summary.Seed);
            json.WriteNumber("replication", summary.Replication);
            json.WriteString("hash", summary.Hash);
            json.WriteNumber("endS", summary.EndS);
            json.WriteNumber("events", summary.Events);
            Peaks(json, summary.Peaks);
            Targets(json, summary);
            Losses(json, summary);
            json.WriteNumber("doubleEngagements", summary.DoubleEngagements);
            Assignment(json, summary.Assignment);
            Debris(json, summary.Debris);
            json.WriteNumber("roundsSpent", summary.RoundsSpent);
            Batteries(json, summary);
            Pictures(json, pictures ?? []);
            if (cpuTimeS is { } seconds) json.WriteNumber("cpuSeconds", Math.Round(seconds, 3));
            else json.WriteNull("cpuSeconds");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Assignment(Utf8JsonWriter json, AssignmentOutcome? outcome)
    {
        if (outcome is null) return;
        json.WriteStartObject("assignment");
        json.WriteNumber("evaluations", outcome.Evaluations);
        json.WriteNumber("exact", outcome.Exact);
        json.WriteNumber("meanGap", outcome.MeanGapShare);
        json.WriteNumber("largestGap", outcome.LargestGapShare);
        json.WriteEndObject();
    }

    private static void Peaks(Utf8JsonWriter json, RunPeaks peaks)
    {
        json.WriteStartObject("peaks");
        json.WriteNumber("tracked", peaks.Tracked);
        json.WriteNumber("engaged", peaks.Engaged);
        json.WriteNumber("missilesInFlight", peaks.MissilesInFlight);
        json.WriteEndObject();
    }

    private static void Targets(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("targets");
        json.WriteNumber("total", summary.Targets.Total);
        json.WriteNumber("killed", summary.Targets.Killed);
        json.WriteNumber("leaked", summary.Targets.Leaked);
        json.WriteNumber("other", summary.Targets.Other);
        json.WriteEndObject();
        json.WriteStartObject("protected");
        json.WriteNumber("total", summary.Protected.Total);
        json.WriteNumber("engaged", summary.Protected.Engaged);
        json.WriteNumber("killed", summary.Protected.Killed);
        json.WriteEndObject();
    }

    private static void Losses(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("lossesByCause");
        foreach (var (cause, count) in summary.LossesByCause.OrderBy(static loss => loss.Key)) json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()), count);
        json.WriteEndObject();
    }

    private static void Debris(Utf8JsonWriter json, DebrisCounts debris)
    {
        json.WriteStartObject("debris");
        json.WriteNumber("ofAttackers", debris.OfAttackers);
        json.WriteNumber("ofAttackersInside", debris.OfAttackersInside);
        json.WriteNumber("ofProtected", debris.OfProtected);
        json.WriteNumber("ofProtectedInside", debris.OfProtectedInside);
        json.WriteNumber("ofRounds", debris.OfRounds);
        json.WriteNumber("ofRoundsInside", debris.OfRoundsInside);
        json.WriteEndObject();
    }

    private static void Batteries(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("batteries");
        foreach (var battery in summary.Batteries)
        {
            json.WriteStartObject();
            json.WriteString("id", battery.Id);
            json.WriteString("name", battery.Name);
            json.WriteStartObject("limits");
            Cap(json, "tracked", battery.Limits.Tracks);
            Cap(json, "engaged", battery.Limits.Targets);
            Cap(json, "missilesInFlight", battery.Limits.Missiles);
            json.WriteEndObject();
            Peaks(json, battery.Peaks);
            json.WriteNumber("roundsSpent", battery.RoundsSpent);
            json.WriteNumber("roundsLeft", battery.RoundsLeft);
            json.WriteNumber("hits", battery.Hits);
            Rounds(json, battery.Rounds);
            Units(json, battery.Units);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rounds(Utf8JsonWriter json, IReadOnlyList<RoundOutcome> rounds)
    {
        json.WriteStartArray("rounds");
        foreach (var round in rounds)
        {
            json.WriteStartObject();
            json.WriteString("id", round.Id);
            json.WriteString("name", round.Name);
            json.WriteNumber("spent", round.Spent);
            json.WriteNumber("left", round.Left);
            json.WriteNumber("hits", round.Hits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Units(Utf8JsonWriter json, IReadOnlyList<FireUnitOutcome> units)
    {
        json.WriteStartArray("fireUnits");
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("id", unit.Id);
            json.WriteString("name", unit.Name);
            Cap(json, "engagedLimit", unit.Limits.Targets);
            Cap(json, "missilesInFlightLimit", unit.Limits.Missiles);
            json.WriteNumber("engaged", unit.Engaged);
            json.WriteNumber("missilesInFlight", unit.MissilesInFlight);
            json.WriteNumber("roundsSpent", unit.RoundsSpent);
            json.WriteNumber("hits", unit.Hits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // No cap is null.
    private static void Cap(Utf8JsonWriter json, string name, int cap)
    {
        if (cap == int.MaxValue) json.WriteNull(name);
        else json.WriteNumber(name, cap);
    }

    private static void Pictures(Utf8JsonWriter json, IReadOnlyList<PictureScore> pictures)
    {
        json.WriteStartArray("pictures");
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            json.WriteString("id", picture.Id);
            json.WriteString("name", picture.Name);
            json.WriteNumber("periodS", picture.PeriodS);
            if (double.IsFinite(picture.SquaredErrorRatio)) json.WriteNumber("squaredErrorRatio", Math.Round(picture.SquaredErrorRatio, 4));
            else json.WriteNull("squaredErrorRatio");
            json.WriteNumber("ratedUpdates", picture.RatedUpdates);
            json.WritePropertyName("consistency");
            new JsonObject { ["state"] = ScoreJson.Of(picture.StateErrors), ["innovations"] = ScoreJson.Of(picture.Innovations) }.WriteTo(json);
            json.WritePropertyName("score");
            ScoreJson.Of(picture.Score).WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
