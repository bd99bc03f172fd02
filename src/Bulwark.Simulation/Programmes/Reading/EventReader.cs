using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads events, cases and the question of localisation.</summary>
internal static class EventReader
{
    /// <summary>Reads an event.</summary>
    /// <param name="reader">Its mapping.</param>
    /// <param name="years">First and last day of the programme.</param>
    /// <param name="countries">The country of each supplier.</param>
    /// <param name="context">What the readers share.</param>
    public static SupplyEvent Read(MappingReader reader, (DateTimeOffset First, DateTimeOffset Last) years, IReadOnlyDictionary<string, string> countries, ProgrammeContext context)
    {
        var (id, problems) = (context.TakeId(reader, "event"), context.Problems);
        var kind = reader.Get(EventKeys.Kind);
        var from = reader.Get(EventKeys.From);
        DateTimeOffset? to = reader.TryGet(EventKeys.To, out var end) ? end : null;
        if (reader.Has(EventKeys.From) && to <= from) problems.Error(reader.PlaceOf(EventKeys.To), $"it ends on {to:yyyy-MM-dd}, not after it begins on {from:yyyy-MM-dd}", "a later date");
        if (reader.Has(EventKeys.From) && from >= years.Last)
            problems.Error(reader.PlaceOf(EventKeys.From), $"it begins on {from:yyyy-MM-dd}, after the last day {years.Last:yyyy-MM-dd}", "a date within the years of the programme, or before them");
        var country = reader.TryGet(EventKeys.Country, out var named) ? named : "";
        var supplier = reader.TryGet(EventKeys.Supplier, out var one) ? context.Use("supplier", one, reader.PlaceOf(EventKeys.Supplier)) : "";
        var needsSupplier = kind is SupplyEventKind.SupplierLoss or SupplyEventKind.Transfer;
        if (reader.Has(EventKeys.Kind))
        {
            if (kind == SupplyEventKind.Transfer && (supplier.Length == 0 || !reader.Has(EventKeys.Components))) problems.Error(reader.Place, "a transfer needs a supplier and components", "supplier: who becomes able; components: of what");
            else if (needsSupplier == (supplier.Length == 0)) problems.Error(reader.Place, needsSupplier ? "this needs a supplier" : "this concerns a country", needsSupplier ? "supplier: the id of one" : "country: its name, as suppliers have it");
        }

        if (country.Length > 0 && !countries.Values.Contains(country, StringComparer.Ordinal))
            problems.Error(reader.PlaceOf(EventKeys.Country), $"no supplier is in {QuotedText.Of(country)}", "one of " + string.Join(", ", countries.Values.Distinct(StringComparer.Ordinal)), NearestMatch.Hint(country, countries.Values));
        if (country.Length == 0 && !needsSupplier && reader.Has(EventKeys.Kind) && supplier.Length == 0) problems.Error(reader.Place, "nothing says whom it concerns", "country: its name, as suppliers have it");
        return new SupplyEvent
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Kind = kind,
            FromUtc = from,
            ToUtc = to,
            Country = country,
            Supplier = supplier,
            Components = Names(reader, EventKeys.Components, "component", context),
            LeadFactor = reader.Get(EventKeys.Factor),
            QualificationS = reader.Get(EventKeys.Qualification),
            Basis = context.Basis(reader),
        };
    }

    public static ProgrammeCase Case(MappingReader reader, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "case");
        return new ProgrammeCase(
            id, reader.Get(EventKeys.CaseTitle), Names(reader, EventKeys.Without, "event", context), reader.Get(EventKeys.MadeAtHome), Names(reader, EventKeys.HomeComponents, "component", context));
    }

    public static LocalisationQuestion? Question(MappingReader? reader, IReadOnlyList<SupplyEvent> events, ProgrammeContext context)
    {
        if (reader is null || !reader.TryGet(EventKeys.Embargo, out var id)) return null;
        context.Use("event", id, reader.PlaceOf(EventKeys.Embargo));
        if (events.FirstOrDefault(one => one.Id == id) is { } named && (named.Kind != SupplyEventKind.Embargo || named.ToUtc is null))
            context.Problems.Error(reader.PlaceOf(EventKeys.Embargo), $"'{id}' is no embargo with an end", "an embargo with 'to'");
        return new LocalisationQuestion(id, reader.Get(EventKeys.Floor));
    }

    private static IReadOnlyList<string> Names(MappingReader reader, TextListKey key, string list, ProgrammeContext context)
    {
        if (!reader.TryGet(key, out var names)) return [];
        foreach (var name in names) context.Use(list, name, reader.PlaceOf(key));
        return names;
    }
}
