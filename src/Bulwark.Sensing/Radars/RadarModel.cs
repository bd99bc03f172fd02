using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// A radar set calibrated by its published statement. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// The radar equation in its ratio form: the signal-to-noise ratio that gives the published probability at the published range and
/// cross-section is found exactly, and scales with σ/R⁴ (Skolnik, Introduction to Radar Systems, 3rd ed. 2001, equations 1.6 and 2.1;
/// Blake, Radar Range-Performance Analysis, 1986, chapter 1). Every loss that was present in the published statement is thereby present
/// here. What stands between the set and a target is <see cref="RadarSurroundings"/>.
/// </remarks>
public sealed class RadarModel
{
    private readonly DetectionTable _table;
    private readonly double _thresholdSnrRatio;

    /// <summary>Calibrates the model.</summary>
    /// <param name="parameters">The set.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it.</exception>
    public RadarModel(RadarParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (RadarParameterCheck.FirstProblem(parameters) is { } problem) throw new ArgumentException(problem, nameof(parameters));
        Parameters = parameters;
        ReferenceSnrRatio = DetectionStatistics.RequiredSnr(
            parameters.Fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability, parameters.ReferencePdProbability);
        Budget = PowerBudget.FromStatement(parameters.ReferenceRangeM, parameters.ReferenceRcsM2, ReferenceSnrRatio);
        _thresholdSnrRatio = DetectionStatistics.RequiredSnr(
            parameters.Fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability, Math.Max(0.5, 2 * parameters.FalseAlarmProbability));
        _table = new DetectionTable(parameters.Fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability);
    }

    /// <summary>The set it was made from.</summary>
    public RadarParameters Parameters { get; }

    /// <summary>The radar equation of the set.</summary>
    public PowerBudget Budget { get; }

    /// <summary>Signal-to-noise ratio of one pulse at the published range and cross-section.</summary>
    public double ReferenceSnrRatio { get; }

    /// <summary>Signal-to-noise ratio of one pulse.</summary>
    /// <param name="rangeM">Slant range, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    public double SnrRatio(double rangeM, double rcsM2) => Budget.SnrRatio(rangeM, rcsM2);

    /// <summary>Probability of detection in one look (see <see cref="DetectionTable"/> for its error, below 1e-6).</summary>
    /// <param name="snrRatio">Signal-to-noise ratio of one pulse, not negative.</param>
    public double DetectionProbability(double snrRatio) => Parameters.LargestPdProbability * _table.At(10 * Math.Log10(snrRatio));

    /// <summary>Free-space range at which a cross-section is detected with a probability, metres.</summary>
    /// <param name="rcsM2">Radar cross-section, m², positive.</param>
    /// <param name="detectionProbability">Probability of detection in one look, above the false-alarm probability and below the largest of the set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public double DetectionRangeM(double rcsM2, double detectionProbability)
    {
        var snr = DetectionStatistics.RequiredSnr(
            Parameters.Fluctuation, Parameters.IntegratedPulses, Parameters.FalseAlarmProbability, detectionProbability / Parameters.LargestPdProbability);
        return Budget.RangeM(snr, rcsM2);
    }

