using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// Aircraft over a round area, cruising and turning, seen by turning radars: plots a delivery at a time, in the order of time. Seeded;
/// nothing but the seed and the set-up decides.
/// </summary>
internal sealed class ScaleTraffic
{
    /// <summary>Time between deliveries, seconds.</summary>
    public const double DeliveryS = 0.25;

    private const double DetectionProbability = 0.95;
    private readonly ScaleSetup _setup;
    private readonly EcefVector[] _position;
    private readonly EcefVector[] _velocity;
    private readonly double[] _heightM;
    private readonly double[] _turnRateRadPerS;
    private readonly double[] _turnEndS;
    private readonly EcefVector _centre;
    private readonly List<(int Radar, int Aircraft, double TimeS)>[] _crossings;
    private readonly List<Plot> _plots = [];
    private RandomStream _random = new(7, 0, 0, RandomPurpose.General);
    private RandomStream _noise = new(7, 0, 0, RandomPurpose.MeasurementNoise);
    private int _delivery;

    public ScaleTraffic(ScaleSetup setup)
    {
        _setup = setup;
        _position = new EcefVector[setup.Aircraft];
        _velocity = new EcefVector[setup.Aircraft];
        (_heightM, _turnRateRadPerS, _turnEndS) = (new double[setup.Aircraft], new double[setup.Aircraft], new double[setup.Aircraft]);
        var middle = new LocalFrame(GeodeticPoint.FromDegrees(46, 8));
        _centre = middle.OriginEcefM;
        Sensors = new SensorDescription[setup.Radars];
        for (var radar = 0; radar < setup.Radars; radar++)
        {
            // A sunflower spreads any number of points evenly over a disc; a single radar stands in the middle.
            var (apart, angle) = (setup.AreaRadiusM * Math.Sqrt(radar / (double)setup.Radars), radar * 2.399963);
            var place = Wgs84.ToGeodetic(middle.ToEcef(new EnuVector(apart * Math.Sin(angle), apart * Math.Cos(angle), 0))).WithHeight(0);
            Sensors[radar] = new SensorDescription(new SensorFrame(place, 20), setup.PeriodS, setup.MeasuresElevation);
        }

        for (var k = 0; k < setup.Aircraft; k++)
        {
            var (apart, angle, heading) = (0.98 * setup.AreaRadiusM * Math.Sqrt(_random.NextUnit()), 2 * Math.PI * _random.NextUnit(), 2 * Math.PI * _random.NextUnit());
            _heightM[k] = 3000 + (9000 * _random.NextUnit());
            var speed = 130 + (120 * _random.NextUnit());
            var place = Wgs84.ToGeodetic(middle.ToEcef(new EnuVector(apart * Math.Sin(angle), apart * Math.Cos(angle), 0))).WithHeight(_heightM[k]);
            var frame = new LocalFrame(place);
            _position[k] = frame.OriginEcefM;
            _velocity[k] = frame.Rotate(new EnuVector(speed * Math.Sin(heading), speed * Math.Cos(heading), 0));
        }

        _crossings = new List<(int, int, double)>[(int)Math.Ceiling(setup.PeriodS / DeliveryS) + 2];
        for (var k = 0; k < _crossings.Length; k++) _crossings[k] = [];
    }

    /// <summary>The radars.</summary>
    public SensorDescription[] Sensors { get; }

    /// <summary>End of the last delivery, seconds.</summary>
    public double NowS => _delivery * DeliveryS;

    /// <summary>Where the aircraft are now.</summary>
    public ReadOnlySpan<EcefVector> Positions => _position;

    /// <summary>The plots of the next delivery.</summary>
    public List<Plot> Next()
    {
        var (startS, endS) = (_delivery * DeliveryS, (_delivery + 1) * DeliveryS);
        _plots.Clear();
        for (var radar = 0; radar < _setup.Radars; radar++)
        {
            var phaseS = radar * _setup.PeriodS / _setup.Radars;
            var turn = Math.Ceiling((startS - phaseS) / _setup.PeriodS);
            if (phaseS + (turn * _setup.PeriodS) < endS) Schedule(radar, phaseS + (turn * _setup.PeriodS));
            AddFalsePlots(radar, startS, phaseS);
        }

        var due = _crossings[_delivery % _crossings.Length];
        foreach (var (radar, aircraft, timeS) in due)
        {
            if (_random.NextUnit() > DetectionProbability) continue;
            var place = _position[aircraft] + (_velocity[aircraft] * (timeS - startS));
            Add(radar, timeS, Sensors[radar].Frame.Measure(place), _heightM[aircraft], 1, aircraft);
        }

        due.Clear();
        _delivery++;
        Fly(endS);
        _plots.Sort(static (left, right) => left.Time != right.Time ? left.Time.CompareTo(right.Time) : left.Sensor.CompareTo(right.Sensor));
        return _plots;
    }

