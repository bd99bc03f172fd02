namespace Bulwark.Formats.Acmi;

/// <summary>The colours Tacview knows.</summary>
public enum AcmiColor
{
    /// <summary>Red.</summary>
    Red = 0,

    /// <summary>Orange.</summary>
    Orange = 1,

    /// <summary>Green.</summary>
    Green = 2,

    /// <summary>Cyan.</summary>
    Cyan = 3,

    /// <summary>Blue.</summary>
    Blue = 4,

    /// <summary>Violet.</summary>
    Violet = 5,
}
