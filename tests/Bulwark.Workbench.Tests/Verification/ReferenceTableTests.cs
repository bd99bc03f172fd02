using Bulwark.Studies.Verification;

namespace Bulwark.Workbench.Tests.Verification;

public class ReferenceTableTests
{
    [Theory]
    [InlineData("1e-6 relative", null, 1e-6, true, "")]
    [InlineData("0.05 dB", null, 0.05, false, "dB")]
    [InlineData("T 0.001 K; p, rho 2e-5 relative; a 0.002 m/s", "rho", 2e-5, true, "")]
    [InlineData("T 0.001 K; p, rho 2e-5 relative; a 0.002 m/s", "a", 0.002, false, "m/s")]
    [InlineData("0.01 with spline on 15-min grid; 0.1 with bilinear", null, 0.01, false, "")]
    [InlineData("0.3 pct against this integration", null, 0.003, true, "")]
    [InlineData("1e-4 dB against the formula meant; approximation within 0.25 dB of exact for nu>-0.7", "within", 0.25, false, "dB")]
    [InlineData("closed form 1e-8; simulation 1e-3", "simulation", 1e-3, false, "")]
    [InlineData("exact", null, 0, false, "")]
    public void TolerancesAreReadFromTheirWords(string text, string? label, double size, bool isRelative, string unit)
    {
        var tolerance = ToleranceText.Find(text, label);
        Assert.Equal(new Tolerance(size, isRelative, unit), tolerance);
    }

    [Theory]
    [InlineData("")]
    [InlineData("as printed")]
    [InlineData("P.676 rules")]
    public void WordsWithoutANumberAreNoTolerance(string text) => Assert.Null(ToleranceText.Find(text, null));

    [Theory]
    [InlineData("57.0", 0)]
    [InlineData("22553.0", 1)]
    [InlineData("9216.6530", 1e-4)]
    [InlineData("177760", 10)]
    [InlineData("12111", 1)]
    [InlineData("1.9311e0", 1e-4)]
    [InlineData("8.2196e-6", 1e-10)]
    [InlineData("0.0", 0)]
    [InlineData("0.00000000", 1e-8)]
    [InlineData("3", 0)]
    [InlineData("-0.062010", 1e-6)]
    public void ThePrintedDigitsSayHowCloselyANumberIsKnown(string text, double lastDigit) =>
        Assert.Equal(lastDigit, PrintedNumber.Of(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), text).LastDigit, lastDigit * 1e-12);

    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("a,b,a\n1,2,3\n", 1, "twice")]
    [InlineData("a,b\n1,2,3\n", 2, "3 fields; expected 2")]
    [InlineData("a,b\n1,\"2\n", 2, "quote")]
    [InlineData("a,b\n", 0, "no rows")]
    public void WhatCannotBeReadIsNamed(string text, int line, string words)
    {
        var table = ReferenceTable.Parse("t.csv", text);
        var problem = Assert.Single(table.Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsMayHoldCommasAndQuotes()
    {
        var table = ReferenceTable.Parse("t.csv", "\uFEFFcase_id,text,value\r\nA1,\"one, \"\"two\"\"\",-1.5e3\r\n");
        var row = Assert.Single(table.Rows);
        Assert.Empty(table.Problems);
        Assert.Equal(("A1", "one, \"two\"", -1500.0), (row.Id, row.Text("text"), row.Number("value")));
    }

    [Fact]
    public void ColumnsThatChangedPlacesAreFound()
    {
        using var folder = new ReferenceFolder();
        const string Table = "radar_detection_required_snr.csv";
        folder.With(Table, static lines => [lines[0].Replace("n_pulses,pfa", "pfa,n_pulses", StringComparison.Ordinal), .. lines[1..]]);
        var entry = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = Table }).Entries);
        Assert.Equal(entry.Rows, entry.Problems.Count);
        Assert.Contains("n_pulses is '0.0001'; expected a whole number from 1 to 100000", entry.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownQuantityIsNamedWithWhatIsKnown()
    {
        using var folder = new ReferenceFolder();
        const string Table = "ew_jamming.csv";
        folder.With(Table, static lines => [.. lines, lines[^1].Replace("standoff_burnthrough_range_m", "standoff_burntrough_range_m", StringComparison.Ordinal)]);
        var problem = Assert.Single(Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = Table }).Entries).Problems);
        Assert.Contains("did you mean 'standoff_burnthrough_range_m'?", problem.Message, StringComparison.Ordinal);
    }
}
