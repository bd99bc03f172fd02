using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>
/// A programme made ready to run: entries that stand for several part numbers are spread out, the structure of each unit is laid out as
/// positions, names are indices. Never changes, so that any number of runs share it.
/// </summary>
public sealed class ProgrammePlan
{
    private ProgrammePlan(
        Programme programme, IReadOnlyList<PlannedComponent> components, IReadOnlyList<PlannedSource> sources, IReadOnlyList<IReadOnlyList<TopEquipment>> equipment, StructureLayout layout)
    {
        Programme = programme;
        Components = components;
        Sources = sources;
        Equipment = equipment;
        Layout = layout;
        SiteOfUnit = [.. programme.Units.Select(unit => IndexOf(programme.Sites, unit.Site, static site => site.Id))];
        DepotOfSite = [.. programme.Sites.Select(site => site.Depot.Length == 0 ? -1 : IndexOf(programme.Sites, site.Depot, static other => other.Id))];
        RoundOfUnit = [.. programme.Units.Select(unit => unit.Round.Length == 0 ? -1 : FirstOf(components, unit.Round))];
        Inputs = [.. components.Select(component => (IReadOnlyList<(int, int)>)[.. component.Entry.Inputs.Select(input => (FirstOf(components, input.Component), input.Quantity))])];
        MonthCount = Math.Max(1, (int)Math.Round(programme.Duration.TotalS / MonthS));
    }

    /// <summary>A month: a twelfth of a year of 365.25 days, seconds.</summary>
    public const double MonthS = 365.25 * 86400 / 12;

    /// <summary>The programme.</summary>
    public Programme Programme { get; }

    /// <summary>The part numbers: what fails and is supplied.</summary>
    public IReadOnlyList<PlannedComponent> Components { get; }

    /// <summary>Who supplies them.</summary>
    public IReadOnlyList<PlannedSource> Sources { get; }

    /// <summary>The equipment of each unit.</summary>
    public IReadOnlyList<IReadOnlyList<TopEquipment>> Equipment { get; }

    /// <summary>MonthCount that the years last.</summary>
    public int MonthCount { get; }

    internal StructureLayout Layout { get; }

    internal int[] SiteOfUnit { get; }

    internal int[] DepotOfSite { get; }

    internal int[] RoundOfUnit { get; }

    internal IReadOnlyList<(int Component, int Quantity)>[] Inputs { get; }

    /// <summary>Lays a programme out.</summary>
    /// <param name="programme">The programme; the reader has checked it, one made in code must be as sound.</param>
    /// <exception cref="ArgumentException">A name is not known, or the structure is too large or goes round in a circle.</exception>
    public static ProgrammePlan Of(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var components = new List<PlannedComponent>();
        var sources = new List<PlannedSource>();
        for (var index = 0; index < programme.Components.Count; index++)
        {
            var entry = programme.Components[index];
            if (entry.Parts.Count > 0) continue;
            for (var kind = 0; kind < entry.Kinds; kind++)
            {
                var first = sources.Count;
                foreach (var source in entry.Sources) sources.Add(new PlannedSource(components.Count, IndexOf(programme.Suppliers, source.Supplier, static one => one.Id), source, -1));
                for (var at = 0; at < programme.Events.Count; at++)
                {
                    if (TransferSource(programme, programme.Events[at], entry) is { } given) sources.Add(new PlannedSource(components.Count, IndexOf(programme.Suppliers, given.Supplier, static one => one.Id), given, at));
                }

                components.Add(new PlannedComponent(entry.Kinds > 1 ? $"{entry.Id}-{kind + 1}" : entry.Id, entry, index, first, sources.Count - first));
            }
        }

        var layout = StructureLayout.Of(programme, components, out var equipment);
        return new ProgrammePlan(programme, components, sources, equipment, layout);
    }

    /// <summary>The cases of the programme; one in which everything happens, and production at home is set up, when it names none.</summary>
    public IReadOnlyList<ProgrammeCase> Cases => Programme.Cases.Count > 0 ? Programme.Cases : [new ProgrammeCase("all", "everything as the file says", [], HasHome: true, [])];

    /// <summary>The moment at which a month begins.</summary>
    /// <param name="month">Number of the month, from 0.</param>
    public static SimTime MonthStart(int month) => SimTime.FromSeconds(month * MonthS);

    /// <summary>How many of a part number a unit has.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="part">Index of the part number.</param>
    public int QuantityOf(int unit, int part) => Layout.CountOf[(unit * Components.Count) + part];

    /// <summary>Chance that a unit's structure has enough of everything when each part is missing by itself with a given chance.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="missingProbability">The chance for each part number, 0 to 1.</param>
    public double ReadyShare(int unit, IReadOnlyList<double> missingProbability)
    {
        ArgumentNullException.ThrowIfNull(missingProbability);
        return Layout.ReadyShare(unit, missingProbability);
    }

    internal static int IndexOf<T>(IReadOnlyList<T> list, string id, Func<T, string> name)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (string.Equals(name(list[index]), id, StringComparison.Ordinal)) return index;
        }

        throw new ArgumentException($"There is no '{id}' in the programme.", nameof(id));
    }

    private static int FirstOf(IReadOnlyList<PlannedComponent> components, string entry) => IndexOf(components, entry, static component => component.Entry.Id);

    // A transfer makes its supplier a source of the components it names.
    private static ComponentSource? TransferSource(Programme programme, SupplyEvent given, Component entry)
    {
        if (given.Kind != SupplyEventKind.Transfer || !given.Components.Contains(entry.Id, StringComparer.Ordinal)) return null;
        var lead = entry.Sources.Count > 0 ? entry.Sources[0].LeadS : default;
        var supplier = programme.Suppliers.First(one => one.Id == given.Supplier);
        return new ComponentSource
        {
            Supplier = given.Supplier,
            LeadS = lead,
            FromUtc = given.FromUtc,
            QualificationS = given.QualificationS,
            IsHome = programme.Home.Length > 0 && supplier.Country == programme.Home,
        };
    }
}
