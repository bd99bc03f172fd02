namespace Bulwark.Simulation.Programmes.Years;

/// <summary>The structure of all units as positions. Immutable.</summary>
internal sealed class StructureLayout
{
    /// <summary>Largest number of positions and assemblies of all units; beyond it a file asks for more than a study needs.</summary>
    public const int MostPositions = 200_000;

    private readonly List<StructureGroup> _groups = [];
    private readonly List<int> _parentOfNode = [];

    private StructureLayout()
    {
    }

    public StructureGroup[] Groups { get; private set; } = [];

    public int[] ParentOfNode { get; private set; } = [];

    public int[] RootOfUnit { get; private set; } = [];

    /// <summary>For each unit and part number (unit times part numbers plus part number) the positions that hold it.</summary>
    public int[][] GroupsOf { get; private set; } = [];

    /// <summary>For each unit and part number how many there are.</summary>
    public int[] CountOf { get; private set; } = [];

    public static StructureLayout Of(Programme programme, List<PlannedComponent> components, out IReadOnlyList<IReadOnlyList<TopEquipment>> equipment)
    {
        var layout = new StructureLayout();
        var byEntry = components.Select(static (component, index) => (component.EntryIndex, index)).ToLookup(static pair => pair.EntryIndex, static pair => pair.index);
        var entries = programme.Components.Select(static (component, index) => (component.Id, index)).ToDictionary(static pair => pair.Id, static pair => pair.index, StringComparer.Ordinal);
        var tops = new List<IReadOnlyList<TopEquipment>>();
        var roots = new List<int>();
        for (var unit = 0; unit < programme.Units.Count; unit++)
        {
            var root = layout.AddNode(-1);
            roots.Add(root);
            var lines = new List<TopEquipment>();
            foreach (var part in programme.Units[unit].Equipment)
            {
                if (!entries.TryGetValue(part.Component, out var entry)) throw new ArgumentException($"There is no component '{part.Component}'.", nameof(programme));
                lines.Add(new TopEquipment(entry, programme.Components[entry].Role, part.Quantity, part.Needed, layout._groups.Count));
                layout.Add(programme, byEntry, entries, unit, root, entry, part, 0);
            }

            tops.Add(lines);
        }

        equipment = tops;
        layout.Groups = [.. layout._groups];
        layout.ParentOfNode = [.. layout._parentOfNode];
        layout.RootOfUnit = [.. roots];
        layout.GroupsOf = new int[programme.Units.Count * components.Count][];
        layout.CountOf = new int[programme.Units.Count * components.Count];
        var held = layout.Groups.Select(static (group, index) => (group, index)).Where(static pair => pair.group.Component >= 0).ToLookup(pair => (pair.group.Unit * components.Count) + pair.group.Component, static pair => pair.index);
        for (var slot = 0; slot < layout.GroupsOf.Length; slot++)
        {
            layout.GroupsOf[slot] = [.. held[slot]];
            layout.CountOf[slot] = layout.GroupsOf[slot].Sum(group => layout.Groups[group].Size);
        }

        return layout;
    }

    /// <summary>Chance that a unit has enough of everything; parts are missing independently of each other.</summary>
    public double ReadyShare(int unit, IReadOnlyList<double> missing)
    {
        // What is inside an assembly was laid out after it, so going backwards meets the inside first.
        var node = new double[ParentOfNode.Length];
        var inside = new double[Groups.Length];
        Array.Fill(node, 1);
        Array.Fill(inside, 1);
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var place = Groups[group];
            if (place.Unit != unit) continue;
            var works = place.Component >= 0 ? 1 - missing[place.Component] : inside[group];
            node[place.Node] *= AtLeast(place.Needed, place.Size, works);

            // All positions of an assembly are done when the walk reaches the position it stands for; its copies are alike.
            var parent = ParentOfNode[place.Node];
            if (parent >= 0) inside[parent] = node[place.Node];
        }

        return node[RootOfUnit[unit]];
    }

    // Binomial: at least so many of a number work.
    private static double AtLeast(int needed, int size, double works)
    {
        if (needed == size) return Math.Pow(works, size);
        if (works <= 0) return 0;
        if (works >= 1) return 1;
        var (sum, term) = (0.0, Math.Pow(works, size));
        for (var up = size; up >= needed; up--)
        {
            sum += term;
            term *= up * (1 - works) / ((size - up + 1) * works);
        }

        return Math.Min(1, sum);
    }

    private void Add(Programme programme, ILookup<int, int> byEntry, Dictionary<string, int> entries, int unit, int node, int entry, ComponentPart part, int depth)
    {
        if (depth > 50 || _groups.Count + _parentOfNode.Count > MostPositions)
            throw new ArgumentException($"The structure goes round in a circle, or has more than {MostPositions} positions.", nameof(programme));
        var component = programme.Components[entry];
        if (component.Parts.Count == 0)
        {
            foreach (var number in byEntry[entry]) _groups.Add(new StructureGroup(unit, node, number, part.Quantity, part.Needed));
            return;
        }

        var group = _groups.Count;
        _groups.Add(new StructureGroup(unit, node, -1, part.Quantity, part.Needed));
        for (var copy = 0; copy < part.Quantity; copy++)
        {
            var inner = AddNode(group);
            foreach (var child in component.Parts)
            {
                if (!entries.TryGetValue(child.Component, out var at)) throw new ArgumentException($"There is no component '{child.Component}'.", nameof(programme));
                Add(programme, byEntry, entries, unit, inner, at, child, depth + 1);
            }
        }
    }

    private int AddNode(int parent)
    {
        _parentOfNode.Add(parent);
        return _parentOfNode.Count - 1;
    }
}
