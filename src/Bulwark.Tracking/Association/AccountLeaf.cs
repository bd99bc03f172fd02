namespace Bulwark.Tracking.Association;

/// <summary>An account of a track, and the gated pairs it has, from the first to before the end.</summary>
internal readonly record struct AccountLeaf(int Tree, int Row, int FirstPair, int EndPair);
