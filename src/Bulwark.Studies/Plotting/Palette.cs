namespace Bulwark.Studies.Plotting;

/// <summary>
/// The colours of every plot, told apart by readers with any common colour vision. Source: M. Okabe and K. Ito, "Color Universal
/// Design" (2008), darkened a little where thin lines on white need it; the sequence of lengths follows the luminance order of viridis.
/// </summary>
internal static class Palette
{
    public const string Ink = "#1f2933";
    public const string Muted = "#5f6b76";
    public const string Grid = "#dfe4e8";
    public const string Frame = "#8a949e";
    public const string Paper = "#ffffff";
    public const string Sea = "#eef5fa";
    public const string Land = "#f1ede2";
    public const string Coast = "#a39a86";

    public const string Killed = "#00875f";
    public const string Leaked = "#d55e00";
    public const string Other = "#8a8f96";
    public const string Neutral = "#3d8fd1";
    public const string Missile = "#b0508f";
    public const string Battery = "#1f2933";
    public const string Asset = "#7a5c00";
    public const string Limit = "#c1121f";
    public const string Series = "#0b5c99";

    public const string Reacting = "#e0c04c";
    public const string Firing = "#d98200";
    public const string Guiding = "#6a51a3";
    public const string Assessing = "#c9c4de";

    /// <summary>Five steps from the shortest to the longest, each darker than the one before.</summary>
    public static readonly string[] Steps = ["#c8c83c", "#5ab47c", "#2a8f8f", "#31688e", "#440154"];
}
