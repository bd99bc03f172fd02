using Bulwark.Core.Randomness;
using Bulwark.Core.Units;

namespace Bulwark.Core.Tests.Units;

public sealed class QuantityTextTests
{
    // Expected values are the definitions of the units (BIPM SI brochure, 9th edition; international foot and nautical mile).
    [Theory]
    [InlineData("12 km", Dimension.Length, 12_000)]
    [InlineData("12km", Dimension.Length, 12_000)]
    [InlineData("  300 m ", Dimension.Length, 300)]
    [InlineData("30000 ft", Dimension.Length, 9144)]
    [InlineData("FL300", Dimension.Length, 9144)]
    [InlineData("FL 055", Dimension.Length, 1676.4)]
    [InlineData("5 nmi", Dimension.Length, 9260)]
    [InlineData("480 kt", Dimension.Speed, 246.93333333333333)]
    [InlineData("900 km/h", Dimension.Speed, 250)]
    [InlineData("1.2 km/s", Dimension.Speed, 1200)]
    [InlineData("4 s", Dimension.Duration, 4)]
    [InlineData("20 min", Dimension.Duration, 1200)]
    [InlineData("1.5 h", Dimension.Duration, 5400)]
    [InlineData("250 ms", Dimension.Duration, 0.25)]
    [InlineData("0.5 m2", Dimension.Area, 0.5)]
    [InlineData("0.5 m²", Dimension.Area, 0.5)]
    [InlineData("-10 dBsm", Dimension.Area, 0.1)]
    [InlineData("0 dBsm", Dimension.Area, 1)]
    [InlineData("10 dB", Dimension.Level, 10)]
    [InlineData("5 rpm", Dimension.AngularRate, Math.PI / 6)]
    [InlineData("90 deg", Dimension.Angle, Math.PI / 2)]
    [InlineData("90°", Dimension.Angle, Math.PI / 2)]
    [InlineData("2 mrad", Dimension.Angle, 0.002)]
    [InlineData("2.5 GHz", Dimension.Frequency, 2.5e9)]
    [InlineData("1800 kg", Dimension.Mass, 1800)]
    [InlineData("1.8 t", Dimension.Mass, 1800)]
    [InlineData("6 g", Dimension.Acceleration, 58.8399)]
    [InlineData("225 kN", Dimension.Force, 225_000)]
    [InlineData("50 %", Dimension.None, 0.5)]
    [InlineData("0.3", Dimension.None, 0.3)]
    [InlineData("1e-6", Dimension.None, 1e-6)]
    [InlineData("+.5E2", Dimension.None, 50)]
    public void Reads_what_files_write(string text, Dimension dimension, double expected)
    {
        Assert.True(QuantityText.TryRead(text, dimension, out var value, out var problem), problem?.Message);
        // One rounding of the product: a relative error of a few units in the last place.
        Assert.Equal(expected, value, Math.Abs(expected) * 4e-16);
    }

    [Theory]
    [InlineData("12 kg", Dimension.Length, "'12 kg' is a mass, not a length", "")]
    [InlineData("12", Dimension.Length, "'12' has no unit", "write for example '12 m'")]
    [InlineData("12 Km", Dimension.Length, "unknown unit 'Km'", "did you mean 'km'?")]
    [InlineData("12 kms", Dimension.Length, "unknown unit 'kms'", "did you mean 'km'?")]
    [InlineData("12 seconds", Dimension.Duration, "unknown unit 'seconds'", "")]
    [InlineData("far", Dimension.Length, "'far' is not a length", "")]
    [InlineData("", Dimension.Length, "there is no value", "")]
    [InlineData("0,5 m2", Dimension.Area, "'0,5 m2' contains a comma", "write a decimal point and no separators between thousands")]
    [InlineData("1e999 m", Dimension.Length, "'1e999 m' is too large", "")]
    [InlineData("NaN m", Dimension.Length, "'NaN m' is not a length", "")]
    [InlineData("12 km", Dimension.None, "'12 km' is a length, not a plain number", "")]
    [InlineData("FLx", Dimension.Length, "'FLx' is not a length", "")]
    public void Says_what_is_wrong(string text, Dimension dimension, string message, string hint)
    {
        Assert.False(QuantityText.TryRead(text, dimension, out _, out var problem));
        Assert.Equal(message, problem.Message);
        Assert.Equal(hint, problem.Hint);
        Assert.Equal(DimensionText.Expected(dimension), problem.Expected);
    }

    [Fact]
    public void A_length_lists_its_units()
    {
        Assert.False(QuantityText.TryRead("3 s", Dimension.Length, out _, out var problem));
        Assert.Equal("a length such as '12 km' (m, km, cm, ft, nmi or a flight level such as FL300)", problem.Expected);
    }

    [Theory]
    [InlineData("0.85 Mach")]
    [InlineData("Mach 0.85")]
    [InlineData("M0.85")]
    public void A_Mach_number_is_refused_because_it_needs_a_temperature(string text)
    {
        Assert.False(QuantityText.TryRead(text, Dimension.Speed, out _, out var problem));
        Assert.Contains("temperature", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_printed_is_read_back_to_the_bit()
    {
        var stream = new RandomStream(7, 0, 0, default);
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            for (var i = 0; i < 500; i++)
            {
                var value = (stream.NextUnit() - 0.5) * Math.Pow(10, (stream.NextUnit() * 18) - 6);
                if (dimension == Dimension.Area) value = Math.Abs(value);
                var text = QuantityFormat.Exact(value, dimension);
                Assert.True(QuantityText.TryRead(text, dimension, out var back, out _), text);
                Assert.Equal(value, back);
            }
        }
    }

    [Theory]
    [InlineData(300_000, Dimension.Length, "300 km")]
    [InlineData(8.68, Dimension.Length, "8.68 m")]
    [InlineData(1200, Dimension.Duration, "20 min")]
    [InlineData(0.1, Dimension.Area, "0.1 m2")]
    [InlineData(Math.PI / 2, Dimension.Angle, "90 deg")]
    [InlineData(0.25, Dimension.None, "0.25")]
    public void Prints_the_unit_people_use(double value, Dimension dimension, string expected)
    {
        Assert.Equal(expected, QuantityFormat.Exact(value, dimension));
        Assert.Equal(expected, QuantityFormat.Short(value, dimension));
    }

    [Fact]
    public void Every_unit_is_found_by_its_symbol_and_aliases_and_means_one_thing()
    {
        foreach (var unit in UnitTable.All)
        {
            foreach (var name in unit.Aliases.Prepend(unit.Symbol)) Assert.Same(unit, UnitTable.Find(name, unit.Dimension));
        }
    }
}
