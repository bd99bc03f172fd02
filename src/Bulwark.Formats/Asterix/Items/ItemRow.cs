namespace Bulwark.Formats.Asterix.Items;

/// <summary>One row of an item table. Immutable.</summary>
/// <param name="Name">Item number as the standard writes it, for example <c>040</c> or <c>SP</c>.</param>
/// <param name="Rank">Place of the item among the category's items in order of name: its bit in a record's presence mask.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Meaning">What the decoder reads from it.</param>
internal sealed record ItemRow(string Name, int Rank, LengthRule Length, ItemMeaning Meaning);
