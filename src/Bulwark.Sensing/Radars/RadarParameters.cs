using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Scheduling;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// What a run needs to know of a radar set that is calibrated by a published statement: "sees a target of
/// <see cref="ReferenceRcsM2"/> at <see cref="ReferenceRangeM"/> with probability <see cref="ReferencePdProbability"/>". Immutable.
/// </summary>
public sealed record RadarParameters
{
    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Range of the published statement, metres, free space; positive.</summary>
    public required double ReferenceRangeM { get; init; }

    /// <summary>Radar cross-section of the published statement, m²; positive.</summary>
    public required double ReferenceRcsM2 { get; init; }

    /// <summary>Probability of detection per look of the published statement, 0 to 1 exclusive.</summary>
    public required double ReferencePdProbability { get; init; }

    /// <summary>Probability of false alarm per resolution cell and look, 0 to 1 exclusive.</summary>
    public required double FalseAlarmProbability { get; init; }

    /// <summary>Fluctuation of the echo.</summary>
    public SwerlingCase Fluctuation { get; init; } = SwerlingCase.Case1;

    /// <summary>Pulses integrated noncoherently in one look, at least 1.</summary>
    public int IntegratedPulses { get; init; } = 1;

    /// <summary>Blind range close to the set, metres.</summary>
    public double MinimumRangeM { get; init; }

    /// <summary>Largest range the set displays, metres.</summary>
    public required double InstrumentedRangeM { get; init; }

    /// <summary>Height of the antenna's centre above the ground, metres.</summary>
    public required double AntennaHeightM { get; init; }

    /// <summary>Lowest elevation of the beam, radians.</summary>
    public double MinimumElevationRad { get; init; } = double.DegreesToRadians(-1);

    /// <summary>Highest elevation of the beam, radians.</summary>
    public double MaximumElevationRad { get; init; } = double.DegreesToRadians(60);

    /// <summary>Half-power beamwidth in azimuth, radians.</summary>
    public required double AzimuthBeamwidthRad { get; init; }

    /// <summary>Half-power beamwidth in elevation, radians.</summary>
    public required double ElevationBeamwidthRad { get; init; }

    /// <summary>Range resolution, metres.</summary>
    public required double RangeResolutionM { get; init; }

    /// <summary>Whether plots carry an elevation (a three-dimensional radar).</summary>
    public bool MeasuresElevation { get; init; } = true;

    /// <summary>Width of the sector it can look into, radians; 2 pi for an all-round set.</summary>
    public double SectorWidthRad { get; init; } = 2 * Math.PI;

    /// <summary>Time of one rotation, seconds; 0 when the antenna does not rotate and looks only at assigned targets.</summary>
    public double RotationPeriodS { get; init; }

    /// <summary>Time between two looks at an assigned target, seconds; used by sets that do not rotate.</summary>
    public double RevisitPeriodS { get; init; }

    /// <summary>Smallest standard deviation of a range measurement, metres (what no signal strength removes).</summary>
    public double RangeFloorM { get; init; }

    /// <summary>Smallest standard deviation of an angle measurement, radians.</summary>
    public double AngleFloorRad { get; init; }

    /// <summary>Standard deviation of measured range rate (Doppler), m/s; 0 for a set that reports none.</summary>
    public double RangeRateSigmaMPerS { get; init; }

    /// <summary>Probability that a co-operative aircraft answers the set's interrogator in one look; 0 without one.</summary>
    public double ReplyProbability { get; init; }

    /// <summary>
    /// Largest probability of detection in a look, whatever the signal, above 0: a transponder that just answers another radar, replies
    /// that overlap, a lost message. Multiplies what the signal alone gives, which is what the published statement states.
    /// </summary>
    public double LargestPdProbability { get; init; } = 1;

    /// <summary>Carrier frequency, hertz; 0 when unknown: then gas, rain, lobing, clutter and jamming cannot be reckoned.</summary>
    public double FrequencyHz { get; init; }

    /// <summary>System noise temperature, kelvin; needed for jamming only; 0 when unknown.</summary>
    public double NoiseTemperatureK { get; init; }

    /// <summary>Mean level of the antenna's side lobes relative to its main lobe, decibels, below zero.</summary>
    public double SideLobeLevelDb { get; init; } = -35;

    /// <summary>Mean pulse repetition frequency of the canceller, hertz, staggered 5:6; 0 when unknown.</summary>
    public double PulseRepetitionHz { get; init; }

    /// <summary>Delay-line cancellers in line: 0 for none or unknown, 1 single, 2 double, up to 8.</summary>
    public int CancellerOrder { get; init; }

    /// <summary>Largest improvement against clutter that the set's stability allows, decibels, positive.</summary>
    public double ImprovementLimitDb { get; init; } = 50;

    /// <summary>Standard deviation, from set to set, of a constant error of range, metres.</summary>
    public double RangeBiasSigmaM { get; init; }

    /// <summary>Standard deviation, from set to set, of constant errors of azimuth and elevation, radians.</summary>
    public double AngleBiasSigmaRad { get; init; }

    /// <summary>Step in which ranges are reported, metres; 0 for none.</summary>
    public double RangeQuantumM { get; init; }

    /// <summary>Step in which angles are reported, radians; 0 for none.</summary>
    public double AngleQuantumRad { get; init; }

    /// <summary>How a phased array shares its time; null for a set that rotates or only looks at assigned targets.</summary>
    public ArrayParameters? Array { get; init; }
}