    /// <summary>Whether the set can see a place at all, smooth Earth only.</summary>
    /// <param name="site">Where the set stands.</param>
    /// <param name="positionM">Earth-fixed position, metres.</param>
    public Visibility Check(RadarSite site, EcefVector positionM)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Check(site, site.View(positionM));
    }

    /// <summary>Whether the set can see a place at all; the first reason in the order range, sector, horizon, terrain, beam.</summary>
    /// <param name="site">Where the set stands.</param>
    /// <param name="view">How the site sees the place.</param>
    /// <param name="surroundings">Terrain round the site; null for the smooth Earth.</param>
    public Visibility Check(RadarSite site, in RadarView view, RadarSurroundings? surroundings = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (view.RangeM < Parameters.MinimumRangeM) return Visibility.TooClose;
        if (view.RangeM > Parameters.InstrumentedRangeM) return Visibility.OutOfRange;
        if (Parameters.SectorWidthRad < 2 * Math.PI
            && Math.Abs(Math.IEEERemainder(view.AzimuthRad - site.FacingRad, 2 * Math.PI)) > 0.5 * Parameters.SectorWidthRad)
        {
            return Visibility.OutsideSector;
        }

        if (surroundings?.Horizon is null)
        {
            if (!view.ClearsHorizon) return Visibility.BelowHorizon;
        }
        else
        {
            var sight = surroundings.Sight(in view);
            if (sight == SightState.Blocked) return view.ClearsHorizon ? Visibility.MaskedByTerrain : Visibility.BelowHorizon;
            if (sight == SightState.Unknown) return Visibility.UnknownTerrain;
        }

        if (view.ElevationRad < Parameters.MinimumElevationRad) return Visibility.BelowBeam;
        return view.ElevationRad > Parameters.MaximumElevationRad ? Visibility.AboveBeam : Visibility.Visible;
    }

    /// <summary>A noisy measurement of a detected target (see <see cref="MeasurementErrors"/>).</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="snrRatio">Signal-to-noise ratio of one pulse, positive; the pulses of the look are added.</param>
    /// <param name="random">Stream that gives the noise; always three normal numbers.</param>
    public RadarMeasurement Measure(in RadarView view, double snrRatio, ref RandomStream random) => Measure(in view, snrRatio, default, ref random);

    /// <summary>A measurement with noise and the set's constant errors, in the set's steps (see <see cref="MeasurementErrors"/>).</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="snrRatio">Signal-to-noise ratio of one pulse, positive; the pulses of the look are added.</param>
    /// <param name="bias">Constant errors; not part of the stated standard deviations, the rounding to steps is.</param>
    /// <param name="random">Stream that gives the noise; always three normal numbers.</param>
    public RadarMeasurement Measure(in RadarView view, double snrRatio, in RadarBias bias, ref RandomStream random)
    {
        var sigmas = Sigmas(snrRatio);
        var (rangeNoise, azimuthNoise) = NormalDraw.Pair(ref random);
        var (elevationNoise, _) = NormalDraw.Pair(ref random);
        var rangeM = InSteps(view.RangeM + bias.RangeM + (sigmas.RangeSigmaM * rangeNoise), Parameters.RangeQuantumM);
        var azimuthRad = InSteps(view.AzimuthRad + bias.AzimuthRad + (sigmas.AzimuthSigmaRad * azimuthNoise), Parameters.AngleQuantumRad);
        var elevationRad = InSteps(view.ElevationRad + bias.ElevationRad + (sigmas.ElevationSigmaRad * elevationNoise), Parameters.AngleQuantumRad);
        return new RadarMeasurement(
            Math.Max(1, rangeM),
            azimuthRad - (2 * Math.PI * Math.Floor(azimuthRad / (2 * Math.PI))),
            Parameters.MeasuresElevation ? Math.Clamp(elevationRad, -Math.PI / 2, Math.PI / 2) : double.NaN,
            WithSteps(sigmas.RangeSigmaM, Parameters.RangeQuantumM),
            WithSteps(sigmas.AzimuthSigmaRad, Parameters.AngleQuantumRad),
            WithSteps(sigmas.ElevationSigmaRad, Parameters.AngleQuantumRad));
    }

    /// <summary>Mean number of false alarms in one look over a sector: resolution cells times their probability.</summary>
    /// <param name="widthRad">Width of the sector, radians.</param>
    public double ExpectedFalseAlarms(double widthRad)
    {
        // A set that measures elevation has a cell per beam position in elevation.
        var elevationCells = Parameters.MeasuresElevation
            ? Math.Max(1, (Parameters.MaximumElevationRad - Parameters.MinimumElevationRad) / Parameters.ElevationBeamwidthRad)
            : 1;
        var rangeCells = (Parameters.InstrumentedRangeM - Parameters.MinimumRangeM) / Parameters.RangeResolutionM;
        return rangeCells * elevationCells * (widthRad / Parameters.AzimuthBeamwidthRad) * Parameters.FalseAlarmProbability;
    }

    /// <summary>Draws the number of false alarms of some beams of one look each (Poisson).</summary>
    /// <param name="beams">Beams, not negative.</param>
    /// <param name="random">Stream that decides.</param>
    public int DrawFalseAlarmCountPerBeams(int beams, ref RandomStream random) =>
        PoissonCount(beams * Parameters.FalseAlarmProbability * (Parameters.InstrumentedRangeM - Parameters.MinimumRangeM) / Parameters.RangeResolutionM, ref random);

    /// <summary>Draws one false alarm in a beam: uniform in range and within the beam, with the accuracy of an echo at the threshold.</summary>
    /// <param name="azimuthRad">Azimuth of the beam, radians.</param>
    /// <param name="elevationRad">Elevation of the beam, radians.</param>
    /// <param name="random">Stream that decides; always three uniform numbers.</param>
    public RadarMeasurement DrawFalseAlarmIn(double azimuthRad, double elevationRad, ref RandomStream random)
    {
        var measured = DrawFalseAlarm(azimuthRad - (0.5 * Parameters.AzimuthBeamwidthRad), Parameters.AzimuthBeamwidthRad, ref random);
        if (!Parameters.MeasuresElevation) return measured;
        var within = (measured.ElevationRad - Parameters.MinimumElevationRad) / (Parameters.MaximumElevationRad - Parameters.MinimumElevationRad);
        return measured with { ElevationRad = Math.Clamp(elevationRad + ((within - 0.5) * Parameters.ElevationBeamwidthRad), -Math.PI / 2, Math.PI / 2) };
    }

    /// <summary>Draws the number of false alarms of one look over a sector (Poisson).</summary>
    /// <param name="widthRad">Width of the sector, radians.</param>
    /// <param name="random">Stream that decides.</param>
    public int DrawFalseAlarmCount(double widthRad, ref RandomStream random) => PoissonCount(ExpectedFalseAlarms(widthRad), ref random);

    private static int PoissonCount(double mean, ref RandomStream random)
    {
        // Arrivals of a unit Poisson process before the mean: exact for any mean.
        var count = -1;
        for (var time = 0.0; time <= mean; count++) time -= Math.Log(random.NextUnit());
        return count;
    }

    /// <summary>Draws one false alarm, uniform in range, azimuth and elevation, with the accuracy of an echo at the threshold.</summary>
    /// <param name="fromAzimuthRad">Where the sector begins, radians.</param>
    /// <param name="widthRad">Width of the sector, clockwise, radians.</param>
    /// <param name="random">Stream that decides; always three uniform numbers.</param>
    public RadarMeasurement DrawFalseAlarm(double fromAzimuthRad, double widthRad, ref RandomStream random)
    {
        var rangeShare = random.NextUnit();
        var azimuthRad = fromAzimuthRad + (widthRad * random.NextUnit());
        var elevationShare = random.NextUnit();
        return Sigmas(_thresholdSnrRatio) with
        {
            RangeM = Parameters.MinimumRangeM + (rangeShare * (Parameters.InstrumentedRangeM - Parameters.MinimumRangeM)),
            AzimuthRad = azimuthRad - (2 * Math.PI * Math.Floor(azimuthRad / (2 * Math.PI))),
            ElevationRad = Parameters.MeasuresElevation
                ? Parameters.MinimumElevationRad + (elevationShare * (Parameters.MaximumElevationRad - Parameters.MinimumElevationRad))
                : double.NaN,
        };
    }

    private static double InSteps(double value, double step) => step > 0 ? step * Math.Round(value / step) : value;

    // Rounding adds an even error of one step's width.
    private static double WithSteps(double sigma, double step) => Math.Sqrt((sigma * sigma) + (step * step / 12));

    private RadarMeasurement Sigmas(double snrRatio)
    {
        var lookSnr = snrRatio * Parameters.IntegratedPulses;
        return new RadarMeasurement(
            0,
            0,
            double.NaN,
            MeasurementErrors.RangeSigmaM(Parameters.RangeResolutionM, lookSnr, Parameters.RangeFloorM),
            MeasurementErrors.AngleSigmaRad(Parameters.AzimuthBeamwidthRad, lookSnr, Parameters.AngleFloorRad),
            Parameters.MeasuresElevation ? MeasurementErrors.AngleSigmaRad(Parameters.ElevationBeamwidthRad, lookSnr, Parameters.AngleFloorRad) : double.NaN);
    }
}
