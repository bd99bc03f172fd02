namespace Bulwark.Tracking.Association;

// The rows the trees of accounts are made of, and their order.
internal sealed partial class MultipleHypotheses
{
    private static int Compare(Child left, Child right)
    {
        var order = (right.Merge >= 0).CompareTo(left.Merge >= 0);
        if (order == 0) order = right.Score.CompareTo(left.Score);
        if (order == 0) order = left.Row.CompareTo(right.Row);
        return order != 0 ? order : left.Serial.CompareTo(right.Serial);
    }

    // A row, and the gated pairs it has, from the first to before the end.
    private readonly record struct Leaf(int Tree, int Row, int FirstPair, int EndPair);

    private record struct Child(int Row, int Pair, long Serial, double Score, bool IsBlank)
    {
        public int Leaf;
        public double Probability;
        public int Merge = -1;
    }

    private struct Tree
    {
        public int Id;
        public int Row;
        public bool IsTouched;
        public int Leaves;
        public int Merges;
        public int FirstLeaf;
        public int EndLeaf;
        public int FirstChild;
        public int EndChild;
    }
}
