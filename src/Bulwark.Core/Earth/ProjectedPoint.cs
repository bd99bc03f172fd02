namespace Bulwark.Core.Earth;

/// <summary>A place in the plane of a map projection.</summary>
/// <param name="EastingM">Easting, metres, false easting included.</param>
/// <param name="NorthingM">Northing, metres, false northing included.</param>
public readonly record struct ProjectedPoint(double EastingM, double NorthingM);
