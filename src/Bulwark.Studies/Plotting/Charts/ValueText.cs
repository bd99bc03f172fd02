namespace Bulwark.Studies.Plotting.Charts;

/// <summary>Numbers of any size as people read them.</summary>
internal static class ValueText
{
    /// <summary>A value with three to four significant digits.</summary>
    public static string Number(double value) => value switch
    {
        double.NaN => "–",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ when Math.Abs(value) >= 1e6 || Math.Abs(value) < 1e-4 => value.ToString("0.00e0"),
        _ when Math.Abs(value) >= 100 => value.ToString("0.#"),
        _ when Math.Abs(value) >= 10 => value.ToString("0.##"),
        _ => value.ToString("0.####"),
    };

    /// <summary>A round value beside an axis.</summary>
    public static string Tick(double value) => Math.Abs(value) is >= 1e6 or (> 0 and < 1e-4) ? value.ToString("0.#e0") : value.ToString("0.####");
}
