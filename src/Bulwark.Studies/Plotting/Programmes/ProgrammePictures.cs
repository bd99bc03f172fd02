using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Draws every picture of a programme.</summary>
internal static class ProgrammePictures
{
    /// <summary>The pictures in reading order; the same for the same results, to the byte.</summary>
    public static IReadOnlyList<Picture> Draw(ProgrammeFindings findings)
    {
        var pictures = new List<Picture>();
        if (findings.Backtest is { } backtest)
        {
            pictures.Add(new Picture(
                "backtest.svg", "The published record and the model", "The model is fitted to the first part of the record and held against the rest. A plan is what somebody announced; it is no observation.", BacktestChart.Draw(findings.Programme, backtest)));
        }

        if (findings.Study is not { } study) return pictures;
        pictures.AddRange(Draw(study));
        if (findings.Effect is { } effect)
        {
            pictures.Insert(1, new Picture(
                "effect.svg",
                "What readiness is worth: chance that the raid is stopped",
                $"{effect.Title}: stopped means “{effect.Stopped}”. The state of the units at each date, sampled from the replications, is the state in which the batteries meet the raid. Bands are 95 per cent intervals of the chance, from the replications of the years and from the engagements.",
                EffectChart.Draw(study, effect)));
        }

        return pictures;
    }

    private static List<Picture> Draw(ProgrammeStudyResult result)
    {
        var worst = result.Cases.MinBy(static outcome => outcome.ReadyMeanShare.Where(static share => !double.IsNaN(share)).DefaultIfEmpty(1).Average())!;
        var pictures = new List<Picture>
        {
            new("readiness.svg", "Readiness over the years", "Share of the units there that are ready, averaged over each month. Bands are over replications: each draws its luck and every uncertain figure anew, and all cases share both.", ReadinessChart.Draw(result)),
            new("units.svg", "Readiness by unit", "The same for each unit by itself, over the replications in which it is there: a unit that an option brings is there in a few only.", UnitChart.Draw(result)),
            new("waiting.svg", "Parts waited for", "Mean number of failed parts for which a unit waits, because no spare is at its base. Shaded: embargoes of the cases that have them.", WaitingChart.Draw(result)),
            new("components.svg", $"What stops the units: {worst.Title}", "Share of the time of the units there that was lost for want of a component, in the case with the lowest readiness. When several are missing at once they share the time.", CauseChart.Draw("components", "What stops the units", worst.ByComponent, 20)),
            new("suppliers.svg", $"What stops the units, by supplier: {worst.Title}", "The same by the preferred supplier of the missing component.", CauseChart.Draw("suppliers", "What stops the units, by supplier", worst.BySupplier, 16)),
            new("countries.svg", $"What stops the units, by country: {worst.Title}", "The same by the country of that supplier.", CauseChart.Draw("countries", "What stops the units, by country", worst.ByCountry, 12)),
            new("cost.svg", "Money by year", "Mean over replications by purpose; the line spans nine tenths of the replications' totals.", CostChart.Draw(result)),
        };
        if (result.Plan.Programme.Contracts.Count + result.Plan.Programme.Events.Count > 0)
            pictures.Add(new Picture("gantt.svg", "Deliveries, measures, production at home", "Dates of contracts and deliveries as the file has them; when units were set up and manned, and late deliveries, as simulated in the last case. Qualifying of suppliers at home: typical time dark, longest light.", DeliveryGantt.Draw(result)));
        if (SupplyMap.Draw(result, worst) is { } map)
            pictures.Add(new Picture("supply.svg", "Where parts come from", $"Suppliers and sites as the file places them; lines are as wide as the readiness lost for want of what they carry ({worst.Title}). Coastline from Natural Earth 1:50m.", map));
        return pictures;
    }
}
