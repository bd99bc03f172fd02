using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// What the ground hides from one sensor, computed once, asked many times: for each azimuth and range the largest apparent elevation of the
/// ground nearer than that range. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// Along each azimuth the ground is sampled as in <see cref="LineOfSight"/>, with the apparent elevations of <see cref="SensorFrame"/>. Between
/// two azimuths the mask is linear; in range it is that of the beginning of the bin, so ground in the last part of a bin before a target does not
/// hide it. The errors of both are measured in docs/models/sight.md. Both neighbours in azimuth lie side by side in memory: a question reads one
/// cache line. Elevations are single precision (4e-9 rad near the horizon).
/// </remarks>
public sealed class HorizonProfile
{
    private readonly float[] _maskRad;
    private readonly float[] _unknownFromM;
    private readonly int _stride;
    private readonly int _bins;
    private readonly double _azimuthsPerRad;
    private readonly double _binsPerM;

    private HorizonProfile(SensorFrame sensor, HorizonOptions options, float[] maskRad, float[] unknownFromM, int bins, long sampleCount, long unknownCount)
    {
        (Sensor, Options, _maskRad, _unknownFromM, _bins) = (sensor, options, maskRad, unknownFromM, bins);
        (SampleCount, UnknownCount) = (sampleCount, unknownCount);
        _stride = options.AzimuthCount + 1;
        _azimuthsPerRad = options.AzimuthCount / (2 * Math.PI);
        _binsPerM = 1 / options.BinM;
    }

    /// <summary>The sensor.</summary>
    public SensorFrame Sensor { get; }

    /// <summary>How finely it was made.</summary>
    public HorizonOptions Options { get; }

    /// <summary>Samples of the ground taken.</summary>
    public long SampleCount { get; }

    /// <summary>Samples whose height is unknown.</summary>
    public long UnknownCount { get; }

    /// <summary>Computes the profile.</summary>
    /// <param name="sensor">The sensor; its heights use the terrain's datum.</param>
    /// <param name="terrain">The terrain.</param>
    /// <param name="options">How finely; <c>null</c> for the usual.</param>
    /// <param name="progress">Told the share done, 0 to 1, from any thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnknownGroundException">The height of the ground is unknown at the site and <see cref="MissingTerrain.Unknown"/> is chosen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static HorizonProfile Compute(
        SensorFrame sensor,
        IElevationField terrain,
        HorizonOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        ArgumentNullException.ThrowIfNull(terrain);
        options ??= new HorizonOptions();
        HorizonOptions.Check(options);
        if (options.Missing == MissingTerrain.Unknown && double.IsNaN(terrain.HeightM(sensor.Antenna.LatitudeRad, sensor.Antenna.LongitudeRad)))
            throw new UnknownGroundException(sensor.Antenna);

        var spacingM = options.SpacingM > 0 ? options.SpacingM : terrain.SpacingM / 4;
        var bins = (int)Math.Ceiling(options.MaxRangeM / options.BinM) + 1;
        var stride = options.AzimuthCount + 1;
        var mask = new float[(long)bins * stride];
        var unknownFrom = new float[stride];
        var unknownCounts = new long[options.AzimuthCount];
        var sampleCounts = new long[options.AzimuthCount];
        SightWork.Run(
            options.AzimuthCount,
            options.MaxThreads,
            () => new RaySamples(sensor, terrain, spacingM),
            (samples, azimuth) =>
            {
                var column = new Column(mask, stride, azimuth, bins, options);
                samples.Start(azimuth * 2 * Math.PI / options.AzimuthCount);
                while (!column.IsFull)
                {
                    samples.Advance();
                    column.Add(samples);
                }

                unknownFrom[azimuth] = column.UnknownFromM;
                unknownCounts[azimuth] = column.UnknownCount;
                sampleCounts[azimuth] = column.SampleCount;
            },
            progress,
            cancellationToken);

