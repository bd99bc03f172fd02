namespace Bulwark.Tracking.Association;

/// <summary>What one look may make of an account: it takes a plot, half of one, or none.</summary>
internal record struct AccountChild(int Row, int Pair, long Serial, double Score, bool IsBlank)
{
    /// <summary>Its number among the leaves that global hypotheses are made of.</summary>
    public int Leaf;
    public double Probability;

    /// <summary>The merge it is half of; -1 when it is of none.</summary>
    public int Merge = -1;

    /// <summary>Halves of merges first, then the likelier first.</summary>
    public static int Compare(AccountChild left, AccountChild right)
    {
        var order = (right.Merge >= 0).CompareTo(left.Merge >= 0);
        if (order == 0) order = right.Score.CompareTo(left.Score);
        if (order == 0) order = left.Row.CompareTo(right.Row);
        return order != 0 ? order : left.Serial.CompareTo(right.Serial);
    }
}
