using System.Xml.Linq;
using Bulwark.Simulation.Catalogue;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark catalogue envelope</c>, and what it rests on.</summary>
public class EnvelopeVerbTests
{
    [Fact]
    public void EveryRoundReproducesItsPublicationWithinItsSpread()
    {
        foreach (var entry in Repository.Catalogue.OfKind(EntryKind.Missile))
        {
            var calibration = RoundCalibration.Of(entry);
            Assert.True(calibration.SpeedIsWithin, $"{entry.Id}: {calibration.Performance.GreatestSpeedMPerS} m/s");
            Assert.True(calibration.RangeIsWithin, $"{entry.Id}: {calibration.Performance.ReachM} m");
            Assert.True(calibration.HeightIsWithin, $"{entry.Id}: {calibration.Performance.CeilingM} m");

            // Fitted to the typical value: within three per cent of it.
            Assert.InRange(Math.Abs(calibration.SpeedResidualRatio), 0, 0.03);
        }
    }

    [Fact]
    public void ARoundThatFallsShortSaysSo()
    {
        var entry = Repository.Catalogue.WithFigure("9m331", "propellant-mass", 30).WithFigure("9m331", "thrust", 18_750).Find("9m331")!;
        var calibration = RoundCalibration.Of(entry);
        Assert.False(calibration.SpeedIsWithin);
        Assert.Contains(calibration.Row, static cell => cell.Contains("outside", StringComparison.Ordinal));
    }

    [Fact]
    public void ThePictureIsDrawnAndTheTablePrinted()
    {
        using var scratch = new Scratch();
        var result = Command.Run("catalogue", "envelope", "9m33m3", "--picture", scratch["osa.svg"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("760 m/s (500 to 1020 m/s)", result.Output, StringComparison.Ordinal);
        var svg = File.ReadAllText(scratch["osa.svg"]);
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.Contains("9M33M3 missile: range and height", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePictureIsPaintedWhenItsNameSaysSo()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, Command.Run("catalogue", "envelope", "48n6e3", "--picture", scratch["e.png"]).ExitCode);
        var bytes = File.ReadAllBytes(scratch["e.png"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);

        // Twice the 900 units of the drawing, in the header's first field.
        Assert.Equal(1800, (bytes[16] << 24) | (bytes[17] << 16) | (bytes[18] << 8) | bytes[19]);
    }

    [Fact]
    public void TheTableOfTheDocumentIsWhatTheModelsDo()
    {
        var page = Path.Combine(Repository.Root, "docs", "catalogue.md");
        var lines = File.ReadAllLines(page);
        if (Environment.GetEnvironmentVariable("BULWARK_WRITE_SCHEMAS") == "1")
        {
            var rows = Repository.Catalogue.OfKind(EntryKind.Missile).Select(static entry => RoundCalibration.Of(entry).Row).ToDictionary(static row => $"| {row[0]} |", Line);
            lines = [.. lines.Select(line => rows.FirstOrDefault(pair => line.StartsWith(pair.Key, StringComparison.Ordinal)).Value ?? line)];
            File.WriteAllLines(page, lines);
        }

        Assert.Contains(Line(RoundCalibration.Columns), lines);
        foreach (var entry in Repository.Catalogue.OfKind(EntryKind.Missile)) Assert.Contains(Line(RoundCalibration.Of(entry).Row), lines);

        static string Line(IReadOnlyList<string> cells) => "| " + string.Join(" | ", cells) + " |";
    }

    [Fact]
    public void AFitReachesThePublishedSpeedAndRange()
    {
        var entry = Repository.Catalogue.WithFigure("40n6e", "propellant-mass", 700).WithFigure("40n6e", "thrust", 120_000).WithFigure("40n6e", "drag-factor", 2.5).Find("40n6e")!;
        var before = RoundCalibration.Of(entry);
        Assert.True(before.SpeedResidualRatio < -0.05 && before.RangeResidualRatio < -0.05, "the round is meant to be far off before the fit");
        var after = before.Refitted();
        Assert.NotNull(after);
        Assert.InRange(after.SpeedResidualRatio, -1e-3, 1e-3);
        Assert.InRange(after.RangeResidualRatio, -0.011, 0);
        Assert.InRange(after.Round.DragFactor, 0.3, 2.4);

        var result = Command.Run("catalogue", "fit", "9m331");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"9m331, fitted +850 m/s \(850 to 1020 m/s\) +850 m/s \(0\.0 %\)", result.Output);
        Command.Run("catalogue", "fit", "s-400").IsRefused("is a battery, not a missile");
    }

    [Fact]
    public void WhatCannotBeDrawnIsRefused()
    {
        Command.Run("catalogue", "envelope", "s-400").IsRefused("is a battery, not a missile");
        Command.Run("catalogue", "envelope", "48n6").IsRefused("48n6e");
        Command.Run("catalogue", "envelope", "9m331", "9m33m3", "--picture", "x.svg").IsRefused("draws one missile");
    }

    [Fact]
    public void ShowStatesTheResidual() =>
        Assert.Contains("In brackets the residual", Command.Run("catalogue", "show", "9m331").Output, StringComparison.Ordinal);
}
