using Bulwark.Sensing.Power;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="FreeSpace"/> against the constants of the handbook.</summary>
internal sealed class FreeSpaceComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "ew_free_space_constants.csv";

    /// <inheritdoc />
    public string Area => "Jamming";

    /// <inheritdoc />
    public string Model => "free-space loss";

    /// <inheritdoc />
    public string Source => "NAWCWD EW and Radar Systems Engineering Handbook, section 4-3";

    /// <inheritdoc />
    public string Rule => "K1: the one-way loss at one unit of range and frequency, in the units the row names. reference_value as the row says; check_value, which has more digits, within 1e-4 dB.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["constant", "units_convention", "reference_value", "check_value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        if (!row.Text("constant").StartsWith("K1", StringComparison.Ordinal)) throw row.Unknown("constant", "K1");
        var (rangeM, frequencyHz) = (0.0, 0.0);
        foreach (var part in row.Text("units_convention").Split(',', StringSplitOptions.TrimEntries))
        {
            switch (part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["range", var unit]:
                    rangeM = unit switch { "m" => 1, "km" => 1000, "NM" or "nmi" => 1852, "yd" => 0.9144, "ft" => 0.3048, "mi" => 1609.344, _ => 0 };
                    break;
                case ["f", var unit]:
                    frequencyHz = unit switch { "Hz" => 1, "kHz" => 1e3, "MHz" => 1e6, "GHz" => 1e9, _ => 0 };
                    break;
                default:
                    break;
            }
        }

        if (rangeM == 0 || frequencyHz == 0) throw row.Problem("units_convention", $"'{row.Text("units_convention")}' is not known; expected for example 'range km, f GHz'");
        var foundDb = FreeSpace.OneWayLossDb(rangeM, frequencyHz);
        findings.Check("one-way constant", "dB", foundDb, row.Value("reference_value"), row.Tolerance());
        if (row.Has("check_value")) findings.Check("one-way constant", "dB", foundDb, row.Value("check_value"), Tolerance.Absolute(1e-4));
    }
}
