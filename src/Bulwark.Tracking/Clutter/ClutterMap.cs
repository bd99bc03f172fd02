using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Clutter;

/// <summary>
/// The density of false plots of one sensor, estimated from its plots over cells of range and azimuth: plots that no confirmed track claims
/// are counted, older looks fade exponentially, and the stated density counts as so many looks of its own.
/// Source: Musicki, Suvorova, Morelande and Moran, "Clutter map and target tracking", Proc. 8th Int. Conf. on Information Fusion (2005)
/// 69-76, section 3 (classic spatial estimator, with the probability that a plot is a target's taken off); Finn and Johnson, RCA Review 29
/// (1968) 414-464 (averaging over looks).
/// </summary>
/// <remarks>
/// Counts are Poisson and the prior is a Gamma density of the same mean, so the estimate is its posterior mean. Elevations or heights of false
/// plots are taken as uniform over a span that follows from their own standard deviation.
/// </remarks>
internal sealed class ClutterMap : IClutterDensity
{
    /// <summary>Sectors of azimuth.</summary>
    public const int Sectors = 16;

    /// <summary>Depth of a cell in range, metres.</summary>
    public const double DepthM = 10_000;

    // Cells beyond this range are one.
    private const int Rings = 64;

    // Looks over which an estimate forgets, and looks that the stated density stands for.
    private const double MemoryLooks = 40;
    private const double PriorLooks = 4;

    private const double LeastSpanSigmas = 4;
    private readonly double _statedLog;
    private readonly double _memoryS;
    private readonly double _periodS;
    private readonly double[] _sums = new double[Sectors * Rings];
    private readonly SimTime[] _updated = new SimTime[Sectors * Rings];
    private double _weight;
    private double _mean;
    private double _square;
    private SimTime _first = SimTime.Never;

    /// <summary>Makes an empty map.</summary>
    /// <param name="statedProbability">Chance that a false plot falls into one resolution cell, as stated.</param>
    /// <param name="periodS">Time from look to look, seconds.</param>
    public ClutterMap(double statedProbability, double periodS)
    {
        (_statedLog, _periodS, _memoryS) = (Math.Log(statedProbability), periodS, MemoryLooks * periodS);
    }

    /// <inheritdoc/>
    public double LogExcess(in PreparedPlot plot)
    {
        if (_first == SimTime.Never || _weight < 1) return 0;
        var cell = CellOf(plot.Plot);
        var time = plot.Plot.Time;
        var share = CellShare(plot.Plot, in plot);

        // Looks so far, older ones fading as the counts do.
        var looks = MemoryLooks * (1 - Math.Exp(-Math.Max(0, (time - _first).TotalS) / _memoryS));
        var stated = Math.Exp(_statedLog) / share;
        var count = (SumAt(cell, time) + (PriorLooks * stated)) / (looks + PriorLooks);
        return Math.Log(count * share) - _statedLog;
    }

    /// <inheritdoc/>
    public void Learn(in PreparedPlot plot, double falseProbability)
    {
        var time = plot.Plot.Time;
        if (_first == SimTime.Never) _first = time;
        var cell = CellOf(plot.Plot);
        _sums[cell] = SumAt(cell, time) + falseProbability;
        _updated[cell] = SimTime.Max(_updated[cell], time);
        if (plot.Vertical == VerticalMeasure.None) return;

        // Mean and square of the third value, over about a thousand plots.
        _weight = Math.Min(1000, _weight + falseProbability);
        var part = _weight > 0 ? falseProbability / _weight : 0;
        _mean += part * (plot.Third - _mean);
        _square += part * ((plot.Third * plot.Third) - _square);
    }

    /// <inheritdoc/>
    public IClutterDensity Copy()
    {
        var copy = new ClutterMap(Math.Exp(_statedLog), _periodS) { _weight = _weight, _mean = _mean, _square = _square, _first = _first };
        _sums.CopyTo(copy._sums, 0);
        _updated.CopyTo(copy._updated, 0);
        return copy;
    }

    private double SumAt(int cell, SimTime time) => _sums[cell] == 0 ? 0 : _sums[cell] * Math.Exp(-Math.Max(0, (time - _updated[cell]).TotalS) / _memoryS);

    // Which part of its map cell a plot's resolution cell is: (2 pi)^(n/2) times the product of its sigmas, over the cell's size.
    private double CellShare(Plot plot, in PreparedPlot prepared)
    {
        var area = 2 * Math.PI * plot.RangeSigmaM * plot.AzimuthSigmaRad / (DepthM * 2 * Math.PI / Sectors);
        if (prepared.Vertical == VerticalMeasure.None) return area;
        var span = Math.Max(Math.Sqrt(12 * Math.Max(0, _square - (_mean * _mean))), LeastSpanSigmas * prepared.ThirdSigma);
        return area * Math.Sqrt(2 * Math.PI) * prepared.ThirdSigma / span;
    }

    private static int CellOf(Plot plot)
    {
        var turn = plot.AzimuthRad / (2 * Math.PI);
        var sector = Math.Min(Sectors - 1, (int)(Sectors * (turn - Math.Floor(turn))));
        return (sector * Rings) + Math.Min(Rings - 1, (int)(plot.RangeM / DepthM));
    }
}
