using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Scheduling;
using Bulwark.Sensing.Signatures;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Catalogue;

/// <summary>Turns checked catalogue entries into the parameter records of the models, with the typical values.</summary>
public static class ParameterBuilder
{
    /// <summary>Mean side lobes of an antenna of which nothing is published: a usual textbook level.</summary>
    private const double UnknownSideLobesDb = -35;

    private const double UnknownImprovementDb = 50;

    private const double UsualLoftFactor = 0.25;

    private const double UsualLoftHeightM = 32_000;

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
            RangeRateSigmaMPerS = value("range-rate-sigma"),
            ReplyProbability = value("reply-probability"),
            LargestPdProbability = entry.Figures.Find("largest-pd")?.TypicalSi ?? 1,
            FrequencyHz = value("frequency"),
            NoiseTemperatureK = value("noise-temperature"),
            SideLobeLevelDb = entry.Figures.Find("side-lobe-level")?.TypicalSi ?? UnknownSideLobesDb,
            PulseRepetitionHz = value("pulse-repetition"),
            CancellerOrder = (int)value("canceller-order"),
            ImprovementLimitDb = entry.Figures.Find("improvement-limit")?.TypicalSi ?? UnknownImprovementDb,
            RangeBiasSigmaM = value("range-bias"),
            AngleBiasSigmaRad = value("angle-bias"),
            RangeQuantumM = value("range-quantum"),
            AngleQuantumRad = value("angle-quantum"),
            Array = entry.Figures.Find("search-dwell") is null ? null : Array(value),
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
            SustainPropellantMassKg = value("sustain-propellant-mass"),
            SustainTimeS = value("sustain-time"),
            SustainThrustN = value("sustain-thrust"),
            ReferenceAreaM2 = value("reference-area"),
            DragFactor = value("drag-factor"),
            LaunchElevationRad = entry.Figures.Find("launch-elevation")?.TypicalSi ?? Math.PI / 2,
            LoftFactor = entry.Figures.Find("loft-factor")?.TypicalSi ?? UsualLoftFactor,
            LoftHeightM = entry.Figures.Find("loft-height")?.TypicalSi ?? UsualLoftHeightM,
            MaximumLoadMPerS2 = value("maximum-load"),
            DivertLoadMPerS2 = value("divert-load"),
            TimeConstantS = value("time-constant"),
            NavigationRatio = value("navigation-ratio"),
            IsAugmented = entry.Figures.Find("navigation")?.Word == "augmented",
            Seeker = entry.Figures.Find("seeker") is { } seeker ? (SeekerKind)(int)seeker.TypicalSi : SeekerKind.SemiActive,
            MinimumSpeedMPerS = value("minimum-speed"),
            MaximumFlightTimeS = value("maximum-flight-time"),
            MinimumRangeM = value("minimum-range"),
            MaximumRangeM = value("maximum-range"),
            LowAltitudeRangeM = entry.Figures.Find("low-altitude-range")?.TypicalSi ?? double.PositiveInfinity,
            FullRangeHeightM = value("full-range-height"),
            MinimumHeightM = value("minimum-height"),
            MaximumHeightM = value("maximum-height"),
            MaximumTargetSpeedMPerS = value("maximum-target-speed"),
            BallisticRangeM = entry.Figures.Find("ballistic-range")?.TypicalSi ?? double.PositiveInfinity,
            LethalRadiusM = value("lethal-radius"),
            PublishedKill = Kill(entry.Figures),
            ReliabilityProbability = value("reliability"),
            TerminalRangeM = value("terminal-range"),
            TerminalAngleSigmaRad = value("terminal-angle-sigma"),
        };
    }

    private static SingleShotKill? Kill(FigureSet figures)
    {
        if (figures.Find("kill-probability") is not { } aircraft) return null;
        return new SingleShotKill(aircraft.TypicalSi)
        {
            CruiseMissileProbability = (figures.Find("kill-probability-cruise-missile") ?? aircraft).TypicalSi,
            BallisticProbability = (figures.Find("kill-probability-ballistic") ?? aircraft).TypicalSi,
            DroneProbability = (figures.Find("kill-probability-drone") ?? aircraft).TypicalSi,
        };
    }

    /// <summary>The target class of an aircraft.</summary>
    /// <param name="entry">An aircraft of a catalogue.</param>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    public static TargetClass Aircraft(CatalogueEntry entry)
    {
        var value = Values(entry, EntryKind.Aircraft);
        return new TargetClass(entry.Id, entry.Name, entry.Category, value("rcs"), value("speed"), value("height"), value("turn-load"), value("transponder") != 0)
        {
            SpanM = value("span"),
            Motion = (TargetMotion)(int)value("motion"),
            Ballistic = (TargetMotion)(int)value("motion") == TargetMotion.Ballistic ? Ballistic(entry.Figures, value) : null,
            Homing = (TargetMotion)(int)value("motion") == TargetMotion.Homing
                ? new HomingClass(value("homing-sigma"), value("memory-drift"), value("lethal-radius"), value("maximum-range"))
                : null,
            Signature = Signature(entry.Figures),
            Jammer = entry.Figures.Find("jammer-power") is { } power
                ? new NoiseJammer { PowerW = power.TypicalSi, GainDb = 0, BandwidthHz = value("jammer-bandwidth") }
                : null,
        };
    }

    private static BallisticClass Ballistic(FigureSet figures, Func<string, double> value) => new(
        new BallisticBody(value("body-mass"), value("reference-area"), value("drag-factor")),
        value("burn-time"),
        value("minimum-range"),
        value("maximum-range"),
        figures.Find("apogee")?.TypicalSi);

    /// <summary>The cross-sections of a class by band and aspect, with their spread.</summary>
    /// <param name="figures">The figures of an aircraft.</param>
    /// <exception cref="ArgumentException">There is no cross-section.</exception>
    public static SignatureModel Signature(FigureSet figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var nose = Spread(figures, "rcs") ?? throw new ArgumentException("An aircraft has a radar cross-section.", nameof(figures));
        var high = new SectorSignature(nose, Spread(figures, "rcs-side") ?? nose, Spread(figures, "rcs-tail") ?? nose);
        var low = Spread(figures, "rcs-l") is { } lower ? SectorSignature.Uniform(lower) : high;
        var metre = Spread(figures, "rcs-vhf") is { } lowest ? SectorSignature.Uniform(lowest) : low;
        return new SignatureModel(new Dictionary<RadarBand, SectorSignature>
        {
            [RadarBand.Vhf] = metre,
            [RadarBand.Uhf] = low,
            [RadarBand.L] = low,
            [RadarBand.S] = high,
        });
    }

    private static RcsSpread? Spread(FigureSet figures, string name) =>
        figures.Find(name) is { } figure ? new RcsSpread(figure.LowSi, figure.TypicalSi, figure.HighSi) : null;

    private static ArrayParameters Array(Func<string, double> value) => new()
    {
        SearchDwellS = value("search-dwell"),
        ConfirmationDwellS = value("confirmation-dwell"),
        TrackDwellS = value("track-dwell"),
        FireControlDwellS = value("fire-control-dwell"),
        ConfirmationPeriodS = value("confirmation-period"),
        TrackPeriodS = value("track-period"),
        SearchShare = value("search-share"),
        FenceElevationRad = value("fence-elevation"),
    };

    // Published rates are round numbers per minute; the period is rounded to the nanosecond of the clock so that 5 rpm is 12 s exactly.
    private static double RotationPeriod(double rateRadPerS) => Math.Round(2 * Math.PI / rateRadPerS, 9);

    private static Func<string, double> Values(CatalogueEntry entry, EntryKind kind)
    {
        if (entry.Kind != kind) throw new ArgumentException($"'{entry.Id}' is a {EntryKeys.Word(entry.Kind)}, not a {EntryKeys.Word(kind)}", nameof(entry));
        return name => entry.Figures.Find(name)?.TypicalSi ?? 0;
    }
}
