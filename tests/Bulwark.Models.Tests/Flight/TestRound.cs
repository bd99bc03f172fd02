using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

/// <summary>A large vertical-launch round of public proportions (docs/models/flight.md, 48N6E) and the places the tests fly it from.</summary>
internal static class TestRound
{
    public static InterceptorParameters Large { get; } = new()
    {
        Name = "large",
        LaunchMassKg = 1800,
        PropellantMassKg = 1110,
        BurnTimeS = 12,
        ThrustN = 231_000,
        ReferenceAreaM2 = 0.208,
        DragFactor = 1.1,
        MaximumLoadMPerS2 = 245,
        TimeConstantS = 0.3,
        MinimumSpeedMPerS = 500,
        MaximumFlightTimeS = 200,
        MinimumRangeM = 5_000,
        MaximumRangeM = 150_000,
        MinimumHeightM = 10,
        MaximumHeightM = 27_000,
        MaximumTargetSpeedMPerS = 2_800,
        LethalRadiusM = 18,
        ReliabilityProbability = 0.95,
        TerminalRangeM = 12_000,
        TerminalAngleSigmaRad = 1e-3,
    };

    /// <summary>A body without motor for the closed forms: drag area over mass is set by the ballistic coefficient.</summary>
    public static InterceptorParameters Body(double massKg, double areaM2) => Large with
    {
        LaunchMassKg = massKg,
        PropellantMassKg = 0,
        BurnTimeS = 0,
        ThrustN = 0,
        ReferenceAreaM2 = areaM2,
        DragFactor = 1,
        TimeConstantS = 0,
    };

    public static EcefVector Launcher { get; } = Wgs84.ToEcef(GeodeticPoint.FromDegrees(35.3, 25.1, 100));

    /// <summary>The place some ground distance east of the launcher, at a height above the ellipsoid.</summary>
    public static EcefVector East(double groundM, double heightM)
    {
        var frame = new LocalFrame(Wgs84.ToGeodetic(Launcher));
        return Wgs84.ToEcef(Wgs84.ToGeodetic(frame.ToEcef(new EnuVector(groundM, 0, 0))).WithHeight(heightM));
    }

    /// <summary>A velocity given in the local frame of a place.</summary>
    public static EcefVector Velocity(EcefVector place, double eastMPerS, double northMPerS, double upMPerS) =>
        new LocalFrame(Wgs84.ToGeodetic(place)).Rotate(new EnuVector(eastMPerS, northMPerS, upMPerS));
}
