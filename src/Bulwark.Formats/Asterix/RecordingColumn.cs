namespace Bulwark.Formats.Asterix;

/// <summary>One column of <see cref="RecordingCsv"/>. Immutable.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Has">Whether a record has a value for it.</param>
/// <param name="Write">Appends the value.</param>
internal sealed record RecordingColumn(string Name, Func<AsterixRecord, bool> Has, Action<AsterixRecord, Csv.CsvWriter> Write)
{
    /// <summary>Decimals after which a binary fraction is rounded (half to even).</summary>
    private const int Decimals = 7;

    /// <summary>All columns but the number of the record, in the order they are written.</summary>
    public static IReadOnlyList<RecordingColumn> All { get; } =
    [
        Whole("cat", r => r.Category),
        Whole("sac", r => r.Source?.Sac),
        Whole("sic", r => r.Source?.Sic),
        Fraction(ReceiveTime, r => r.ReceiveTimeS, decimals: 6),
        Fraction("tod", r => r.TimeOfDayS),
        Whole("msgtype", r => r.MessageType),
        Whole("typ", r => r.ReportType),
        Whole("ssrpsr", r => r.SsrPsr),
        Flag("sim", r => r.IsSimulated),
        Fraction("rho_nm", r => r.RangeNm),
        Fraction("theta_deg", r => r.AzimuthDeg),
        Fraction("azimuth_deg", r => r.SectorAzimuthDeg),
        Text("mode3a", r => r.Mode3A is { } code ? $"{code >> 9}{code >> 6 & 7}{code >> 3 & 7}{code & 7}" : null),
        Flag("mode3a_invalid", r => r.IsMode3AInvalid),
        Flag("mode3a_garbled", r => r.IsMode3AGarbled),
        Fraction("fl", r => r.PressureAltitudeFt / 100),
        Text("address", r => r.Address?.ToString("X6")),
        Text("callsign", r => r.Callsign),
        Whole("track", r => r.TrackNumber),
        Fraction("gs", r => r.GroundSpeedKt),
        Fraction("heading", r => r.HeadingDeg),
        Fraction("lat", r => r.LatitudeDeg),
        Fraction("lon", r => r.LongitudeDeg),
        Fraction("x", r => r.XNm ?? r.XM),
        Fraction("y", r => r.YNm ?? r.YM),
        Fraction("vx", r => r.VelocityXMPerS),
        Fraction("vy", r => r.VelocityYMPerS),
        new("items", _ => true, (r, csv) => csv.Field(string.Join(' ', r.Items()))),
    ];

    /// <summary>Heading of the receive time, which <see cref="RecordingCsv"/> treats specially.</summary>
    public const string ReceiveTime = "rx_tod";

    private static RecordingColumn Whole(string name, Func<AsterixRecord, int?> value) =>
        new(name, r => value(r) is not null, (r, csv) => csv.Field(value(r)));

    private static RecordingColumn Flag(string name, Func<AsterixRecord, bool?> value) =>
        Whole(name, r => value(r) is { } flag ? flag ? 1 : 0 : null);

    private static RecordingColumn Fraction(string name, Func<AsterixRecord, double?> value, int decimals = Decimals) =>
        new(name, r => value(r) is not null, (r, csv) => csv.Field(value(r), decimals));

    private static RecordingColumn Text(string name, Func<AsterixRecord, string?> value) =>
        new(name, r => !string.IsNullOrEmpty(value(r)), (r, csv) => csv.Field(value(r)));
}
