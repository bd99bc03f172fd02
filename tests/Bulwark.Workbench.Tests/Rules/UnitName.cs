using System.Text.RegularExpressions;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Whether a name ends in the unit of its number.</summary>
internal static partial class UnitName
{
    /// <summary>True for RangeM, rangeM, SpeedMPerS, DensityKgPerM3, GainDb, Probability, killProbability.</summary>
    public static bool EndsInUnit(string name) => PascalSuffix().IsMatch(name) || WholeWord().IsMatch(name);

    /// <summary>Si stands for the SI unit of a quantity that only the data know, Posts for spacings of a raster, Count for numbers of things that are means, Usd for money. A unit, or a product of units per units, after a small letter, a digit or a coordinate's letter; a word such as Ratio may stand alone.</summary>
    [GeneratedRegex(@"(?:^|(?<=[a-z0-9])|(?<=^[XYZ]))(?:(?:M|S|Rad|Kg|N|Pa|K|Hz|W|J|Deg|Nm|Ft|Kt)[234]?(?:(?:M|S|Rad|Kg|K|N|Hz)[234]?)?(?:Per(?:M|S|Rad|Kg|K|Hz|Deg|Nm)[234]?(?:(?:M|S|Kg|K)[234]?)?)?|Db|DbSm|DbPerM|DbPerKm|Si|Posts|Count2?|Usd|PerS|Ratio|Probability|Share|Factor|Score)$", RegexOptions.None, 1000)]
    private static partial Regex PascalSuffix();

    [GeneratedRegex("^(?:ratio|probability|share|factor|score)$", RegexOptions.None, 1000)]
    private static partial Regex WholeWord();
}
