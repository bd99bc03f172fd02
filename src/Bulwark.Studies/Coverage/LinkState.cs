namespace Bulwark.Studies.Coverage;

/// <summary>How one look of one radar at a place turns out; all zero when the place is hidden or outside the set's reach.</summary>
internal readonly record struct LinkState(double Probability, double SnrRatio, double RangeM, double AzimuthRad);
