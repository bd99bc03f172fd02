namespace Bulwark.Sensing.Propagation;

/// <summary>A monotone part of a ray; a part that is run through down and up again counts twice.</summary>
internal readonly record struct RayLeg(double LowM, double HighM, int Times, bool IsLevelBelow);
