#:project ../src/Bulwark.Core
#:property PublishAot=false

// Distance and bearing between two points, and the way there in ten steps.
//   dotnet run examples/geodesic.cs
//   dotnet run examples/geodesic.cs -- 35.531 24.150 37.988 23.732      (latitude and longitude, from and to, in degrees)
using Bulwark.Core.Earth;

double[] defaults = [35.531, 24.150, 37.988, 23.732];
var degrees = args.Length == 0 ? defaults : Array.ConvertAll(args, static text => double.TryParse(text, out var value) ? value : double.NaN);
if (degrees.Length != 4 || Array.Exists(degrees, double.IsNaN) || Math.Abs(degrees[0]) > 90 || Math.Abs(degrees[2]) > 90)
{
    Console.Error.WriteLine("Expected four numbers: latitude and longitude of the start, latitude and longitude of the end, in degrees.");
    return 2;
}

var start = GeodeticPoint.FromDegrees(degrees[0], degrees[1]);
var end = GeodeticPoint.FromDegrees(degrees[2], degrees[3]);
var path = Geodesic.Inverse(start, end);
Console.WriteLine($"distance {path.DistanceM / 1000:0.000} km, bearing {Bearing(path.AzimuthStartRad):0.00} at the start, {Bearing(path.AzimuthEndRad):0.00} at the end");

var line = new GeodesicLine(start, path.AzimuthStartRad);
for (var step = 0; step <= 10; step++)
{
    var (point, azimuthRad) = line.At(path.DistanceM * step / 10);
    Console.WriteLine($"{path.DistanceM * step / 10_000,9:0.000} km  {point.LatitudeDeg,9:0.00000} {point.LongitudeDeg,10:0.00000}  bearing {Bearing(azimuthRad),6:0.00}");
}

return 0;

static double Bearing(double azimuthRad) => (double.RadiansToDegrees(azimuthRad) + 360) % 360;
