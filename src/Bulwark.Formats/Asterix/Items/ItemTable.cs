namespace Bulwark.Formats.Asterix.Items;

/// <summary>The items of one category: its profiles (rows by field reference number) and item names in order. Immutable.</summary>
internal sealed class ItemTable
{
    private static readonly ItemTable?[] Tables = Load();

    private readonly List<ItemRow?[]> _profiles = [];

    private ItemTable(int category, string[] names)
    {
        Category = category;
        Names = names;
    }

    /// <summary>Number of the category.</summary>
    public int Category { get; }

    /// <summary>Item names in order; the index is the item's rank.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Rows of the profile every record starts with; the index is the field reference number minus one.</summary>
    public ItemRow?[] FirstProfile => _profiles[0];

    /// <summary>Rows of the profile of local tracks (category 001), otherwise the first.</summary>
    public ItemRow?[] TrackProfile => _profiles[^1];

    /// <summary>The table of a category, or null when the category is skipped.</summary>
    public static ItemTable? Of(int category) => (uint)category < 256 ? Tables[category] : null;

    /// <summary>Place of an item among <see cref="Names"/>, or -1.</summary>
    public int RankOf(string name)
    {
        for (var rank = 0; rank < Names.Count; rank++)
        {
            if (string.Equals(Names[rank], name, StringComparison.Ordinal)) return rank;
        }

        return -1;
    }

    private static ItemTable?[] Load()
    {
        using var stream = typeof(ItemTable).Assembly.GetManifestResourceStream("Bulwark.Formats.Asterix.Items.items.csv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && char.IsAsciiDigit(line[0])) rows.Add(line.Split(','));
        }

        var tables = new ItemTable?[256];
        foreach (var ofCategory in rows.GroupBy(row => int.Parse(row[0])))
        {
            var names = ofCategory.Select(row => row[3]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var table = new ItemTable(ofCategory.Key, names);
            foreach (var profile in ofCategory.GroupBy(row => row[1], StringComparer.Ordinal))
            {
                var byNumber = new ItemRow?[profile.Max(row => int.Parse(row[2]))];
                foreach (var row in profile)
                {
                    var meaning = row[5].Length == 0 ? ItemMeaning.None : Enum.Parse<ItemMeaning>(row[5], ignoreCase: true);
                    byNumber[int.Parse(row[2]) - 1] = new ItemRow(row[3], table.RankOf(row[3]), LengthRule.Parse(row[4]), meaning);
                }

                table._profiles.Add(byNumber);
            }

            tables[ofCategory.Key] = table;
        }

        return tables;
    }
}