        for (var bin = 0; bin < bins; bin++) mask[((long)bin * stride) + options.AzimuthCount] = mask[(long)bin * stride];
        unknownFrom[options.AzimuthCount] = unknownFrom[0];
        return new HorizonProfile(sensor, options, mask, unknownFrom, bins, sampleCounts.Sum(), unknownCounts.Sum());
    }

    /// <summary>Largest apparent elevation of known ground nearer than a range, radians; -pi/2 where there is none.</summary>
    /// <param name="azimuthRad">Azimuth, radians clockwise from north, any turn.</param>
    /// <param name="rangeM">Straight distance, metres, not negative.</param>
    public double MaskRad(double azimuthRad, double rangeM)
    {
        var (column, share) = Locate(azimuthRad);
        var at = ((long)Math.Min(rangeM * _binsPerM, _bins - 1) * _stride) + column;
        double left = _maskRad[at];
        return left + (share * (_maskRad[at + 1] - left));
    }

    /// <summary>Whether known ground hides what is measured there. Where ground is unknown it is taken to hide nothing; see <see cref="Test"/>.</summary>
    /// <param name="azimuthRad">Azimuth, radians clockwise from north, any turn.</param>
    /// <param name="rangeM">Straight distance, metres, not negative.</param>
    /// <param name="elevationRad">Apparent elevation, radians (see <see cref="SensorFrame.Measure(EcefVector)"/>).</param>
    public bool IsMasked(double azimuthRad, double rangeM, double elevationRad) => elevationRad < MaskRad(azimuthRad, rangeM);

    /// <summary>Whether what is measured there is seen, hidden, or unknown because ground of unknown height lies before it.</summary>
    /// <param name="measurement">Range, azimuth and apparent elevation.</param>
    public SightState Test(SphericalMeasurement measurement)
    {
        if (IsMasked(measurement.AzimuthRad, measurement.RangeM, measurement.ElevationRad)) return SightState.Blocked;
        return measurement.RangeM > UnknownFromM(measurement.AzimuthRad) ? SightState.Unknown : SightState.Clear;
    }

    /// <summary>Range from which on unknown ground lies before a target, metres; infinite where all is known or the smooth Earth stands in.</summary>
    /// <param name="azimuthRad">Azimuth, radians clockwise from north, any turn.</param>
    public double UnknownFromM(double azimuthRad)
    {
        var (column, _) = Locate(azimuthRad);
        return Math.Min(_unknownFromM[column], _unknownFromM[column + 1]);
    }

    /// <summary>The skyline: apparent elevation of the horizon, radians, all ground to the largest range counted.</summary>
    /// <param name="azimuthRad">Azimuth, radians clockwise from north, any turn.</param>
    public double SkylineRad(double azimuthRad) => MaskRad(azimuthRad, Options.MaxRangeM + Options.BinM);

    private (int Column, double Share) Locate(double azimuthRad)
    {
        var turns = azimuthRad * _azimuthsPerRad;
        var count = _stride - 1;
        if (!(turns >= 0 && turns < count)) turns -= Math.Floor(turns / count) * count;
        var column = (int)turns;
        return column < count ? (column, turns - column) : (0, 0);
    }

    /// <summary>Fills the mask of one azimuth.</summary>
    private struct Column(float[] mask, int stride, int azimuth, int bins, HorizonOptions options)
    {
        private double _highest = -1;
        private int _bin;

        internal bool IsFull => _bin >= bins;

        internal float UnknownFromM { get; private set; } = float.PositiveInfinity;

        internal long UnknownCount { get; private set; }

        internal long SampleCount { get; private set; }

        internal void Add(RaySamples samples)
        {
            var (w, a) = (samples.TrueRadiusM, samples.ApparentRadiusM);
            for (var i = 0; i < samples.Count && _bin < bins; i++)
            {
                double heightM = samples.HeightsM[i];
                var isUnknown = double.IsNaN(heightM);
                if (isUnknown && options.Missing == MissingTerrain.SmoothEarth) heightM = 0;

                // The range of unknown ground is that of the smooth Earth; it only says where "unknown" begins.
                var rise = samples.RisesM[i] + (double.IsNaN(heightM) ? 0 : heightM);
                var q = samples.SpreadsM[i] * (w + rise);
                var rangeM = Math.Sqrt((rise * rise) + q);
                while (_bin < bins && rangeM > _bin * options.BinM) Close();
                if (_bin == bins) return;
                SampleCount++;
                if (isUnknown)
                {
                    UnknownCount++;
                    if (options.Missing == MissingTerrain.Unknown) UnknownFromM = Math.Min(UnknownFromM, (float)rangeM);
                }

                var sine = ((2 * a * rise) - q) / (2 * a * rangeM);
                if (!double.IsNaN(heightM) && sine > _highest) _highest = sine;
            }
        }

        private void Close() => mask[((long)_bin++ * stride) + azimuth] = (float)Math.Asin(Math.Clamp(_highest, -1, 1));
    }
}
