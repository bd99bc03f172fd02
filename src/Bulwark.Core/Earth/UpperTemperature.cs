namespace Bulwark.Core.Earth;

/// <summary>The four functions of kinetic temperature from 86 km up (US Standard Atmosphere 1976, equations 25 to 32, table 5).</summary>
internal static class UpperTemperature
{
    private const double EarthRadiusM = 6_356_766;
    private const double MesopauseK = 186.8673;
    private const double EllipseCentreK = 263.1905;
    private const double EllipseHeightK = 76.3232;
    private const double EllipseWidthM = 19_942.9;
    private const double GradientKPerM = 0.012;
    private const double ExosphereK = 1000;
    private const double ThermosphereK = 360;

    /// <summary>Temperature and its gradient.</summary>
    /// <param name="heightM">Geometric height, metres, from 86 km.</param>
    public static (double ValueK, double GradientKPerM) At(double heightM)
    {
        switch (heightM)
        {
            case <= 91_000:
                return (MesopauseK, 0);
            case <= 110_000:
                var across = (heightM - 91_000) / EllipseWidthM;
                var up = Math.Sqrt(1 - (across * across));
                return (EllipseCentreK - (EllipseHeightK * up), EllipseHeightK * across / (up * EllipseWidthM));
            case <= 120_000:
                return (240 + (GradientKPerM * (heightM - 110_000)), GradientKPerM);
            default:
                const double Rate = GradientKPerM / (ExosphereK - ThermosphereK);
                var scale = (EarthRadiusM + 120_000) / (EarthRadiusM + heightM);
                var below = (ExosphereK - ThermosphereK) * Math.Exp(-Rate * (heightM - 120_000) * scale);
                return (ExosphereK - below, Rate * scale * scale * below);
        }
    }
}
