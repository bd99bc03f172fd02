using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Looks for circles in the product structure and for one that is too large, without recursion deeper than a file can nest names.</summary>
internal static class StructureCheck
{
    /// <summary>Reports circles and excess.</summary>
    /// <param name="components">Components with their mappings.</param>
    /// <param name="units">Units with their mappings.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="order">The components' indices, what is inside before what it is inside of; complete when the structure can be laid out.</param>
    /// <returns>True when the structure can be laid out.</returns>
    public static bool Check(IReadOnlyList<(Component Component, MappingReader Reader)> components, IReadOnlyList<(ProgrammeUnit Unit, MappingReader Reader)> units, ProblemList problems, out List<int> order)
    {
        order = [];
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < components.Count; index++) byId.TryAdd(components[index].Component.Id, index);
        if (!Sort(components, byId, order, problems)) return false;

        // In the order found, what is inside comes before what it is inside of.
        var size = new double[components.Count];
        foreach (var index in order)
        {
            var component = components[index].Component;
            size[index] = component.Parts.Count == 0 ? component.Kinds : 1 + component.Parts.Sum(part => byId.TryGetValue(part.Component, out var at) ? SizeOf(components[at].Component, size[at], part.Quantity) : 0);
        }

        var total = 0.0;
        foreach (var (unit, reader) in units)
        {
            total += unit.Equipment.Sum(part => byId.TryGetValue(part.Component, out var at) ? SizeOf(components[at].Component, size[at], part.Quantity) : 0);
            if (total <= StructureLayout.MostPositions) continue;
            problems.Error(reader.PlaceOf(SupportKeys.Equipment), $"with this unit the structure has {total:0} positions", $"at most {StructureLayout.MostPositions} in all units");
            return false;
        }

        return CheckDepth(components, byId, order, problems);
    }

    private static double SizeOf(Component component, double size, int quantity) => component.Parts.Count == 0 ? size : 1 + (quantity * size);

    private static bool CheckDepth(IReadOnlyList<(Component Component, MappingReader Reader)> components, Dictionary<string, int> byId, List<int> order, ProblemList problems)
    {
        const int Deepest = 40;
        var depth = new int[components.Count];
        foreach (var index in order)
        {
            foreach (var part in components[index].Component.Parts)
            {
                if (byId.TryGetValue(part.Component, out var at)) depth[index] = Math.Max(depth[index], depth[at] + 1);
            }

            if (depth[index] <= Deepest) continue;
            problems.Error(components[index].Reader.Place, $"assemblies are nested {depth[index]} deep", $"at most {Deepest}");
            return false;
        }

        return true;
    }

    // A depth-first walk with its own stack; a component met again while it is still open closes a circle.
    private static bool Sort(IReadOnlyList<(Component Component, MappingReader Reader)> components, Dictionary<string, int> byId, List<int> order, ProblemList problems)
    {
        var state = new byte[components.Count];
        var stack = new Stack<(int Index, int Next)>();
        for (var start = 0; start < components.Count; start++)
        {
            if (state[start] != 0) continue;
            state[start] = 1;
            stack.Push((start, 0));
            while (stack.TryPop(out var frame))
            {
                var component = components[frame.Index].Component;
                var count = component.Parts.Count + component.Inputs.Count;
                if (frame.Next == count)
                {
                    state[frame.Index] = 2;
                    order.Add(frame.Index);
                    continue;
                }

                stack.Push((frame.Index, frame.Next + 1));
                var isPart = frame.Next < component.Parts.Count;
                var child = isPart ? component.Parts[frame.Next] : component.Inputs[frame.Next - component.Parts.Count];
                if (!byId.TryGetValue(child.Component, out var at) || state[at] == 2) continue;
                if (state[at] == 0)
                {
                    state[at] = 1;
                    stack.Push((at, 0));
                    continue;
                }

                Report(components, stack, frame.Index, at, isPart, child.Component, problems);
                return false;
            }
        }

        return true;
    }

    private static void Report(IReadOnlyList<(Component Component, MappingReader Reader)> components, Stack<(int Index, int Next)> stack, int from, int to, bool isPart, string name, ProblemList problems)
    {
        var path = stack.Reverse().Select(static frame => frame.Index).SkipWhile(index => index != to).Select(index => components[index].Component.Id).Append(components[to].Component.Id);
        var key = isPart ? ComponentKeys.Parts : ComponentKeys.Inputs;
        var place = components[from].Reader.Entries(key).FirstOrDefault(entry => entry.Name.Text == name).Name?.Place ?? components[from].Reader.PlaceOf(key);
        problems.Error(place, $"the structure goes round in a circle: {string.Join(" > ", path)}", "components that contain no component they are contained in");
    }
}
