namespace Bulwark.Studies.Plotting;

/// <summary>How a text is set.</summary>
internal readonly record struct TextStyle()
{
    public double Size { get; init; } = 12;

    public string Colour { get; init; } = Palette.Ink;

    public TextAnchor Anchor { get; init; } = TextAnchor.Start;

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>Whether the text stands on a light outline, to stay legible over lines.</summary>
    public bool Halo { get; init; }

    /// <summary>Rotation about its point, degrees clockwise.</summary>
    public double Turn { get; init; }
}
