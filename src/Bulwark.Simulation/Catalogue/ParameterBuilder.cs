using Bulwark.Flight.Interceptors;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Catalogue;

/// <summary>Turns checked catalogue entries into the parameter records of the models, with the typical values.</summary>
public static class ParameterBuilder
{
    /// <summary>The parameters of a radar.</summary>
    /// <param name="entry">A radar of a catalogue.</param>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    public static RadarParameters Radar(CatalogueEntry entry)
    {
        var value = Values(entry, EntryKind.Radar);
        var rate = value("rotation-rate");
        return new RadarParameters
        {
            Name = entry.Name,
            ReferenceRangeM = value("detection-range"),
            ReferenceRcsM2 = value("reference-rcs"),
            ReferencePdProbability = value("reference-pd"),
            FalseAlarmProbability = value("false-alarm"),
            Fluctuation = (SwerlingCase)(int)value("fluctuation"),
            IntegratedPulses = (int)value("integrated-pulses"),
            MinimumRangeM = value("minimum-range"),
            InstrumentedRangeM = value("instrumented-range"),
            AntennaHeightM = value("antenna-height"),
            MinimumElevationRad = value("minimum-elevation"),
            MaximumElevationRad = value("maximum-elevation"),
            AzimuthBeamwidthRad = value("azimuth-beamwidth"),
            ElevationBeamwidthRad = value("elevation-beamwidth"),
            RangeResolutionM = value("range-resolution"),
            MeasuresElevation = value("measures-elevation") != 0,
            SectorWidthRad = value("sector-width"),
            RotationPeriodS = rate > 0 ? RotationPeriod(rate) : 0,
            RevisitPeriodS = value("revisit-period"),
            RangeFloorM = value("range-floor"),
            AngleFloorRad = value("angle-floor"),
            ReplyProbability = value("reply-probability"),
        };
    }

    /// <summary>The parameters of a missile.</summary>
    /// <param name="entry">A missile of a catalogue.</param>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    public static InterceptorParameters Missile(CatalogueEntry entry)
    {
        var value = Values(entry, EntryKind.Missile);
        return new InterceptorParameters
        {
            Name = entry.Name,
            LaunchMassKg = value("launch-mass"),
            PropellantMassKg = value("propellant-mass"),
            BurnTimeS = value("burn-time"),
            ThrustN = value("thrust"),
            ReferenceAreaM2 = value("reference-area"),
            DragFactor = value("drag-factor"),
            MaximumLoadMPerS2 = value("maximum-load"),
            TimeConstantS = value("time-constant"),
            NavigationRatio = value("navigation-ratio"),
            MinimumSpeedMPerS = value("minimum-speed"),
            MaximumFlightTimeS = value("maximum-flight-time"),
            MinimumRangeM = value("minimum-range"),
            MaximumRangeM = value("maximum-range"),
            LowAltitudeRangeM = entry.Figures.Find("low-altitude-range")?.TypicalSi ?? double.PositiveInfinity,
            FullRangeHeightM = value("full-range-height"),
            MinimumHeightM = value("minimum-height"),
            MaximumHeightM = value("maximum-height"),
            MaximumTargetSpeedMPerS = value("maximum-target-speed"),
            LethalRadiusM = value("lethal-radius"),
            ReliabilityProbability = value("reliability"),
            TerminalRangeM = value("terminal-range"),
            TerminalAngleSigmaRad = value("terminal-angle-sigma"),
        };
    }

    /// <summary>The target class of an aircraft.</summary>
    /// <param name="entry">An aircraft of a catalogue.</param>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    public static TargetClass Aircraft(CatalogueEntry entry)
    {
        var value = Values(entry, EntryKind.Aircraft);
        return new TargetClass(entry.Id, entry.Name, entry.Category, value("rcs"), value("speed"), value("height"), value("turn-load"), value("transponder") != 0);
    }

    // Published rates are round numbers per minute; the period is rounded to the nanosecond of the clock so that 5 rpm is 12 s exactly.
    private static double RotationPeriod(double rateRadPerS) => Math.Round(2 * Math.PI / rateRadPerS, 9);

    private static Func<string, double> Values(CatalogueEntry entry, EntryKind kind)
    {
        if (entry.Kind != kind) throw new ArgumentException($"'{entry.Id}' is a {EntryKeys.Word(entry.Kind)}, not a {EntryKeys.Word(kind)}", nameof(entry));
        return name => entry.Figures.Find(name)?.TypicalSi ?? 0;
    }
}
