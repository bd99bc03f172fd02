namespace Bulwark.Studies.Plotting.Runs;

/// <summary>A place seen from a battery: distance along the ground and height above the ellipsoid, metres, and what it is.</summary>
internal readonly record struct RangeHeight(double RangeM, double HeightM, string Tip);
