using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>A point of a route. Immutable.</summary>
/// <param name="Position">Place and height above the ellipsoid.</param>
/// <param name="SpeedMPerS">Ground speed on the leg that ends here, m/s, positive; ignored at the first point.</param>
public readonly record struct RoutePoint(GeodeticPoint Position, double SpeedMPerS);
