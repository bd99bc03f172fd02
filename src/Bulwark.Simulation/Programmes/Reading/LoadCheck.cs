using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Refuses figures with which one replication would take more memory and time than any answer is worth, before anything runs.</summary>
internal static class LoadCheck
{
    private const double MostFailures = 2_000_000;
    private const double MostInputs = 1_000_000;

    /// <summary>Reports excess.</summary>
    /// <param name="components">Components with their mappings.</param>
    /// <param name="order">The components' indices, what is inside before what it is inside of.</param>
    /// <param name="units">Units with their mappings.</param>
    /// <param name="durationS">How long the years last, seconds.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Check(
        IReadOnlyList<(Component Component, MappingReader Reader)> components, IReadOnlyList<int> order, IReadOnlyList<(ProgrammeUnit Unit, MappingReader Reader)> units, double durationS, ProblemList problems)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < components.Count; index++) byId.TryAdd(components[index].Component.Id, index);
        Inputs(components, order, byId, problems);
        var total = 0.0;
        foreach (var (unit, reader) in units)
        {
            total += durationS * (unit.RoundsPerS.HighSi + FailuresPerS(components, order, byId, unit));
            if (total <= MostFailures) continue;
            problems.Error(
                reader.PlaceOf(SupportKeys.Equipment),
                $"with this unit some {total:#,0} failures and rounds have to be simulated in every replication, at the ends of the ranges that ask for most",
                $"at most {MostFailures:0} in all units",
                "a longer mtbf, fewer parts or hours, or fewer years");
            return;
        }
    }

    private static double FailuresPerS(IReadOnlyList<(Component Component, MappingReader Reader)> components, IReadOnlyList<int> order, Dictionary<string, int> byId, ProgrammeUnit unit)
    {
        var (count, rate) = (new double[components.Count], 0.0);
        Add(unit.Equipment, 1);
        for (var at = order.Count - 1; at >= 0; at--)
        {
            var component = components[order[at]].Component;
            if (component.Parts.Count > 0) Add(component.Parts, count[order[at]]);
            else rate += count[order[at]] * component.Kinds * component.BatchCount * ((unit.UseRatio.HighSi / component.BetweenFailuresS.LowSi) + (unit.MovesPerS.HighSi / component.BetweenMovesCount.LowSi));
        }

        return rate;

        void Add(IReadOnlyList<ComponentPart> parts, double times)
        {
            foreach (var part in parts)
            {
                if (byId.TryGetValue(part.Component, out var index)) count[index] += times * part.Quantity;
            }
        }
    }

    private static void Inputs(IReadOnlyList<(Component Component, MappingReader Reader)> components, IReadOnlyList<int> order, Dictionary<string, int> byId, ProblemList problems)
    {
        var needed = new double[components.Count];
        foreach (var index in order)
        {
            var (component, reader) = components[index];
            needed[index] = component.Inputs.Sum(input => byId.TryGetValue(input.Component, out var at) ? input.Quantity * (1 + needed[at]) : 0);
            if (component.OrderQuantity * needed[index] <= MostInputs) continue;
            problems.Error(reader.PlaceOf(ComponentKeys.Inputs), $"an order of '{component.Id}' takes {component.OrderQuantity * needed[index]:0} others", $"at most {MostInputs:0}, with what those take in turn");
            return;
        }
    }
}
