using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>Reads orders.</summary>
internal static class OrderReader
{
    /// <summary>Reads all orders; wrong ones are reported and left out.</summary>
    /// <param name="readers">The orders of the file.</param>
    /// <param name="duration">How long the run is.</param>
    /// <param name="context">Knows the units.</param>
    public static IReadOnlyList<UnitOrder> Read(IReadOnlyList<MappingReader> readers, SimDuration duration, ReadingContext context)
    {
        var orders = new List<UnitOrder>();
        foreach (var reader in readers)
        {
            var errors = context.Problems.ErrorCount;
            var order = ReadOrder(reader, duration, context);
            if (context.Problems.ErrorCount == errors) orders.Add(order);
        }

        return orders;
    }

    private static UnitOrder ReadOrder(MappingReader reader, SimDuration duration, ReadingContext context)
    {
        var problems = context.Problems;
        _ = reader.TryGet(OrderKeys.Unit, out var units);
        foreach (var unit in units)
        {
            if (context.Launchers.Contains(unit) && reader.TryGet(OrderKeys.Do, out var asked) && !OrderScope.IsForLaunchers(asked))
                problems.Error(reader.PlaceOf(OrderKeys.Do), $"launchers ({unit}) do not do that by themselves: they go where their fire unit goes", "launchers-hold, launchers-ready or launchers-reload, or the fire unit itself");
            RequireUnit(reader, OrderKeys.Unit, unit, context);
        }

        var hasTime = reader.TryGet(OrderKeys.At, out var at);
        var hasCondition = reader.TryGet(OrderKeys.When, out var when);
        if (reader.Has(OrderKeys.At) == reader.Has(OrderKeys.When))
            problems.Error(reader.Place, reader.Has(OrderKeys.At) ? "the order has both 'at' and 'when'" : "the order has neither 'at' nor 'when'", "at: 12 min, or when: first-track");
        if (hasTime && at >= duration) problems.Warning(reader.PlaceOf(OrderKeys.At), "the order is given after the end of the run", $"a time before {duration}");
        string? whenOf = null;
        if (reader.TryGet(OrderKeys.Of, out var of))
        {
            RequireUnit(reader, OrderKeys.Of, of, context);
            if (!reader.Has(OrderKeys.When)) problems.Error(reader.PlaceOf(OrderKeys.Of), "an 'of' without a 'when'", "when: first-track, or no 'of'");
            whenOf = of;
        }

        var place = reader.TryGet(OrderKeys.Do, out var action) ? ReadPlace(reader, action, context) : null;
        return new UnitOrder
        {
            Units = units,
            At = hasTime ? SimTime.Start + at : null,
            When = hasCondition ? when : OrderCondition.None,
            WhenOf = whenOf,
            Delay = reader.Get(OrderKeys.Delay),
            Action = action,
            To = place,
            FacingRad = reader.TryGet(OrderKeys.Facing, out var facing) ? facing : null,
            Place = reader.Place,
        };
    }

    private static GeodeticPoint? ReadPlace(MappingReader reader, OrderAction action, ReadingContext context)
    {
        if (action == OrderAction.Move)
        {
            if (reader.Has(OrderKeys.To)) return BatteryReader.Site(reader, OrderKeys.To, context);
            context.Problems.Error(reader.PlaceOf(OrderKeys.Do), "the order to move says not where", "to: " + OrderKeys.To.Expected);
            return null;
        }

        foreach (var key in (KeyDefinition[])[OrderKeys.To, OrderKeys.Facing, ScenarioKeys.Ground])
        {
            if (reader.Has(key)) context.Problems.Error(reader.PlaceOf(key), $"'{key.Name}' belongs to an order to move", "do: move, or no '" + key.Name + "'");
        }

        return null;
    }

    private static void RequireUnit(MappingReader reader, KeyDefinition key, string unit, ReadingContext context)
    {
        if (context.IsUnit(unit) || (key == OrderKeys.Unit && context.Launchers.Contains(unit))) return;
        var ids = context.Units.Concat(key == OrderKeys.Unit ? context.Launchers : []).Order(StringComparer.Ordinal).ToList();
        context.Problems.Error(
            reader.PlaceOf(key),
            $"there is no battery or radar {QuotedText.Of(unit)}",
            ids.Count == 0 ? "the id of a battery or of a surveillance radar; the scenario has none" : "one of " + string.Join(", ", ids),
            NearestMatch.Hint(unit, ids));
    }
}