    // The antenna meets an aircraft when it points where the aircraft was at the start of the turn: near enough for traffic.
    private void Schedule(int radar, double startS)
    {
        var frame = Sensors[radar].Frame;
        var origin = frame.Local.OriginEcefM;
        var first = Math.Max(0, _delivery);
        for (var k = 0; k < _position.Length; k++)
        {
            if ((_position[k] - origin).LengthSquared > _setup.RangeM * _setup.RangeM) continue;
            var seen = frame.Measure(_position[k]);
            if (seen.ElevationRad < 0.002 || seen.RangeM < 5000) continue;
            var share = seen.AzimuthRad / (2 * Math.PI);
            var timeS = startS + (_setup.PeriodS * (share - Math.Floor(share)));
            var slot = Math.Max(first, (int)(timeS / DeliveryS));
            _crossings[slot % _crossings.Length].Add((radar, k, Math.Max(timeS, slot * DeliveryS)));
        }
    }

    private void AddFalsePlots(int radar, double startS, double phaseS)
    {
        var mean = _setup.FalsePlotsPerTurn * DeliveryS / _setup.PeriodS;
        var count = (int)mean + (_random.NextUnit() < mean - Math.Floor(mean) ? 1 : 0);
        for (var k = 0; k < count; k++)
        {
            var timeS = startS + (DeliveryS * _random.NextUnit());
            var azimuth = 2 * Math.PI * (timeS - phaseS) / _setup.PeriodS;
            Add(radar, timeS, new SphericalMeasurement(5000 + ((_setup.RangeM - 5000) * _random.NextUnit()), azimuth, 0.005 + (0.3 * _random.NextUnit())), 15e3 * _random.NextUnit(), 0, -1);
        }
    }

    private void Add(int radar, double timeS, SphericalMeasurement at, double heightM, double noise, int aircraft)
    {
        var (range, azimuth, elevation, height) = (_noise.Normal(), _noise.Normal(), _noise.Normal(), _noise.Normal());
        _plots.Add(new Plot
        {
            Time = SimTime.FromSeconds(timeS),
            Sensor = radar,
            RangeM = at.RangeM + (50 * noise * range),
            AzimuthRad = at.AzimuthRad + (0.00087 * noise * azimuth),
            ElevationRad = _setup.MeasuresElevation ? at.ElevationRad + (0.0014 * noise * elevation) : double.NaN,
            HeightM = _setup.MeasuresElevation ? double.NaN : heightM + (20 * noise * height),
            RangeSigmaM = 50,
            AzimuthSigmaRad = 0.00087,
            ElevationSigmaRad = 0.0014,
            HeightSigmaM = 20,
            Id = aircraft,
        });
    }

    private void Fly(double nowS)
    {
        for (var k = 0; k < _position.Length; k++)
        {
            if (nowS > _turnEndS[k])
            {
                // A turn of 20 to 60 s at 1 to 3 degrees a second about every five minutes, and back to the middle at the edge.
                var outward = _position[k] - _centre;
                var leaving = outward.LengthSquared > _setup.AreaRadiusM * _setup.AreaRadiusM && outward.Dot(_velocity[k]) > 0;
                var turns = leaving || (_turnRateRadPerS[k] == 0 && _random.NextUnit() < 0.15);
                _turnRateRadPerS[k] = turns ? (0.0175 + (0.035 * _random.NextUnit())) * (_random.NextUnit() < 0.5 ? -1 : 1) : 0;
                _turnEndS[k] = nowS + 20 + (40 * _random.NextUnit());
            }

            var here = Wgs84.ToGeodetic(_position[k]);
            var up = new LocalFrame(here).Up;
            var speed = _velocity[k].Length;
            var level = _velocity[k] - (up * up.Dot(_velocity[k]));
            var turned = level + (level.Cross(up) * (_turnRateRadPerS[k] * DeliveryS));
            _velocity[k] = turned * (speed / turned.Length);
            _position[k] += (_velocity[k] * DeliveryS) + (up * (_heightM[k] - here.HeightM));
        }
    }
}
