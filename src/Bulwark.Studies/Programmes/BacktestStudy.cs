using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Programmes;

/// <summary>Fits the model of a back-test to the first part of its record and holds it against the rest.</summary>
public static class BacktestStudy
{
    private const double MonthS = 365.25 * 86400 / 12;

    /// <summary>Does it.</summary>
    /// <param name="backtest">The record and the model.</param>
    /// <exception cref="ArgumentException">The record cannot be fitted.</exception>
    public static BacktestResult Run(Backtest backtest)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        return backtest.Model == BacktestModel.Ramp ? Ramp(backtest) : Resourcing(backtest);
    }

    /// <summary>What the bottleneck allows in a year; infinite before the first figure.</summary>
    /// <param name="backtest">The back-test.</param>
    /// <param name="year">Calendar year.</param>
    public static double MostCount(Backtest backtest, int year)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        var most = double.PositiveInfinity;
        foreach (var (from, output, _) in backtest.Bottlenecks)
        {
            if (from.Year <= year) most = output;
        }

        return most;
    }

    private static BacktestResult Ramp(Backtest backtest)
    {
        var origin = backtest.OriginUtc.Year;
        var ramp = ProductionRamp.Fit([.. backtest.Record.Where(static one => one.Use == RecordUse.Fit).Select(one => (one.FromUtc.Year - origin, one.ToUtc.Year - origin, one.ValueSi))]);
        var lines = backtest.Record.Select(one =>
        {
            // The fit is of the growth alone; what is held against the rest has the bottleneck in it.
            var model = ramp.MeanCount(one.FromUtc.Year - origin, one.ToUtc.Year - origin, one.Use == RecordUse.Fit ? static _ => double.PositiveInfinity : year => MostCount(backtest, year + origin));
            return new BacktestLine(one, model, (model / one.ValueSi) - 1, null, 0);
        });
        return new BacktestResult($"output grows by {100 * ramp.GrowthShare:0.0} % a year from {ramp.FirstCount:0} in {origin}, cut to what the bottleneck allows", [.. lines], ramp, null);
    }

    private static BacktestResult Resourcing(Backtest backtest)
    {
        var curve = ResourcingCurve.Fit(backtest.StartCount, [.. backtest.Record.Where(static one => one.Use == RecordUse.Fit).Select(one => ((Middle(one) - backtest.OriginUtc).TotalSeconds, one.ValueSi))]);
        var lines = backtest.Record.Select(one =>
        {
            var date = backtest.OriginUtc.AddSeconds(curve.TimeS(one.ValueSi));
            var error = date < one.FromUtc ? date - one.FromUtc : date > one.ToUtc ? date - one.ToUtc : TimeSpan.Zero;
            return new BacktestLine(one, curve.LeftCount((Middle(one) - backtest.OriginUtc).TotalSeconds), double.NaN, date, error.TotalSeconds);
        });
        return new BacktestResult($"each of {backtest.StartCount:0} parts finds another source after {curve.MeanS / MonthS:0.00} months in the mean, the last one after {curve.TimeS(1) / MonthS:0.0}", [.. lines], null, curve);
    }

    private static DateTimeOffset Middle(Observation one) => one.FromUtc + ((one.ToUtc - one.FromUtc) / 2);
}
