namespace Bulwark.Sensing.Propagation;

/// <summary>Where a ray enters a layer of weather first and leaves it last.</summary>
internal sealed class LayerCrossing(double baseM, double topM)
{
    private bool _isInside;

    public double EntryM { get; private set; } = double.PositiveInfinity;

    public double ExitM { get; private set; } = double.PositiveInfinity;

    public void Start(double heightM)
    {
        _isInside = heightM >= baseM && heightM < topM;
        if (_isInside) EntryM = 0;
    }

    public void Move(double rangeM, double stepM, double fromHeightM, double toHeightM)
    {
        var isInside = toHeightM >= baseM && toHeightM < topM;
        if (isInside == _isInside) return;
        var outsideM = isInside ? fromHeightM : toHeightM;
        var edgeM = outsideM >= topM ? topM : baseM;
        var crossingM = rangeM + (stepM * Math.Clamp((edgeM - fromHeightM) / (toHeightM - fromHeightM), 0, 1));
        if (isInside) EntryM = Math.Min(EntryM, crossingM);
        else ExitM = crossingM;
        _isInside = isInside;
    }

    /// <summary>The interval, cut at a reach; empty at the end when it is never entered.</summary>
    public (float EntryM, float ExitM) Interval(double reachM)
    {
        var last = _isInside ? reachM : Math.Min(ExitM, reachM);
        return EntryM >= reachM ? ((float)reachM, (float)reachM) : ((float)EntryM, (float)Math.Max(EntryM, last));
    }
}
