using System.Text.Json;
using Bulwark.Formats.Asterix;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Compares a record with another decoder's reading of it: the items present, and the values both interpret.</summary>
internal static class PeerReading
{
    /// <summary>The other decoder prints seven decimals, so half a unit of the last one, and the rounding of its print.</summary>
    private const double Tolerance = 0.51e-7;

    public static void AssertSame(JsonElement items, AsterixRecord record)
    {
        var names = items.EnumerateObject().Select(item => item.Name[1..]).Order(StringComparer.Ordinal);
        Assert.Equal(names, record.Items());
        var service = record.Category is 2 or 34;
        Same(items, "I010", "SAC", record.Source?.Sac);
        Same(items, "I010", "SIC", record.Source?.Sic);
        Same(items, "I140", "ToD", record.TimeOfDayS);
        Same(items, "I141", "Time", record.TimeOfDayS);
        if (service) Same(items, "I030", "ToD", record.TimeOfDayS);
        if (service) Same(items, "I020", "Azi", record.SectorAzimuthDeg);
        Same(items, "I041", "RotS", record.RotationPeriodS);
        if (record.Category is 1 or 48) Same(items, "I040", "RHO", record.RangeNm);
        if (record.Category is 1 or 48) Same(items, "I040", "THETA", record.AzimuthDeg);
        Same(items, "I042", "X", record.XNm);
        Same(items, "I042", "Y", record.YNm);
        Same(items, "I090", "FL", record.PressureAltitudeFt / 100);
        Same(items, "I090", "ModeC", record.PressureAltitudeFt / 100);
        Same(items, "I136", "MFL", record.PressureAltitudeFt);
        if (record.Category is 1 or 48) Same(items, "I020", "TYP", record.ReportType);
        if (record.Category is 1 or 48) Same(items, "I020", "RAB", record.IsFixedTransponder == true ? 1 : 0);
        if (record.Category == 48) Same(items, "I161", "Tn", record.TrackNumber);
        Same(items, "I200", "CGS", record.GroundSpeedKt);
        Same(items, "I200", "CHdg", record.HeadingDeg);
        Same(items, "I105", "Lat", record.LatitudeDeg);
        Same(items, "I105", "Lon", record.LongitudeDeg);
        Same(items, "I185", "Vx", record.VelocityXMPerS);
        if (record.Category == 62) Same(items, "I100", "X", record.XM);
        if (items.TryGetProperty("I220", out var address) && address.TryGetProperty("ACAddr", out var hex))
        {
            Assert.Equal(Convert.ToInt32(hex.GetString(), 16), record.Address);
        }

        if (items.TryGetProperty("I240", out var callsign)) Assert.Equal(callsign.GetProperty("TId").GetString()!.Trim(), record.Callsign);
        var mode3A = record.Category == 62 ? "I060" : "I070";
        if (items.TryGetProperty(mode3A, out var code) && code.TryGetProperty("Mode3A", out var octal))
        {
            Assert.Equal(Convert.ToInt32(octal.GetString(), 8), record.Mode3A);
            Assert.Equal(code.GetProperty("G").GetInt32() == 1, record.IsMode3AGarbled);
        }
    }

    private static void Same(JsonElement items, string item, string field, double? value)
    {
        if (!items.TryGetProperty(item, out var content) || content.ValueKind != JsonValueKind.Object) return;
        if (!content.TryGetProperty(field, out var expected)) return;
        Assert.NotNull(value);
        Assert.Equal(expected.GetDouble(), value.Value, Tolerance);
    }
}
