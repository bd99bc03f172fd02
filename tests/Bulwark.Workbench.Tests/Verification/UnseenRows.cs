using Bulwark.Studies.Verification;

namespace Bulwark.Workbench.Tests.Verification;

/// <summary>
/// Rows that the tables of the repository do not have, of every kind their columns allow: other ellipsoids, every operation and unit, near
/// antipodes, the air to 1000 km, 512 pulses. The values were made with other tools; the source column of each row names them.
/// </summary>
public class UnseenRows
{
    private static readonly string Folder = Path.Combine(Rules.Repository.Root, "tests", "Bulwark.Workbench.Tests", "Verification", "Unseen");

    public static TheoryData<string> Tables => [.. Directory.GetFiles(Folder, "*.csv").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void AreWithinToleranceOneByOne(string table)
    {
        var entry = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = Folder, Only = table }).Entries);
        Assert.Empty(entry.Problems);
        Assert.Empty(entry.LeftOut);
        Assert.All(entry.Lines, static line => Assert.True(line.IsWithin, $"{line.Quantity}: {line.WorstError} in {line.WorstCase}, allowed {line.Tolerance}"));
        Assert.Equal(entry.Rows, entry.Quantities.SelectMany(static quantity => quantity.Cases).Select(static one => one.Case).Distinct(StringComparer.Ordinal).Count());
    }
}
