namespace Bulwark.Tracking.Estimation;

/// <summary>The filters there are, each with the same face.</summary>
public static class StateFilters
{
    /// <summary>Extended Kalman filter: derivatives at the mean.</summary>
    public static IStateFilter Extended { get; } = new ExtendedFilter();

    /// <summary>Unscented Kalman filter: a third of the weight at the mean.</summary>
    public static IStateFilter Unscented { get; } = new SigmaPointFilter("unscented", 1.0 / 3);

    /// <summary>Cubature Kalman filter: third-degree spherical rule.</summary>
    public static IStateFilter Cubature { get; } = new SigmaPointFilter("cubature", 0);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IStateFilter> All { get; } = [Extended, Unscented, Cubature];
}
