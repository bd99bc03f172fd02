using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>The figures of an entry of a programme in words, typical value first, then its range.</summary>
internal static class SupportFigures
{
    private const double PerDay = 1 / 86400.0;
    private const double YearS = 365.25 * 86400;

    public static string Of(Component component, Programme programme)
    {
        if (component.Parts.Count > 0) return string.Join(", ", component.Parts.Select(static part => part.Needed == part.Quantity ? $"{part.Quantity} × {part.Component}" : $"{part.Needed} of {part.Quantity} × {part.Component}"));
        var figures = new List<string>();
        if (component.Kinds > 1) figures.Add($"{component.Kinds} part numbers");
        if (double.IsFinite(component.BetweenFailuresS.TypicalSi)) figures.Add(Range(component.BetweenFailuresS, 1 / 3600.0, "h between failures"));
        if (double.IsFinite(component.BetweenMovesCount.TypicalSi)) figures.Add(Range(component.BetweenMovesCount, 1, "moves between failures"));
        if (component.BatchCount > 1) figures.Add($"{component.BatchCount:0.##} fail together");
        if (component.BaseRepairShare.HighSi > 0) figures.Add($"{Range(component.BaseRepairShare, 100, "%")} mended at the base in {Range(component.BaseRepairS, PerDay, "d")}");
        if (component.Repair != RepairPlace.Nowhere) figures.Add($"repair at the {component.Repair.ToString().ToLowerInvariant()} {Range(component.RepairS, PerDay, "d")}");
        if (component.CondemnedShare.HighSi > 0) figures.Add($"{Range(component.CondemnedShare, 100, "%")} beyond repair");
        if (component.ReplaceS.HighSi > 0) figures.Add($"fitted in {Range(component.ReplaceS, 1 / 3600.0, "h")}");
        figures.Add($"price {Range(component.PriceUsd, 1e-3, "thousand USD")}");
        if (component.BaseStock + component.DepotStock > 0) figures.Add($"{component.BaseStock} in stock at a base, {component.DepotStock} at a depot");
        figures.AddRange(component.Sources.Select(source => Of(source, programme)));
        return string.Join("; ", figures);
    }

    public static string Of(Supplier supplier)
    {
        var figures = new List<string> { supplier.CapacityPerS is { } capacity ? $"makes {Range(capacity, YearS, "a year")}" : "never busy" };
        if (supplier.GrowthShare.HighSi != 0) figures.Add($"grows by {Range(supplier.GrowthShare, 100, "% a year")}");
        if (supplier.LearningRatio < 1) figures.Add($"learning curve of {100 * supplier.LearningRatio:0.#} %");
        if (supplier.PriceLearningRatio < 1) figures.Add($"prices fall to {100 * supplier.PriceLearningRatio:0.#} % with each doubling");
        if (supplier.RepairCapacityPerS is { } repairs) figures.Add($"repairs {Range(repairs, YearS, "a year")}");
        return string.Join("; ", figures);
    }

    public static string Of(SupportSite site)
    {
        var figures = new List<string>();
        if (site.Benches is { } benches) figures.Add($"{benches} benches");
        if (site.ShipS.HighSi > 0) figures.Add($"{Range(site.ShipS, PerDay, "d")} from the depot");
        if (site.ReturnS.HighSi > 0) figures.Add($"{Range(site.ReturnS, PerDay, "d")} to its shop");
        return string.Join("; ", figures);
    }

    public static string Of(ProgrammeUnit unit)
    {
        var figures = new List<string> { Range(unit.UseRatio, 8766, "h a year") };
        if (unit.MovesPerS.HighSi > 0) figures.Add(Range(unit.MovesPerS, YearS, "moves a year"));
        if (unit.RoundsPerS.HighSi > 0) figures.Add(Range(unit.RoundsPerS, YearS, "rounds fired a year"));
        if (unit.RunningUsdPerS.HighSi > 0) figures.Add($"running {Range(unit.RunningUsdPerS, YearS / 1e6, "million USD a year")}");
        return string.Join("; ", figures);
    }

    public static string Of(Contract contract)
    {
        var figures = new List<string>();
        if (contract.ExercisedProbability < 1) figures.Add($"comes about with a chance of {contract.ExercisedProbability:0 %}");
        if (contract.ValueUsd.HighSi > 0) figures.Add(Range(contract.ValueUsd, 1e-6, "million USD"));
        if (contract.AdvanceShare < 1) figures.Add($"{contract.AdvanceShare:0 %} in advance, the rest over {Range(contract.LoanS, 1 / YearS, "years")} at {Range(contract.InterestShare, 100, "%")}");
        return string.Join("; ", figures);
    }

    public static string Of(Delivery delivery)
    {
        var figures = new List<string>();
        if (delivery.Rounds > 0) figures.Add($"{delivery.Rounds} rounds");
        if (delivery.DelayS.HighSi > 0) figures.Add($"late by {Range(delivery.DelayS, PerDay, "d")}");
        if (delivery.SetUpS.HighSi > 0) figures.Add($"set up in {Range(delivery.SetUpS, PerDay, "d")}");
        if (delivery.CrewDelayS.HighSi > 0) figures.Add($"crew later by {Range(delivery.CrewDelayS, PerDay, "d")}");
        return string.Join("; ", figures);
    }

    public static string Of(SupplyEvent happens)
    {
        var figures = new List<string> { $"from {happens.FromUtc:yyyy-MM-dd}{(happens.ToUtc is { } to ? $" to {to:yyyy-MM-dd}" : "")}" };
        if (happens.LeadFactor != 1) figures.Add($"lead times times {happens.LeadFactor:0.##}");
        if (happens.QualificationS.HighSi > 0) figures.Add($"qualified in {Range(happens.QualificationS, PerDay, "d")}");
        return string.Join("; ", figures);
    }

    private static string Of(ComponentSource source, Programme programme)
    {
        var text = $"{programme.Suppliers.First(one => one.Id == source.Supplier).Name}: {Range(source.LeadS, PerDay, "d")}";
        if (source.FromUtc is { } from) text += $", from {from:yyyy-MM-dd} after {Range(source.QualificationS, PerDay, "d")}";
        if (source.CostFactor.TypicalSi != 1 || source.CostFactor.IsUncertain) text += $", {Range(source.CostFactor, 1, "times the price")}";
        return source.SetUpUsd.HighSi > 0 ? $"{text}, line {Range(source.SetUpUsd, 1e-6, "million USD")}" : text;
    }

    private static string Range(Spread spread, double factor, string unit) =>
        spread.IsUncertain ? $"{spread.TypicalSi * factor:#,0.##} ({spread.LowSi * factor:#,0.##} to {spread.HighSi * factor:#,0.##}) {unit}" : $"{spread.TypicalSi * factor:#,0.##} {unit}";
}
