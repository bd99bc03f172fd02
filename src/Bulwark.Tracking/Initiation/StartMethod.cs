namespace Bulwark.Tracking.Initiation;

/// <summary>What the estimate of a new track starts from.</summary>
public enum StartMethod
{
    /// <summary>One plot, at rest, with a velocity covariance that spans the speeds allowed (Mallick and La Scala 2008).</summary>
    OnePoint,

    /// <summary>Its two first plots: the velocity is their difference over the time between them (Bar-Shalom, Li and Kirubarajan 2001, section 5.5.3).</summary>
    TwoPoint,
}
