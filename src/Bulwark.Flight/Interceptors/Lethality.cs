namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Kill probability by miss distance: the Carleton (diffuse Gaussian) damage function.
/// Source: Przemieniecki, Mathematical Methods in Defense Analyses, 3rd ed. (2000), section 4.3; Driels, Weaponeering, 2nd ed. (2013), chapter 7.
/// </summary>
public static class Lethality
{
    /// <summary>P = exp(-ln 2 (m/R)²): one at no miss, a half at the lethal radius, a sixteenth at twice the radius.</summary>
    /// <param name="missM">Miss distance, metres, not negative.</param>
    /// <param name="lethalRadiusM">Distance at which half of the intercepts kill, metres, positive.</param>
    public static double KillProbability(double missM, double lethalRadiusM)
    {
        var ratio = missM / lethalRadiusM;
        return Math.Exp(-0.693147180559945309 * ratio * ratio);
    }
}
