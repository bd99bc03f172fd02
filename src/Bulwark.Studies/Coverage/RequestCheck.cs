using System.Runtime.CompilerServices;

namespace Bulwark.Studies.Coverage;

/// <summary>Refuses requests that have no answer.</summary>
internal static class RequestCheck
{
    private const int MostRadars = 200;
    private const int MostHeights = 50;
    private const int MostJammers = 100;

    public static void Demand(CoverageRequest request)
    {
        Hold(request.Radars.Count is >= 1 and <= MostRadars, request.Radars.Count, $"1 to {MostRadars} radars", "Radars");
        Hold(request.HeightsM.Count is >= 1 and <= MostHeights, request.HeightsM.Count, $"1 to {MostHeights} heights", "HeightsM");
        foreach (var heightM in request.HeightsM) Hold(heightM is >= -500 and <= 100_000, heightM, "heights between -500 m and 100 km", "HeightsM");
        foreach (var radar in request.Radars)
        {
            var place = radar.Place;
            Hold(Math.Abs(place.LatitudeRad) <= Math.PI / 2, place.LatitudeRad, "a latitude within pi/2 of the equator", "Place");
            Hold(Math.Abs(place.LongitudeRad) <= 2 * Math.PI, place.LongitudeRad, "a longitude within 2 pi of Greenwich", "Place");
            Hold(double.IsNaN(place.HeightM) || Math.Abs(place.HeightM) <= 9000, place.HeightM, "a ground within 9 km of sea level", "Place");
        }

        Hold(request.TargetRcsM2 is > 0 and < 1e6, request.TargetRcsM2, "a cross-section above 0 and below 1e6 m²");
        Hold(request.ThresholdProbability is > 0 and < 1, request.ThresholdProbability, "a probability above 0 and below 1");
        Hold(request.RadiusM is null or (>= 100 and <= 2_000_000), request.RadiusM ?? 0, "a radius between 100 m and 2000 km");
        Hold(request.CellM is null or (>= 1 and <= 100_000), request.CellM ?? 0, "cells between 1 m and 100 km");
        Hold(request.EffectiveEarthFactorRatio is >= 0.3 and <= 100, request.EffectiveEarthFactorRatio, "a factor between 0.3 and 100");
        Hold(request.TargetSpeedMPerS is >= 0 and <= 10_000, request.TargetSpeedMPerS, "a speed of 0 to 10 km/s");
        if (request.Surroundings.Air is { } air)
        {
            Hold(air.RainRateMPerS is >= 0 and <= 500e-3 / 3600, air.RainRateMPerS, "a rain rate of 0 to 500 mm/h, in m/s");
            Hold(air.CloudDensityKgPerM3 is >= 0 and <= 0.02, air.CloudDensityKgPerM3, "liquid water of 0 to 0.02 kg/m³");
        }

        if (request.Surroundings.Surface is { } surface) Hold(surface.RoughnessM is >= 0 and <= 1000, surface.RoughnessM, "a roughness of 0 to 1000 m");
        Hold(request.Surroundings.SeaClutterState is null or (>= 0 and <= 6), request.Surroundings.SeaClutterState ?? 0, "a sea state of 0 to 6");
        Hold(request.Jammers.Count <= MostJammers, request.Jammers.Count, $"at most {MostJammers} jammers", "Jammers");
        foreach (var jammer in request.Jammers)
        {
            if (jammer.Noise.FirstProblem() is { } problem) throw new ArgumentException(problem, nameof(request));
            Hold(Math.Abs(jammer.Place.LatitudeRad) <= Math.PI / 2, jammer.Place.LatitudeRad, "a latitude within pi/2 of the equator", "Jammers.Place");
            Hold(Math.Abs(jammer.Place.LongitudeRad) <= 2 * Math.PI, jammer.Place.LongitudeRad, "a longitude within 2 pi of Greenwich", "Jammers.Place");
            Hold(jammer.Place.HeightM is >= -500 and <= 100_000, jammer.Place.HeightM, "a height between -500 m and 100 km", "Jammers.Place");
        }

        var rule = request.Combination;
        Hold(rule.Count is >= 1 and <= 100, rule.Count, "1 to 100", "Combination.Count");
        Hold(rule.Kind == CombinationKind.Track || rule.Count <= request.Radars.Count, rule.Count, $"at most the number of radars, {request.Radars.Count}", "Combination.Count");
        Hold(rule.WindowS is > 0 and <= 3600, rule.WindowS, "a time up to an hour", "Combination.WindowS");
        Hold(rule.AccuracyM is > 0 and <= 1e6, rule.AccuracyM, "a length up to 1000 km", "Combination.AccuracyM");
    }

    private static void Hold(bool holds, double value, string expected, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!holds) throw new ArgumentException($"{name.Replace("request.", "", StringComparison.Ordinal)} is {value}; expected {expected}.", nameof(value));
    }
}
