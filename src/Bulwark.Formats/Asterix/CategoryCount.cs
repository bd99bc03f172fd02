namespace Bulwark.Formats.Asterix;

/// <summary>What a recording holds of one category. Immutable.</summary>
/// <param name="Category">Category, 1 to 255.</param>
/// <param name="Blocks">Data blocks read.</param>
/// <param name="Records">Records decoded, duplicates included.</param>
/// <param name="SkippedBlocks">Blocks passed over because the category is not decoded here.</param>
public readonly record struct CategoryCount(int Category, long Blocks, long Records, long SkippedBlocks);
