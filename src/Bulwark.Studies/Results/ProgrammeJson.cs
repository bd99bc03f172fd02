using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Reports.Programmes;

namespace Bulwark.Studies.Results;

/// <summary>What was found out about a programme as the one JSON object that <c>summary.json</c> holds and <c>--json</c> prints. Documented in docs/results.md.</summary>
public static class ProgrammeJson
{
    /// <summary>Value of the member "format".</summary>
    public const string Format = "bulwark-programme/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="cpuTimeS">Processor time, seconds; null when nobody measured it.</param>
    /// <returns>The text, ending in a line feed.</returns>
    public static string Of(ProgrammeFindings findings, double? cpuTimeS)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("version", ProductVersion.Text);
            json.WriteString("programme", findings.Programme.Id);
            json.WriteString("title", findings.Programme.Title);
            json.WriteStartArray("answer");
            foreach (var sentence in ProgrammeWords.Of(findings)) json.WriteStringValue(sentence);
            json.WriteEndArray();
            if (findings.Study is { } study) Study(json, study);
            Number(json, "analyticReadyShare", findings.AnalyticReadyShare);
            if (findings.Localisation is { } localisation) Localisation(json, localisation);
            if (findings.Stocks is { } stocks) Stocks(json, findings, stocks);
            if (findings.Backtest is { } backtest) Backtest(json, backtest);
            if (findings.Effect is { } effect) Effect(json, findings, effect);
            if (cpuTimeS is { } seconds) json.WriteNumber("cpuSeconds", Math.Round(seconds, 3));
            else json.WriteNull("cpuSeconds");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Study(Utf8JsonWriter json, ProgrammeStudyResult study)
    {
        json.WriteNumber("seed", study.Seed);
        json.WriteNumber("replications", study.Replications);
        json.WriteString("hash", study.Hash);
        json.WriteNumber("months", study.Plan.MonthCount);
        json.WriteStartArray("cases");
        foreach (var outcome in study.Cases)
        {
            json.WriteStartObject();
            json.WriteString("id", outcome.Id);
            json.WriteString("title", outcome.Title);
            Number(json, "readyMean", outcome.MeanShare(0, study.Plan.MonthCount));
            Numbers(json, "readyMeanByMonth", outcome.ReadyMeanShare);
            json.WriteStartObject("readyQuantilesByMonth");
            for (var band = 0; band < CaseOutcome.BandProbability.Count; band++) Numbers(json, $"{CaseOutcome.BandProbability[band]:0.##}", outcome.ReadyBandsShare[band]);
            json.WriteEndObject();
            json.WriteStartObject("unitReadyByMonth");
            for (var unit = 0; unit < outcome.UnitReadyShare.Count; unit++) Numbers(json, study.Plan.Programme.Units[unit].Id, outcome.UnitReadyShare[unit]);
            json.WriteEndObject();
            json.WriteStartObject("unitReadyQuantilesByMonth");
            for (var unit = 0; unit < outcome.UnitBandsShare.Count; unit++)
            {
                json.WriteStartObject(study.Plan.Programme.Units[unit].Id);
                for (var band = 0; band < CaseOutcome.BandProbability.Count; band++) Numbers(json, $"{CaseOutcome.BandProbability[band]:0.##}", outcome.UnitBandsShare[unit][band]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            Numbers(json, "waitingByMonth", outcome.WaitingCount);
            json.WriteStartObject("costUsdByYear");
            for (var category = 0; category < outcome.CostUsd.Count; category++) Numbers(json, JsonNamingPolicy.CamelCase.ConvertName(((CostCategory)category).ToString()), outcome.CostUsd[category]);
            json.WriteEndObject();
            Causes(json, "components", outcome.ByComponent);
            Causes(json, "suppliers", outcome.BySupplier);
            Causes(json, "countries", outcome.ByCountry);
            json.WriteStartArray("recovery");
            foreach (var recovery in outcome.Recovery)
            {
                json.WriteStartObject();
                json.WriteString("event", study.Plan.Programme.Events[recovery.Event].Id);
                Number(json, "medianDays", recovery.MedianS / 86400);
                Number(json, "highDays", recovery.HighS / 86400);
                Number(json, "neverShare", recovery.NeverShare);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Causes(Utf8JsonWriter json, string name, IReadOnlyList<StopCause> causes)
    {
        json.WriteStartArray(name);
        foreach (var cause in causes)
        {
            json.WriteStartObject();
            json.WriteString("name", cause.Name);
            if (cause.Supplier.Length > 0) json.WriteString("supplier", cause.Supplier);
            if (cause.Country.Length > 0) json.WriteString("country", cause.Country);
            Number(json, "waitingShare", cause.WaitingShare);
            Number(json, "barredShare", cause.BarredShare);
            Number(json, "fittingShare", cause.FittingShare);
            Number(json, "failuresPerYear", cause.FailuresPerYearCount);
            Number(json, "stockOutsPerYear", cause.StockOutsPerYearCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Localisation(Utf8JsonWriter json, LocalisationAdvice advice)
    {
        json.WriteStartObject("localisation");
        json.WriteString("event", advice.Question.Event);
        Number(json, "floor", advice.FloorShare);
        var plan = advice.Best.Plan;
        json.WriteBoolean("feasible", plan.IsFeasible);
        json.WriteBoolean("optimal", plan.IsOptimal);
        json.WriteBoolean("heldInSimulation", advice.Chosen >= 0);
        json.WriteStartArray("atHome");
        for (var at = 0; at < advice.Items.Count; at++)
        {
            if (plan.AtHome[at]) json.WriteStringValue(advice.Items[at].Component.Id);
        }

        json.WriteEndArray();
        Number(json, "costUsd", plan.CostUsd);
        Number(json, "boundUsd", plan.BoundUsd);
        Number(json, "readyShare", plan.AvailabilityShare);
        Number(json, "nothingAtHomeShare", plan.NothingShare);
        Number(json, "everythingAtHomeShare", plan.EverythingShare);
        json.WriteStartArray("trials");
        foreach (var trial in advice.Trials)
        {
            json.WriteStartObject();
            Number(json, "askedShare", trial.AskedShare);
            Number(json, "analyticShare", trial.Plan.AvailabilityShare);
            Number(json, "costUsd", trial.Plan.CostUsd);
            Number(json, "boundUsd", trial.Plan.BoundUsd);
            json.WriteNumber("atHome", trial.Plan.AtHome.Count(static one => one));
            Number(json, "simulatedLastQuarterShare", trial.Ready.Value);
            Number(json, "low", trial.Ready.Low);
            Number(json, "high", trial.Ready.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Stocks(Utf8JsonWriter json, ProgrammeFindings findings, StockAdvice advice)
    {
        json.WriteStartObject("stocks");
        Number(json, "budgetUsd", advice.BudgetUsd);
        Number(json, "costUsd", advice.Plan.CostUsd);
        Number(json, "backorders", advice.Plan.BackordersCount);
        Number(json, "boundBackorders", advice.Plan.BoundBackordersCount);
        json.WriteStartObject("spares");
        for (var at = 0; at < advice.Parts.Count; at++) json.WriteNumber(findings.Study!.Plan.Components[advice.Parts[at]].Id, advice.Plan.Stocks[at]);
        json.WriteEndObject();
        json.WriteStartObject("readyMean");
        foreach (var outcome in advice.Cases) Number(json, outcome.Id, outcome.MeanShare(0, findings.Study!.Plan.MonthCount));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Backtest(Utf8JsonWriter json, BacktestResult backtest)
    {
        json.WriteStartObject("backtest");
        json.WriteString("model", backtest.Words);
        json.WriteStartArray("record");
        foreach (var line in backtest.Lines)
        {
            json.WriteStartObject();
            json.WriteString("text", line.Observation.Text);
            json.WriteString("use", JsonNamingPolicy.CamelCase.ConvertName(line.Observation.Use.ToString()));
            Number(json, "published", line.Observation.ValueSi);
            Number(json, "model", line.ModelCount);
            Number(json, "errorShare", line.ErrorShare);
            if (line.ModelUtc is { } date) json.WriteString("modelDate", $"{date:yyyy-MM-dd}");
            if (line.ModelUtc is not null) Number(json, "errorMonths", line.ErrorS / ProgrammePlan.MonthS);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Effect(Utf8JsonWriter json, ProgrammeFindings findings, EffectResult effect)
    {
        json.WriteStartObject("effect");
        json.WriteString("study", effect.Title);
        json.WriteString("stoppedMeans", effect.Stopped);
        json.WriteString("hash", effect.Hash);
        json.WriteNumber("states", effect.States);
        json.WriteNumber("engagements", effect.Runs);
        Number(json, "everythingReady", effect.FullProbability);
        Number(json, "nothingReady", effect.NothingProbability);
        json.WriteStartArray("cases");
        for (var at = 0; at < effect.Cases.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("id", findings.Study!.Cases[at].Id);
            Numbers(json, "month", [.. effect.Cases[at].Select(static point => (double)point.Month)]);
            Numbers(json, "stopped", [.. effect.Cases[at].Select(static point => point.StoppedProbability)]);
            Numbers(json, "error", [.. effect.Cases[at].Select(static point => point.ErrorProbability)]);
            json.WriteStartObject("means");
            for (var measure = 0; measure < effect.Measures.Count; measure++) Numbers(json, effect.Measures[measure].Name, [.. effect.Cases[at].Select(point => point.MeansSi[measure])]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // JSON has no word for "not there": null stands for it.
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, Math.Round(value, 6));
        else json.WriteNull(name);
    }

    private static void Numbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(Math.Round(value, 6));
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
