namespace Bulwark.Studies.Plotting.Runs;

/// <summary>What became of a target, as plots colour it.</summary>
internal enum TargetFate
{
    /// <summary>An attacker that was killed.</summary>
    Killed,

    /// <summary>An attacker that reached its objective.</summary>
    Leaked,

    /// <summary>An attacker that ended its route or was still flying at the end.</summary>
    Other,

    /// <summary>A neutral or friendly aircraft that was not hit.</summary>
    Bystander,

    /// <summary>A neutral or friendly aircraft that was killed.</summary>
    BystanderKilled,
}
