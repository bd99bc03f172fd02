namespace Bulwark.Studies.Plotting;

/// <summary>Which part of a text sits at its point.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
