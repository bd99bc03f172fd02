using Bulwark.Core.Units;

namespace Bulwark.Core.Tests.Units;

public sealed class PlaceAndTimeTextTests
{
    [Theory]
    [InlineData("35.5 N, 24.1 E", 35.5, 24.1)]
    [InlineData("35.5N 24.1E", 35.5, 24.1)]
    [InlineData("24.1 E, 35.5 N", 35.5, 24.1)]
    [InlineData("35.2, 24.0", 35.2, 24)]
    [InlineData("-35.2, -24.5", -35.2, -24.5)]
    [InlineData("35.5 S, 24.1 W", -35.5, -24.1)]
    [InlineData("35°30'36\" N, 24°06'00\" E", 35.51, 24.1)]
    [InlineData("35 30 36 N, 24 6 E", 35.51, 24.1)]
    [InlineData("-0 30 00, 10 00 00", -0.5, 10)]
    [InlineData("90 N, 180 W", 90, -180)]
    public void Reads_places(string text, double latitudeDeg, double longitudeDeg)
    {
        Assert.True(PositionText.TryRead(text, out var position, out var problem), problem?.Message);
        // Degrees to radians and back costs a few units in the last place of 180.
        Assert.Equal(latitudeDeg, position.LatitudeDeg, 1e-13);
        Assert.Equal(longitudeDeg, position.LongitudeDeg, 1e-13);
        Assert.Equal(0, position.HeightM);
    }

    [Theory]
    [InlineData("35.5")]
    [InlineData("")]
    [InlineData("north, east")]
    [InlineData("91 N, 24 E")]
    [InlineData("35 N, 181 E")]
    [InlineData("35 N, 24 N")]
    [InlineData("35 E, 24 E")]
    [InlineData("-35 N, 24 E")]
    [InlineData("35 60 N, 24 E")]
    [InlineData("35.5 30 N, 24 E")]
    [InlineData("NaN, 24")]
    [InlineData("35, 24, 100")]
    [InlineData("1e3, 24")]
    [InlineData(",")]
    [InlineData("N")]
    public void Refuses_what_is_no_place(string text)
    {
        Assert.False(PositionText.TryRead(text, out _, out var problem));
        Assert.Equal(PositionText.Expected, problem.Expected);
    }

    [Theory]
    [InlineData("4 s", 4)]
    [InlineData("20 min", 1200)]
    [InlineData("00:20:00", 1200)]
    [InlineData("1:05:30.25", 3930.25)]
    [InlineData("-5 s", -5)]
    public void Reads_times(string text, double seconds)
    {
        Assert.True(DurationText.TryRead(text, out var duration, out var problem), problem?.Message);
        Assert.Equal(seconds, duration.TotalS);
    }

    [Theory]
    [InlineData("20:00")]
    [InlineData("00:60:00")]
    [InlineData("00:00:NaN")]
    [InlineData("00:00:60")]
    [InlineData("1e30 s")]
    [InlineData("12 km")]
    [InlineData("soon")]
    [InlineData("12")]
    public void Refuses_what_is_no_time(string text)
    {
        Assert.False(DurationText.TryRead(text, out _, out var problem));
        Assert.Equal(DurationText.Expected, problem.Expected);
    }

    [Theory]
    [InlineData("fihgter", "fighter")]
    [InlineData("figther", "fighter")]
    [InlineData("Bomber", "bomber")]
    [InlineData("cruise", "cruise-missile")]
    [InlineData("zeppelin", null)]
    [InlineData("", null)]
    public void Finds_the_word_that_was_meant(string word, string? expected) =>
        Assert.Equal(expected, NearestMatch.Find(word, ["fighter", "bomber", "cruise-missile", "airliner"]));
}
