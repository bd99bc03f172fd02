namespace Bulwark.Formats.Asterix;

/// <summary>Which sensor sent a record: its system area and identification codes. Immutable.</summary>
/// <param name="Sac">System area code, 0 to 255.</param>
/// <param name="Sic">System identification code, 0 to 255.</param>
public readonly record struct SensorKey(byte Sac, byte Sic) : IComparable<SensorKey>
{
    /// <inheritdoc />
    public int CompareTo(SensorKey other) => ((Sac << 8) | Sic).CompareTo((other.Sac << 8) | other.Sic);

    /// <summary>True when <paramref name="left"/> sorts first.</summary>
    public static bool operator <(SensorKey left, SensorKey right) => left.CompareTo(right) < 0;

    /// <summary>True when <paramref name="left"/> sorts last.</summary>
    public static bool operator >(SensorKey left, SensorKey right) => left.CompareTo(right) > 0;

    /// <summary>True when <paramref name="left"/> does not sort last.</summary>
    public static bool operator <=(SensorKey left, SensorKey right) => left.CompareTo(right) <= 0;

    /// <summary>True when <paramref name="left"/> does not sort first.</summary>
    public static bool operator >=(SensorKey left, SensorKey right) => left.CompareTo(right) >= 0;

    /// <summary>The pair as it is usually written, for example <c>20/130</c>.</summary>
    public override string ToString() => $"{Sac}/{Sic}";
}
