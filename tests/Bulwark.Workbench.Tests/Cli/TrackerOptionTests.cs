using Bulwark.Cli.Recordings;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Clutter;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark track --tracker KEY=VALUE</c>: the settings of a scenario's tracker on the command line.</summary>
public sealed class TrackerOptionTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Settings_are_laid_on_the_usual_ones_and_nothing_else_changes()
    {
        var usual = TrackRequest.UsualTracker;
        Assert.Equal(usual, TrackerSettings.Read([], usual, "--tracker"));
        var read = TrackerSettings.Read(
            [
                ("association", "multiple-hypothesis"), ("hypothesis-depth", "5"), ("merged-plots", "modelled"), ("motion", "straight"), ("motion-by-class", "yes"), ("initiation", "sequential-test"),
                ("start", "two-point"), ("clutter", "estimated"), ("late-plots", "exact"), ("false-track-probability", "0.0001"), ("acceleration-sigma", "0.5 g"),
            ],
            usual,
            "--tracker");
        Assert.Equal(
            usual with
            {
                Association = AssociationMethod.MultipleHypothesis,
                HypothesisDepth = 5,
                ModelsMergedPlots = true,
                Motion = null,
                ClassMotion = ClassMotion.Typical,
                Confirmation = ConfirmationRule.SequentialTest,
                Start = StartMethod.TwoPoint,
                Clutter = ClutterModel.Map,
                UpdatesLateExactly = true,
                FalseTrackProbability = 1e-4,
                AccelerationSigmaMPerS2 = 0.5 * 9.80665,
            },
            read);
        Assert.Same(MotionModelSet.AirSurveillance, TrackerSettings.Read([("motion", "air-surveillance")], new TrackerParameters(), "--tracker").Motion);
    }

    [Theory]
    [InlineData("association=jpda", "--tracker association=jpda: error: 'jpda' is not a valid 'association'; expected one of assignment, nearest-first, joint-probabilistic, multiple-hypothesis")]
    [InlineData("asociation=assignment", "unknown key 'asociation'; expected one of confirmation-hits,", "association")]
    [InlineData("confirmation-hits=9", "9 hits cannot fall in 5 looks; expected confirmation-hits <= confirmation-window")]
    [InlineData("detection-probability=2", "'detection-probability' of '2' is out of range; expected a plain number from 0.01 to 0.999")]
    [InlineData("acceleration-sigma=3", "acceleration-sigma=3", "unit")]
    [InlineData("clutter", "'clutter' is no setting; expected KEY=VALUE such as association=multiple-hypothesis")]
    [InlineData("clutter=", "'clutter=' is no setting")]
    [InlineData("merged-plots=modelled", "merged-plots=modelled needs to know what the radars can tell apart", "--range-resolution")]
    public void What_is_no_setting_is_refused_before_anything_is_read_or_written(string setting, params string[] why)
    {
        File.WriteAllText(_scratch["recording"], "no recording at all");
        Command.Run("track", _scratch["recording"], "--tracker", setting, "--out", _scratch["out"]).IsRefused(why);
        Assert.Equal(["recording"], _scratch.Content());
    }

    [Fact]
    public void Options_that_do_not_go_together_are_refused()
    {
        File.WriteAllText(_scratch["file"], "x");
        Command.Run("track", _scratch["file"], "--tracker", "clutter=stated", "--tracker", "clutter=estimated").IsRefused("'clutter' is given twice");
        Command.Run("track", _scratch["file"], "--range-resolution", "200").IsRefused("go together");
        Command.Run("track", _scratch["file"], "--range-resolution", "200", "--azimuth-resolution", "2").IsRefused("merged-plots=modelled");
        Command.Run("track", _scratch["file"], "--range-resolution", "200", "--azimuth-resolution", "200").IsRefused("below 180");
        Command.Run("track", _scratch["file"], "--range-resolution", "0", "--azimuth-resolution", "2").IsRefused("above 0");
        Command.Run("track", _scratch["file"], "--scenario", _scratch["file"], "--tracker", "merged-plots=modelled").IsRefused("merged-plots=modelled");
        Command.Run("track", "udp://127.0.0.1:8600", "--reference", _scratch["file"], "--for", "1").IsRefused("live stream");
    }

    [Fact]
    public void Help_names_the_settings()
    {
        var help = Command.Run("track", "--help");
        Assert.Equal(0, help.ExitCode);
        var words = string.Join(' ', help.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("--tracker <KEY=VALUE>", words, StringComparison.Ordinal);
        foreach (var name in TrackerSettings.Names.Split(", ")) Assert.Contains(name, words, StringComparison.Ordinal);
    }
}
