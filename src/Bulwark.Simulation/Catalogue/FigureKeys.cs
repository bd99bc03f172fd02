using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The figures that each kind of entry has. The descriptions are the reference page and the tips of editors.</summary>
public static class FigureKeys
{
    private static readonly string[] YesNo = ["no", "yes"];

    private static readonly FigureKey[] Array =
    [
        new("search-dwell", Dimension.Duration, "10 us", "10 s", "Phased array: time that one search beam takes; the detection range holds for it.") { IsNeeded = false },
        new("confirmation-dwell", Dimension.Duration, "10 us", "10 s", "Phased array: time that a look at a plot that may be a new target takes.") { IsNeeded = false },
        new("track-dwell", Dimension.Duration, "10 us", "10 s", "Phased array: time that an update of a track takes.") { IsNeeded = false },
        new("fire-control-dwell", Dimension.Duration, "10 us", "10 s", "Phased array: time that a look at an engaged target takes when the same array guides.") { IsNeeded = false },
        new("confirmation-period", Dimension.Duration, "1 ms", "60 s", "Phased array: wanted time between two looks at a plot that may be a new target.") { IsNeeded = false },
        new("track-period", Dimension.Duration, "1 ms", "60 s", "Phased array: wanted time between two updates of a track.") { IsNeeded = false },
        new("search-share", Dimension.None, "0", "0.99", "Phased array: share of its time that search keeps whatever else is asked for.") { IsNeeded = false },
        new("fence-elevation", Dimension.Angle, "-5 deg", "90 deg", "Phased array: highest elevation that search covers.") { IsNeeded = false },
    ];

