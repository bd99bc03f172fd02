using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of a back-test.</summary>
internal static class BacktestKeys
{
    public static readonly ChoiceKey<BacktestModel> Model = new(
        "model", [("ramp", BacktestModel.Ramp), ("resourcing", BacktestModel.Resourcing)], "The model: output that grows by a constant share up to the capacity of a bottleneck, or parts that find another source one by one.")
    { IsRequired = true };

    public static readonly TimestampKey Origin = new("origin", "The day from which growth is counted, or from which parts are re-sourced.") { IsRequired = true };
    public static readonly QuantityKey StartCount = new("parts", Dimension.None, "0", "1000000", "Parts to re-source at the beginning.") { DefaultText = "0" };

    public static readonly TimestampKey CapFrom = new("from", "From when on.") { IsRequired = true };
    public static readonly QuantityKey CapOutput = new("output", Dimension.None, "0", "1000000000", "Output in a year that the bottleneck allows.") { IsRequired = true };
    public static readonly SectionListKey Caps = new("bottleneck", new KeySet("bottleneck", "What a bottleneck allows from a day on.", [CapFrom, CapOutput, ProgrammeKeys.Fact]), "Capacity of the bottleneck over the years.");

    public static readonly TimestampKey From = new("from", "First day of what is observed.") { IsRequired = true };
    public static readonly TimestampKey To = new("to", "Last day; the first when missing.");
    public static readonly QuantityKey Value = new("value", Dimension.None, "0", "1000000000", "The number: mean output in a year, or parts still without another source.") { IsRequired = true };
    public static readonly ChoiceKey<RecordUse> Use = new("use", [("fit", RecordUse.Fit), ("compare", RecordUse.Compare), ("plan", RecordUse.Plan)], "Whether the model is fitted to it or held against it; a plan is no observation.") { IsRequired = true };
    public static readonly TextKey Text = new("text", "What it is, for reports.") { IsRequired = true };
    public static readonly SectionListKey Record = new("record", new KeySet("observation", "A number of the record.", [From, To, Value, Use, Text, ProgrammeKeys.Fact]), "The record.") { IsRequired = true, MinimumItems = 2 };

    public static readonly KeySet Keys = new("backtest", "A published record and the model that is held against it.", [Model, Origin, StartCount, Caps, Record]);
}
