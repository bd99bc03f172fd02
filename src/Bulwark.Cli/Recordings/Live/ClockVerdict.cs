namespace Bulwark.Cli.Recordings.Live;

/// <summary>What a radar's clock says about a plot.</summary>
internal enum ClockVerdict
{
    /// <summary>The plot was measured shortly before it came.</summary>
    Good,

    /// <summary>It says that it is measured later than it came.</summary>
    Ahead,

    /// <summary>It says that it was measured long before it came.</summary>
    Behind,
}
