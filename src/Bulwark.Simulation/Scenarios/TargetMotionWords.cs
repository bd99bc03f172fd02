namespace Bulwark.Simulation.Scenarios;

/// <summary>The words of files for ways to move, in the order of the values.</summary>
internal static class TargetMotionWords
{
    /// <summary>All words.</summary>
    public static readonly string[] All = ["route", "ballistic", "homing"];

    /// <summary>The word of one.</summary>
    public static string Of(TargetMotion motion) => All[(int)motion];
}
