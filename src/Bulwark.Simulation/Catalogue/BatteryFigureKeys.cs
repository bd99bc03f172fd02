using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The figures of batteries and of vehicles. Which of them a battery needs follows from its parts.</summary>
internal static class BatteryFigureKeys
{
    /// <summary>How long it takes to set something up, to pack it, and how fast it drives.</summary>
    public static readonly FigureKey[] Movement =
    [
        new("deploy-time", Dimension.Duration, "1 s", "48 h", "Time from arrival to readiness; a run draws from the spread.") { IsNeeded = false },
        new("leave-time", Dimension.Duration, "1 s", "48 h", "Time from the order to leave until it drives; as long as to deploy when missing.") { IsNeeded = false },
        new("road-speed", Dimension.Speed, "1 km/h", "200 km/h", "Speed on the march.") { IsNeeded = false },
    ];

    /// <summary>What a mast changes about a radar.</summary>
    public static readonly FigureKey[] Mast =
    [
        new("mast-height", Dimension.Length, "0 m", "200 m", "Height of the antenna above the ground on a mast that the set may be put on.") { IsNeeded = false },
        new("mast-time", Dimension.Duration, "1 s", "48 h", "Time that raising that mast, or lowering it, takes besides.") { IsNeeded = false },
    ];

    public static readonly KeySet Battery = new("battery-figures", "The figures of a battery as a whole.",
    [
        new FigureKey("launchers", Dimension.None, "1", "100", "Number of launchers, when all are of one type.") { IsWhole = true, IsNeeded = false },
        new FigureKey("reload-rounds", Dimension.None, "0", "10000", "Rounds in store for reloading, when all are of one kind.") { IsWhole = true, IsNeeded = false },
        new FigureKey("reload-vehicles", Dimension.None, "1", "1000", "Launchers that can be reloaded at the same time; all when missing.") { IsWhole = true, IsNeeded = false },
        new FigureKey("tracks", Dimension.None, "1", "100000", "Targets tracked at once.") { IsWhole = true, IsNeeded = false },
        new FigureKey("targets", Dimension.None, "1", "1000", "Targets engaged at once; of a battery of several units a cap on all of them together.") { IsWhole = true, IsNeeded = false },
        new FigureKey("missiles", Dimension.None, "1", "1000", "Missiles guided at once; of a battery of several units a cap on all of them together.") { IsWhole = true, IsNeeded = false },
        new FigureKey("reaction-time", Dimension.Duration, "0 s", "1 h", "Time from assignment of a target to readiness to fire.") { IsNeeded = false },
        new FigureKey("launch-interval", Dimension.Duration, "0.1 s", "10 min", "Time between two launches.") { IsNeeded = false },
        new FigureKey("kill-assessment-delay", Dimension.Duration, "0 s", "10 min", "Time after an intercept until its result is known.") { IsNeeded = false },
        new FigureKey("salvo-size", Dimension.None, "1", "20", "Rounds fired at a target before looking again.") { IsWhole = true, IsNeeded = false },
        .. Movement,
    ]);

    public static readonly KeySet Vehicle = new("vehicle-figures", "The figures of a vehicle.", Movement);
}
