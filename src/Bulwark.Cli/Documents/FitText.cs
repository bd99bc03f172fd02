using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Core.Units;
using Bulwark.Flight.Interceptors;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Documents;

/// <summary>Prints what rounds are in the catalogue beside what a fit to their publication makes of them.</summary>
internal static class FitText
{
    private static readonly (string Name, Func<InterceptorParameters, double> Value, Func<double, string> Text)[] Fitted =
    [
        ("propellant-mass", static round => round.PropellantMassKg, static value => QuantityFormat.Short(value, Dimension.Mass, 4)),
        ("thrust", static round => round.ThrustN, static value => QuantityFormat.Short(value, Dimension.Force, 4)),
        ("sustain-propellant-mass", static round => round.SustainPropellantMassKg, static value => QuantityFormat.Short(value, Dimension.Mass, 4)),
        ("sustain-thrust", static round => round.SustainThrustN, static value => QuantityFormat.Short(value, Dimension.Force, 4)),
        ("drag-factor", static round => round.DragFactor, static value => value.ToString("0.###", CultureInfo.InvariantCulture)),
    ];

    /// <summary>For each round the figures before and after, then the residuals before and after.</summary>
    public static void Write(IReadOnlyList<RoundCalibration> rounds, IReadOnlyList<RoundCalibration?> fitted, Report report)
    {
        List<IReadOnlyList<string>> figures = [["round", "figure", "in the catalogue", "fitted"]];
        List<IReadOnlyList<string>> residuals = [RoundCalibration.Columns];
        for (var i = 0; i < rounds.Count; i++)
        {
            foreach (var (name, value, text) in Fitted)
            {
                if (value(rounds[i].Round) > 0) figures.Add([rounds[i].Entry.Id, name, text(value(rounds[i].Round)), fitted[i] is { } fit ? text(value(fit.Round)) : "nothing fits"]);
            }

            residuals.Add(rounds[i].Row);
            if (fitted[i] is { } done) residuals.Add([$"{done.Entry.Id}, fitted", .. done.Row.Skip(1)]);
        }

        EnvelopeText.Rows(figures, report);
        report.Line();
        EnvelopeText.Rows(residuals, report);
        report.Line("Fitted to the typical greatest speed, then to the largest range, with the entry's own burn times, exhaust speed and areas; the height follows. In brackets the residual.");
    }

    /// <summary>The same as JSON, in SI units; null where nothing fits.</summary>
    public static JsonObject Json(IReadOnlyList<RoundCalibration> rounds, IReadOnlyList<RoundCalibration?> fitted) => new()
    {
        ["rounds"] = new JsonArray([.. rounds.Select((round, i) => (JsonNode)new JsonObject
        {
            ["id"] = round.Entry.Id,
            ["catalogue"] = Round(round),
            ["fitted"] = fitted[i] is { } fit ? Round(fit) : null,
        })]),
    };

    private static JsonObject Round(RoundCalibration round) => new()
    {
        ["propellantMassKg"] = round.Round.PropellantMassKg,
        ["thrustN"] = round.Round.ThrustN,
        ["sustainPropellantMassKg"] = round.Round.SustainPropellantMassKg,
        ["sustainThrustN"] = round.Round.SustainThrustN,
        ["dragFactor"] = round.Round.DragFactor,
        ["greatestSpeedMPerS"] = round.Performance.GreatestSpeedMPerS,
        ["reachM"] = round.Performance.ReachM,
        ["ceilingM"] = round.Performance.CeilingM,
        ["speedResidualRatio"] = double.IsNaN(round.SpeedResidualRatio) ? null : round.SpeedResidualRatio,
        ["rangeResidualRatio"] = round.RangeResidualRatio,
        ["heightResidualRatio"] = round.HeightResidualRatio,
    };
}
