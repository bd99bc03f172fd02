namespace Bulwark.Tracking.Association;

/// <summary>A confirmed track as a tree of accounts: its leaves are what has been believed so far, its children what this look may make of them.</summary>
internal struct AccountTree
{
    /// <summary>Number of the track.</summary>
    public int Id;

    /// <summary>Row of the account shown.</summary>
    public int Row;

    /// <summary>Whether a plot is in reach of any leaf.</summary>
    public bool IsTouched;
    public int Leaves;
    public int Merges;
    public int FirstLeaf;
    public int EndLeaf;
    public int FirstChild;
    public int EndChild;
}