    /// <summary>The figures of a radar.</summary>
    public static KeySet Radar { get; } = new("radar-figures", "The figures of a radar set.",
    [
        new FigureKey("detection-range", Dimension.Length, "100 m", "5000 km", "Range of the published statement, free space."),
        new FigureKey("reference-rcs", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section of the published statement."),
        new FigureKey("reference-pd", Dimension.None, "0.01", "0.99", "Probability of detection per look of the published statement."),
        new FigureKey("false-alarm", Dimension.None, "1e-12", "0.1", "Probability of false alarm per resolution cell and look."),
        new FigureKey("fluctuation", ["steady", "case-1", "case-2", "case-3", "case-4"], "Swerling's case of the echo."),
        new FigureKey("integrated-pulses", Dimension.None, "1", "1000", "Pulses integrated noncoherently in one look.") { IsWhole = true },
        new FigureKey("minimum-range", Dimension.Length, "0 m", "100 km", "Blind range close to the set."),
        new FigureKey("instrumented-range", Dimension.Length, "100 m", "5000 km", "Largest range the set displays."),
        new FigureKey("antenna-height", Dimension.Length, "0 m", "500 m", "Height of the antenna's centre above the ground."),
        new FigureKey("minimum-elevation", Dimension.Angle, "-20 deg", "80 deg", "Lowest elevation of the beam."),
        new FigureKey("maximum-elevation", Dimension.Angle, "-5 deg", "90 deg", "Highest elevation of the beam."),
        new FigureKey("azimuth-beamwidth", Dimension.Angle, "0.01 deg", "90 deg", "Half-power beamwidth in azimuth."),
        new FigureKey("elevation-beamwidth", Dimension.Angle, "0.01 deg", "90 deg", "Half-power beamwidth in elevation."),
        new FigureKey("range-resolution", Dimension.Length, "0.1 m", "20 km", "Range resolution."),
        new FigureKey("measures-elevation", YesNo, "Whether plots carry an elevation."),
        new FigureKey("sector-width", Dimension.Angle, "1 deg", "360 deg", "Width of the sector it can look into."),
        new FigureKey("rotation-rate", Dimension.AngularRate, "0.1 rpm", "120 rpm", "Rate of rotation; a set without one looks at assigned targets only.") { IsNeeded = false },
        new FigureKey("revisit-period", Dimension.Duration, "1 ms", "60 s", "Time between two looks at an assigned target.") { IsNeeded = false },
        new FigureKey("range-floor", Dimension.Length, "0 m", "10 km", "Smallest standard deviation of a range measurement."),
        new FigureKey("angle-floor", Dimension.Angle, "0 deg", "10 deg", "Smallest standard deviation of an angle measurement."),
        new FigureKey("range-rate-sigma", Dimension.Speed, "0.01 m/s", "200 m/s", "Standard deviation of measured range rate; a set without one reports none.") { IsNeeded = false },
        new FigureKey("reply-probability", Dimension.None, "0", "1", "Probability that a co-operative aircraft answers the interrogator in one look; 0 without one."),
        new FigureKey("largest-pd", Dimension.None, "0.01", "1", "Largest probability of detection in one look, whatever the signal; 1 when missing.") { IsNeeded = false },
        new FigureKey("frequency", Dimension.Frequency, "1 MHz", "100 GHz", "Carrier frequency; without it no gas, rain, lobing, clutter or jamming is reckoned.") { IsNeeded = false },
        new FigureKey("noise-temperature", Dimension.None, "10", "100000", "System noise temperature in kelvin; used for jamming.") { IsNeeded = false },
        new FigureKey("side-lobe-level", Dimension.Level, "-80 dB", "-5 dB", "Mean level of the side lobes relative to the main lobe.") { IsNeeded = false },
        new FigureKey("pulse-repetition", Dimension.Frequency, "10 Hz", "1 MHz", "Mean pulse repetition frequency of the canceller, staggered 5:6; with it and canceller-order clutter is reckoned.") { IsNeeded = false },
        new FigureKey("canceller-order", Dimension.None, "1", "8", "Delay-line cancellers in line: 1 single, 2 double.") { IsNeeded = false, IsWhole = true },
        new FigureKey("improvement-limit", Dimension.Level, "1 dB", "120 dB", "Largest improvement against clutter that the set's stability allows; 50 dB when missing.") { IsNeeded = false },
        new FigureKey("range-bias", Dimension.Length, "0 m", "10 km", "Standard deviation, from set to set, of a constant error of range.") { IsNeeded = false },
        new FigureKey("angle-bias", Dimension.Angle, "0 deg", "5 deg", "Standard deviation, from set to set, of constant errors of azimuth and elevation.") { IsNeeded = false },
        new FigureKey("range-quantum", Dimension.Length, "0 m", "10 km", "Step in which ranges are reported.") { IsNeeded = false },
        new FigureKey("angle-quantum", Dimension.Angle, "0 deg", "5 deg", "Step in which angles are reported.") { IsNeeded = false },
        .. Array,
        .. BatteryFigureKeys.Mast,
        .. BatteryFigureKeys.Movement,
    ]);

    /// <summary>The figures of a missile.</summary>
    public static KeySet Missile { get; } = new("missile-figures", "The figures of a surface-to-air missile, a point mass at teaching level.",
    [
        new FigureKey("launch-mass", Dimension.Mass, "1 kg", "50 t", "Mass at launch."),
        new FigureKey("propellant-mass", Dimension.Mass, "0.1 kg", "49 t", "Mass of propellant burnt."),
        new FigureKey("burn-time", Dimension.Duration, "0.1 s", "300 s", "Duration of the burn at constant thrust."),
        new FigureKey("thrust", Dimension.Force, "10 N", "10 MN", "Thrust during the burn."),
        new FigureKey("sustain-propellant-mass", Dimension.Mass, "0.1 kg", "49 t", "Mass of propellant that a sustainer burns after the booster.") { IsNeeded = false },
        new FigureKey("sustain-time", Dimension.Duration, "0.1 s", "300 s", "Duration of the sustainer's burn.") { IsNeeded = false },
        new FigureKey("sustain-thrust", Dimension.Force, "10 N", "10 MN", "Thrust of the sustainer.") { IsNeeded = false },
        new FigureKey("reference-area", Dimension.Area, "0.0001 m2", "20 m2", "Reference area of the drag coefficient."),
        new FigureKey("drag-factor", Dimension.None, "0.1", "10", "Factor on the standard drag curve."),
        new FigureKey("launch-elevation", Dimension.Angle, "10 deg", "90 deg", "Elevation of the launch, towards the target; straight up when missing.") { IsNeeded = false },
        new FigureKey("loft-factor", Dimension.None, "0", "1", "Height of the flown path above its chord as a share of the range; 0.25 when missing.") { IsNeeded = false },
        new FigureKey("loft-height", Dimension.Length, "100 m", "200 km", "Height that this loft does not exceed; 32 km when missing.") { IsNeeded = false },
        new FigureKey("maximum-load", Dimension.Acceleration, "1 g", "100 g", "Largest lateral acceleration."),
        new FigureKey("divert-load", Dimension.Acceleration, "0.1 g", "50 g", "Lateral acceleration that side thrusters give whatever the air; none when missing.") { IsNeeded = false },
        new FigureKey("time-constant", Dimension.Duration, "1 ms", "10 s", "Time constant of the response to a command."),
        new FigureKey("navigation-ratio", Dimension.None, "2", "10", "Effective navigation ratio of proportional navigation."),
        new FigureKey("navigation", ["proportional", "augmented"], "Law of the terminal phase: augmented adds what the target's own acceleration asks for; proportional when missing.") { IsNeeded = false },
        new FigureKey("seeker", ["command", "semi-active", "track-via-missile", "active"], "What measures the target at the end: nothing on the round, a seeker that needs the radar's illumination, or one of its own; semi-active when missing.") { IsNeeded = false },
        new FigureKey("minimum-speed", Dimension.Speed, "10 m/s", "5000 m/s", "Speed below which it destroys itself."),
        new FigureKey("maximum-flight-time", Dimension.Duration, "1 s", "1 h", "Longest controlled flight."),
        new FigureKey("minimum-range", Dimension.Length, "0 m", "500 km", "Smallest slant range of an intercept."),
        new FigureKey("maximum-range", Dimension.Length, "100 m", "2000 km", "Largest slant range of an intercept."),
        new FigureKey("low-altitude-range", Dimension.Length, "100 m", "2000 km", "Largest slant range of an intercept at the lowest height.") { IsNeeded = false },
        new FigureKey("full-range-height", Dimension.Length, "0 m", "100 km", "Height from which the largest range holds; below it the range falls in a straight line.") { IsNeeded = false },
        new FigureKey("minimum-height", Dimension.Length, "0 m", "100 km", "Lowest height of an intercept."),
        new FigureKey("maximum-height", Dimension.Length, "100 m", "500 km", "Greatest height of an intercept."),
        new FigureKey("maximum-target-speed", Dimension.Speed, "10 m/s", "12 km/s", "Greatest speed of a target."),
        new FigureKey("ballistic-range", Dimension.Length, "100 m", "2000 km", "Largest slant range of an intercept of a ballistic missile; the largest range when missing.") { IsNeeded = false },
        new FigureKey("lethal-radius", Dimension.Length, "0.1 m", "1 km", "Miss distance at which half of the intercepts kill; this or kill-probability, never both.") { IsNeeded = false },
        new FigureKey("kill-probability", Dimension.None, "0.01", "1", "Single-shot probability of kill of an aircraft, in place of reliability and miss distance.") { IsNeeded = false },
        new FigureKey("kill-probability-cruise-missile", Dimension.None, "0.01", "1", "The same against cruise missiles; as against aircraft when missing.") { IsNeeded = false },
        new FigureKey("kill-probability-ballistic", Dimension.None, "0.01", "1", "The same against ballistic missiles; as against aircraft when missing.") { IsNeeded = false },
        new FigureKey("kill-probability-drone", Dimension.None, "0.01", "1", "The same against drones; as against aircraft when missing.") { IsNeeded = false },
        new FigureKey("reliability", Dimension.None, "0.01", "1", "Probability that a round works when it is fired."),
        new FigureKey("terminal-range", Dimension.Length, "0 m", "200 km", "Range to the target at which the terminal phase begins."),
        new FigureKey("terminal-angle-sigma", Dimension.Angle, "0 deg", "10 deg", "Standard deviation of the line-of-sight angle in the terminal phase."),
        new FigureKey("maximum-speed", Dimension.Speed, "10 m/s", "12 km/s", "Published greatest speed; the flight model is checked with it, and does not use it.") { IsNeeded = false },
    ]);

    /// <summary>The figures of a launcher.</summary>
    public static KeySet Launcher { get; } = new("launcher-figures", "The figures of a launcher.",
    [
        new FigureKey("rounds", Dimension.None, "1", "200", "Rounds ready on it.") { IsWhole = true },
        new FigureKey("reload-time", Dimension.Duration, "1 s", "48 h", "Time to reload it when it is empty."),
    ]);

    /// <summary>The figures of an aircraft or another target.</summary>
    public static KeySet Aircraft { get; } = new("aircraft-figures", "The figures of a class of aircraft or missile as a target.",
    [
        new FigureKey("rcs", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section."),
        new FigureKey("rcs-side", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section from the side; as from the front when missing.") { IsNeeded = false },
        new FigureKey("rcs-tail", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section from behind; as from the front when missing.") { IsNeeded = false },
        new FigureKey("rcs-vhf", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section below 300 MHz, from all sides; as in the other bands when missing.") { IsNeeded = false },
        new FigureKey("rcs-l", Dimension.Area, "0.000001 m2", "10000 m2", "Radar cross-section from 300 MHz to 2 GHz, from all sides; as in the higher bands when missing.") { IsNeeded = false },
        new FigureKey("jammer-power", Dimension.Power, "0.001 W", "100 MW", "Noise that it radiates towards radars, antenna gain included; none when missing.") { IsNeeded = false },
        new FigureKey("jammer-bandwidth", Dimension.Frequency, "1 kHz", "100 GHz", "Band over which that noise is spread, round each radar's frequency.") { IsNeeded = false },
        new FigureKey("motion", TargetMotionWords.All, "How it moves: along a route, thrown from a launcher to an aim point, or homing on a radar after its release; along a route when missing.") { IsNeeded = false },
        new FigureKey("speed", Dimension.Speed, "5 m/s", "8 km/s", "Speed when the route gives none; that of a homing missile; typical at burn-out of a ballistic one."),
        new FigureKey("height", Dimension.Length, "1 m", "100 km", "Height above the sea when the route gives none, and at which a homing missile cruises; not for ballistic ones.") { IsNeeded = false },
        new FigureKey("turn-load", Dimension.Acceleration, "0.1 m/s2", "50 g", "Lateral acceleration of its turns; not for ballistic missiles.") { IsNeeded = false },
        new FigureKey("burn-time", Dimension.Duration, "1 s", "600 s", "Ballistic: duration of the burn.") { IsNeeded = false },
        new FigureKey("body-mass", Dimension.Mass, "1 kg", "50 t", "Ballistic: mass after burn-out.") { IsNeeded = false },
        new FigureKey("reference-area", Dimension.Area, "0.001 m2", "20 m2", "Ballistic: reference area of the drag coefficient.") { IsNeeded = false },
        new FigureKey("drag-factor", Dimension.None, "0.1", "10", "Ballistic: factor on the standard drag curve.") { IsNeeded = false },
        new FigureKey("apogee", Dimension.Length, "5 km", "3000 km", "Ballistic: greatest height when the scenario gives none; that of the flight of least speed when missing.") { IsNeeded = false },
        new FigureKey("minimum-range", Dimension.Length, "1 km", "15000 km", "Ballistic: shortest way over the ground.") { IsNeeded = false },
        new FigureKey("maximum-range", Dimension.Length, "1 km", "15000 km", "Ballistic: longest way over the ground. Homing: longest way from its release.") { IsNeeded = false },
        new FigureKey("homing-sigma", Dimension.Length, "0.1 m", "1 km", "Homing: standard deviation of where it comes down beside a radar that radiates, in each direction.") { IsNeeded = false },
        new FigureKey("memory-drift", Dimension.Speed, "0 m/s", "100 m/s", "Homing: growth of that error for each second that the radar is silent.") { IsNeeded = false },
        new FigureKey("lethal-radius", Dimension.Length, "0.1 m", "1 km", "Homing: distance at which half of the impacts put a radar out of action.") { IsNeeded = false },
        new FigureKey("span", Dimension.Length, "0 m", "200 m", "Width over which its echo wanders (glint); a point when missing.") { IsNeeded = false },
        new FigureKey("transponder", YesNo, "Whether it answers interrogations."),
    ]);

    /// <summary>The figures of a battery.</summary>
    public static KeySet Battery => BatteryFigureKeys.Battery;

    /// <summary>The figures of a kind of entry.</summary>
    /// <param name="kind">The kind.</param>
    public static KeySet For(EntryKind kind) => kind switch
    {
        EntryKind.Radar => Radar,
        EntryKind.Missile => Missile,
        EntryKind.Launcher => Launcher,
        EntryKind.Aircraft => Aircraft,
        EntryKind.Battery => Battery,
        EntryKind.Vehicle => BatteryFigureKeys.Vehicle,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of entry"),
    };

    /// <summary>Finds a figure of a kind of entry.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The key in the file.</param>
    /// <returns>The key, or null.</returns>
    public static FigureKey? Find(EntryKind kind, string name) => (FigureKey?)For(kind).Find(name);
}
