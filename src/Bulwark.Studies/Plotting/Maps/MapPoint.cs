namespace Bulwark.Studies.Plotting.Maps;

/// <summary>A place on the plane of a map projection, metres east and north of its centre.</summary>
internal readonly record struct MapPoint(double EastM, double NorthM);
