namespace Bulwark.Studies.Plotting;

/// <summary>A finished picture. Immutable.</summary>
/// <param name="FileName">Name for a file of its own, ending in .svg.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Caption">How to read it, in plain words.</param>
/// <param name="Svg">The drawing: one SVG element, to stand in a page or in a file.</param>
public sealed record Picture(string FileName, string Title, string Caption, string Svg);
