namespace Bulwark.Studies.Plotting.Maps;

/// <summary>The part of the projection plane that a map shows: grows with everything that must be seen.</summary>
internal sealed class MapExtent
{
    private double _west = double.PositiveInfinity;
    private double _east = double.NegativeInfinity;
    private double _south = double.PositiveInfinity;
    private double _north = double.NegativeInfinity;

    public MapPoint Centre => new((_west + _east) / 2, (_south + _north) / 2);

    public double WidthM => _east - _west;

    public double HeightM => _north - _south;

    public void Include(MapPoint point) => Include(point, radiusM: 0);

    public void Include(MapPoint point, double radiusM)
    {
        _west = Math.Min(_west, point.EastM - radiusM);
        _east = Math.Max(_east, point.EastM + radiusM);
        _south = Math.Min(_south, point.NorthM - radiusM);
        _north = Math.Max(_north, point.NorthM + radiusM);
    }

    /// <summary>Metres per pixel, and the height in pixels, that show everything with a margin in a given width.</summary>
    public (double MetresPerPixel, double Height) Fit(double width, double leastHeight, double greatestHeight)
    {
        const double Margin = 1.08;
        if (!double.IsFinite(WidthM)) Include(default, 50_000);
        var (widthM, heightM) = (Math.Max(WidthM, 1000) * Margin, Math.Max(HeightM, 1000) * Margin);
        var height = Math.Clamp(heightM / widthM * width, leastHeight, greatestHeight);
        return (Math.Max(widthM / width, heightM / height), Math.Round(height));
    }
}
