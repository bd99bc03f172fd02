using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// Walks a geodesic from a sensor in short stretches and gives, for its samples, the height of the ground and the two figures that
/// turn it into an elevation. Places and figures are exact at both ends and in the middle of a stretch and quadratic between: at 2 km a place
/// errs by a millimetre (centimetres above 80 degrees of latitude, where stretches are shortened), an elevation by 1e-9 rad.
/// </summary>
internal sealed class RaySamples
{
    /// <summary>So many samples from the sensor on are taken at a fraction of the spacing.</summary>
    internal const int NearSamples = 48;

    /// <summary>That fraction.</summary>
    internal const int NearParts = 4;

    private const double StretchM = 2000;

    private readonly IElevationField _terrain;
    private readonly SensorFrame _sensor;
    private readonly double _spacingM;
    private readonly int _capacity;
    private readonly double[] _latitudesRad;
    private readonly double[] _longitudesRad;
    private GeodesicLine _line;
    private Node _start;
    private double _startM;

    internal RaySamples(SensorFrame sensor, IElevationField terrain, double spacingM)
    {
        (_sensor, _terrain, _spacingM) = (sensor, terrain, spacingM);
        var colatitude = Math.Max(1e-3, Math.Cos(sensor.Antenna.LatitudeRad));
        _capacity = Math.Max(2, (int)(StretchM * Math.Min(1, 5 * colatitude) / spacingM));
        _latitudesRad = new double[_capacity];
        _longitudesRad = new double[_capacity];
        HeightsM = new float[_capacity];
        SpreadsM = new double[_capacity];
        RisesM = new double[_capacity];
    }

    internal float[] HeightsM { get; }

    /// <summary><see cref="SurfaceSight.SpreadM"/> of each sample.</summary>
    internal double[] SpreadsM { get; }

    /// <summary><see cref="SurfaceSight.RiseOfSurfaceM"/> of each sample.</summary>
    internal double[] RisesM { get; }

    internal int Count { get; private set; }

    internal double TrueRadiusM { get; private set; }

    internal double ApparentRadiusM { get; private set; }

    internal void Start(double azimuthRad)
    {
        _line = new GeodesicLine(_sensor.Antenna, azimuthRad);
        _startM = 0;
        _start = NodeAt(0);
        var ahead = SightAt(_line.At(_spacingM).Point);
        (TrueRadiusM, ApparentRadiusM) = (ahead.TrueRadiusM, ahead.ApparentRadiusM);
    }

    /// <summary>Takes the next stretch.</summary>
    internal void Advance()
    {
        // Near the sensor the ground is sampled more finely: an error there grows with distance.
        var lengthM = _capacity * (_startM < NearSamples * _spacingM ? _spacingM / NearParts : _spacingM);
        var middle = NodeAt(_startM + (lengthM / 2));
        var end = NodeAt(_startM + lengthM);
        for (var i = 0; i < _capacity; i++)
        {
            var u = (i + 1.0) / _capacity;
            var (atStart, atMiddle, atEnd) = ((1 - u) * (1 - (2 * u)), 4 * u * (1 - u), u * ((2 * u) - 1));
            _latitudesRad[i] = (atStart * _start.LatitudeRad) + (atMiddle * middle.LatitudeRad) + (atEnd * end.LatitudeRad);
            _longitudesRad[i] = _start.LongitudeRad + (atMiddle * Turn(middle.LongitudeRad - _start.LongitudeRad)) + (atEnd * Turn(end.LongitudeRad - _start.LongitudeRad));
            SpreadsM[i] = (atStart * _start.SpreadM) + (atMiddle * middle.SpreadM) + (atEnd * end.SpreadM);
            RisesM[i] = (atStart * _start.RiseM) + (atMiddle * middle.RiseM) + (atEnd * end.RiseM);
        }

        _terrain.Sample(_latitudesRad, _longitudesRad, HeightsM);
        Count = _capacity;
        _start = end;
        _startM += lengthM;
    }

    private static double Turn(double differenceRad) => Math.IEEERemainder(differenceRad, 2 * Math.PI);

    private SurfaceSight SightAt(GeodeticPoint place) => new(_sensor, place.LatitudeRad, place.LongitudeRad);

    private Node NodeAt(double distanceM)
    {
        var place = _line.At(distanceM).Point;
        var sight = SightAt(place);
        return new Node(place.LatitudeRad, place.LongitudeRad, sight.SpreadM, sight.RiseOfSurfaceM);
    }

    private readonly record struct Node(double LatitudeRad, double LongitudeRad, double SpreadM, double RiseM);
}
