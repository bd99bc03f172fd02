namespace Bulwark.Simulation.World;

/// <summary>The reference that a simulated plot carries through the tracker: the target in truth, or none for a false alarm.</summary>
internal static class PlotTag
{
    private const long FalseAlarm = 0;

    public static long Of(int target) => target < 0 ? FalseAlarm : target + 1;

    public static int Target(long tag) => (int)(tag - 1);
}
