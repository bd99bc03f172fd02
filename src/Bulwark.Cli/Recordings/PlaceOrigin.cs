namespace Bulwark.Cli.Recordings;

/// <summary>How the place of a radar is known.</summary>
internal enum PlaceOrigin
{
    /// <summary>The user gave it.</summary>
    Given,

    /// <summary>The radar states it in the recording (I034/120).</summary>
    Recording,

    /// <summary>It stands in the table of known radars.</summary>
    Table,

    /// <summary>It is not known: an arbitrary place, so that only relative positions mean something.</summary>
    Arbitrary,
}
