using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>A surveillance radar of round figures, the same for all experiments; no real set.</summary>
internal static class SampleRadar
{
    /// <summary>Its parameters.</summary>
    public static RadarParameters Parameters { get; } = new()
    {
        Name = "sample",
        ReferenceRangeM = 300_000,
        ReferenceRcsM2 = 4,
        ReferencePdProbability = 0.8,
        FalseAlarmProbability = 1e-6,
        Fluctuation = SwerlingCase.Case1,
        IntegratedPulses = 10,
        MinimumRangeM = 2_000,
        InstrumentedRangeM = 400_000,
        AntennaHeightM = 12,
        AzimuthBeamwidthRad = 0.026,
        ElevationBeamwidthRad = 0.035,
        RangeResolutionM = 150,
        RangeFloorM = 20,
        AngleFloorRad = 0.001,
    };
}
