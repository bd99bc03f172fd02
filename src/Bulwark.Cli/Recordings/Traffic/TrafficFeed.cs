using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Formats.Asterix;
using Bulwark.Formats.Traffic;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>
/// What turning secondary radars would have measured of recorded traffic: each aircraft when the beam meets it, with Gaussian errors, lost
/// plots, false plots, and a height in steps of 25 ft; a sector at a time, in the order of time. Nothing but the seed decides. Mutable.
/// </summary>
internal sealed class TrafficFeed
{
    private const double HeightStepM = 25 * 0.3048;

    private readonly TrafficTable _traffic;
    private readonly IReadOnlyList<SimulatedRadar> _radars;
    private readonly TrafficNoise _noise;
    private readonly List<RadarReport> _sector = [];
    private readonly List<RadarReport> _later = [];
    private readonly List<TrafficPath> _flying = [];
    private readonly TrafficPath[] _byStart;
    private readonly double[] _turnStartS;
    private RandomStream _detections;
    private RandomStream _errors;
    private RandomStream _false;
    private int _next;

    /// <summary>Sets the radars up.</summary>
    /// <param name="traffic">The traffic.</param>
    /// <param name="radars">The radars.</param>
    /// <param name="noise">How they err.</param>
    /// <param name="seed">Seed of the errors.</param>
    public TrafficFeed(TrafficTable traffic, IReadOnlyList<SimulatedRadar> radars, TrafficNoise noise, ulong seed)
    {
        (_traffic, _radars, _noise) = (traffic, radars, noise);
        _detections = new RandomStream(seed, 0, 0, RandomPurpose.Detection);
        _errors = new RandomStream(seed, 0, 0, RandomPurpose.MeasurementNoise);
        _false = new RandomStream(seed, 0, 0, RandomPurpose.FalseAlarms);
        _byStart = [.. traffic.Paths.OrderBy(static path => path.FirstS)];
        EndS = traffic.Paths.Max(static path => path.LastS);
        SectorEndS = Math.Floor(_byStart[0].FirstS);
        StartS = SectorEndS;

        // The antennas do not turn in step.
        _turnStartS = [.. radars.Select((radar, place) => SectorEndS - (place * radar.PeriodS / radars.Count))];
    }

    /// <summary>The plots of the sector, in order of time. Valid until the next call of <see cref="Read"/>.</summary>
    public ReadOnlySpan<RadarReport> Sector => CollectionsMarshal.AsSpan(_sector);

    /// <summary>When the first sector begins.</summary>
    public double StartS { get; }

    /// <summary>When the sector ends.</summary>
    public double SectorEndS { get; private set; }

    /// <summary>When the last aircraft leaves.</summary>
    public double EndS { get; }

    /// <summary>The radar's name: simulated ones count from 0/1.</summary>
    public static SensorKey KeyOf(int radar) => new(0, (byte)(radar + 1));

    /// <summary>The aircraft in the air at a time and seen by a radar at that place.</summary>
    public IEnumerable<(TrafficPath Path, EcefVector Position, EcefVector Velocity)> InView(double timeS)
    {
        foreach (var path in _flying)
        {
            if (path.TryAt(timeS, out var position, out var velocity) && _radars.Any(radar => radar.Covers(position))) yield return (path, position, velocity);
        }
    }

    /// <summary>Moves to the next sector.</summary>
    /// <param name="sectorS">Its length, seconds.</param>
    /// <returns>False when the last aircraft has left.</returns>
    public bool Read(double sectorS)
    {
        if (SectorEndS >= EndS) return false;
        var startS = SectorEndS;
        SectorEndS = startS + sectorS;
        while (_next < _byStart.Length && _byStart[_next].FirstS <= SectorEndS) _flying.Add(_byStart[_next++]);
        _flying.RemoveAll(path => path.LastS < startS);
        for (var radar = 0; radar < _radars.Count; radar++)
        {
            while (_turnStartS[radar] < SectorEndS)
            {
                Turn(radar, _turnStartS[radar]);
                _turnStartS[radar] += _radars[radar].PeriodS;
            }
        }

        _sector.Clear();
        _sector.AddRange(_later.Where(report => report.TimeS < SectorEndS));
        _later.RemoveAll(report => report.TimeS < SectorEndS);
        _sector.Sort(static (left, right) => left.TimeS != right.TimeS ? left.TimeS.CompareTo(right.TimeS) : left.Sensor.CompareTo(right.Sensor));
        return true;
    }

    // A turn begins at north. When the beam meets an aircraft is found by two steps: it hardly moves meanwhile.
    private void Turn(int index, double startS)
    {
        var radar = _radars[index];
        foreach (var path in _flying.Count == 0 ? [] : Candidates(startS, radar))
        {
            var timeS = startS + (0.5 * radar.PeriodS);
            for (var step = 0; step < 2; step++)
            {
                if (!path.TryAt(timeS, out var guess, out _)) break;
                timeS = startS + (radar.PeriodS * Share(radar.Frame.Measure(guess).AzimuthRad));
            }

            if (!path.TryAt(timeS, out var position, out _) || !radar.Covers(position) || _detections.NextUnit() > _noise.DetectionProbability) continue;
            var seen = radar.Frame.Measure(position);
            var (range, azimuth, height) = (_errors.Normal(), _errors.Normal(), _errors.Normal());
            Add(index, timeS, seen.RangeM + (_noise.Accuracy.RangeSigmaM * range), seen.AzimuthRad + (_noise.Accuracy.AzimuthSigmaRad * azimuth), Wgs84.HeightM(position) + (_noise.HeightNoiseM * height), path.Id);
        }

        var count = (int)_noise.FalsePlotsPerTurn + (_false.NextUnit() < _noise.FalsePlotsPerTurn - Math.Floor(_noise.FalsePlotsPerTurn) ? 1 : 0);
        for (var k = 0; k < count; k++)
        {
            var share = _false.NextUnit();
            Add(index, startS + (share * radar.PeriodS), 5000 + ((radar.RangeM - 5000) * _false.NextUnit()), share * Math.Tau, 12_000 * _false.NextUnit(), -1);
        }
    }

    // Aircraft that appear during a turn are met by it too.
    private IEnumerable<TrafficPath> Candidates(double startS, SimulatedRadar radar)
    {
        foreach (var path in _flying) yield return path;
        for (var next = _next; next < _byStart.Length && _byStart[next].FirstS <= startS + radar.PeriodS; next++) yield return _byStart[next];
    }

    private void Add(int radar, double timeS, double rangeM, double azimuthRad, double heightM, int path) => _later.Add(new RadarReport
    {
        TimeS = timeS,
        Sensor = KeyOf(radar),
        RangeM = rangeM,
        AzimuthRad = azimuthRad,
        Detection = RadarDetection.Secondary,
        HeightM = HeightStepM * Math.Round(heightM / HeightStepM),
        IsHeightReliable = true,
        Address = path < 0 ? null : _traffic.Paths[path].Address,
        Callsign = path < 0 ? null : _traffic.Paths[path].Callsign,
    });

    private static double Share(double azimuthRad) => (azimuthRad / Math.Tau) - Math.Floor(azimuthRad / Math.Tau);
}
