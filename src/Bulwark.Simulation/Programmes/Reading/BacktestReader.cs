using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads back-tests.</summary>
internal static class BacktestReader
{
    public static Backtest? Read(MappingReader? reader, ProgrammeContext context)
    {
        if (reader is null) return null;
        var model = reader.Get(BacktestKeys.Model);
        var record = reader.Sections(BacktestKeys.Record).Select(item => Observation(item, context)).ToList();
        var start = reader.Get(BacktestKeys.StartCount);
        if (model == BacktestModel.Resourcing && start <= 0) context.Problems.Error(reader.Place, "nothing says how many parts there are to re-source", "parts: a number above 0");
        var needed = model == BacktestModel.Ramp ? 2 : 1;
        if (record.Count(static observation => observation.Use == RecordUse.Fit) < needed)
            context.Problems.Error(reader.PlaceOf(BacktestKeys.Record), $"the record has fewer than {needed} observations to fit to", "use: fit at as many as the model has figures");
        if (record.All(static observation => observation.Use == RecordUse.Fit))
            context.Problems.Error(reader.PlaceOf(BacktestKeys.Record), "nothing is left to hold the model against", "use: compare or plan at some");
        return new Backtest(
            model,
            reader.Get(BacktestKeys.Origin),
            start,
            [.. reader.Sections(BacktestKeys.Caps).Select(item => (item.Get(BacktestKeys.CapFrom), item.Get(BacktestKeys.CapOutput), FactOf(item, context))).OrderBy(static cap => cap.Item1)],
            record);
    }

    private static Observation Observation(MappingReader reader, ProgrammeContext context)
    {
        var from = reader.Get(BacktestKeys.From);
        var to = reader.TryGet(BacktestKeys.To, out var last) ? last : from;
        if (reader.Has(BacktestKeys.From) && to < from) context.Problems.Error(reader.PlaceOf(BacktestKeys.To), $"the last day {to:yyyy-MM-dd} is before the first, {from:yyyy-MM-dd}", "a later date");
        return new Observation(from, to, reader.Get(BacktestKeys.Value), reader.Get(BacktestKeys.Use), FactOf(reader, context), reader.Get(BacktestKeys.Text));
    }

    private static string FactOf(MappingReader reader, ProgrammeContext context) =>
        reader.TryGet(ProgrammeKeys.Fact, out var fact) ? context.Use("fact", fact, reader.PlaceOf(ProgrammeKeys.Fact)) : "";
}
