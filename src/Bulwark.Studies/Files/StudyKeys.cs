using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Studies.Files;

/// <summary>The keys of a study file.</summary>
internal static class StudyKeys
{
    public const string FormatName = "study/1";

    public static readonly TextKey FactorName = new("name", "Name of the factor in tables, expressions and plots: small letters, digits and underscores.") { IsRequired = true };
    public static readonly TextKey FactorPath = new("path", "Where the value stands: keys and ids of the scenario separated by '/', such as groups/raid/count; or catalogue/ENTRY/FIGURE.") { IsRequired = true };
    public static readonly TextListKey Values = new("values", "The levels, each as the scenario would write it.") { TakesNumbers = true };
    public static readonly TextKey From = new("from", "Lower end, with its unit.");
    public static readonly TextKey To = new("to", "Upper end, with its unit.");
    public static readonly TextKey Typical = new("typical", "Most likely value, with its unit; the middle when missing.");
    public static readonly IntegerKey Steps = new("steps", 2, 1000, "Number of evenly spaced levels between the ends, for designs with levels.");
    public static readonly ChoiceKey<FactorDistribution> Distribution = new(
        "distribution",
        [("uniform", FactorDistribution.Uniform), ("log-uniform", FactorDistribution.LogUniform), ("triangular", FactorDistribution.Triangular), ("pert", FactorDistribution.Pert)],
        "How likely values between the ends are.")
    { DefaultText = "uniform" };

    public static readonly ChoiceKey<bool> Whole = new("whole", [("no", false), ("yes", true)], "Whether only whole numbers make sense.") { DefaultText = "no" };
    public static readonly KeySet Factor = new("study-factor", "Something that the study changes.", [FactorName, FactorPath, Values, From, To, Typical, Steps, Distribution, Whole]);

    public static readonly IdentifierKey AlternativeId = new("id", "Identifier of the alternative.") { IsRequired = true };
    public static readonly TextKey AlternativeTitle = new("title", "Its name for reports; the identifier when missing.");
    public static readonly FreeMappingKey Set = new("set", "What is set for it: paths with values.");
    public static readonly KeySet Alternative = new("study-alternative", "One of the things compared.", [AlternativeId, AlternativeTitle, Set]);

    public static readonly TextListKey On = new("on", "The measures that the rule looks at.") { IsRequired = true };
    public static readonly QuantityKey HalfWidth = new("half-width", Dimension.None, "1e-9", "1e12", "Stop when half the width of the interval is at most this, in the unit of the measure.");
    public static readonly ChoiceKey<bool> Decided = new("decided", [("no", false), ("yes", true)], "Stop when it is decided which of two alternatives has more of the measure.") { DefaultText = "no" };
    public static readonly IntegerKey AtMost = new("at-most", 1, 10_000_000, "Most replications of a setting.") { IsRequired = true };
    public static readonly IntegerKey Batch = new("batch", 1, 100_000, "Replications between two looks at the rule.") { DefaultText = "50" };
    public static readonly KeySet StopKeys = new("study-stop", "A rule by which replications end.", [On, HalfWidth, Decided, AtMost, Batch]);

    public static readonly TextKey Servers = new("servers", "The factor that is the number of servers (target channels).") { IsRequired = true };
    public static readonly TextKey Arrivals = new("arrivals", "The factor that is the number of arrivals (the raid).") { IsRequired = true };
    public static readonly DurationKey Within = new("within", "1 s", "48 h", "Time over which they arrive.") { IsRequired = true };
    public static readonly TextKey Held = new("held", "The measure that is the mean time a server is held, seconds.") { IsRequired = true };
    public static readonly KeySet ErlangKeys = new("study-erlang-loss", "Erlang's loss system, to draw beside the answer.", [Servers, Arrivals, Within, Held]);

    public static readonly ChoiceKey<string> Format = new("bulwark", [(FormatName, FormatName)], "The format of this file.") { IsRequired = true };
    public static readonly IdentifierKey Id = new("id", "Short identifier for file names; the name of the file when missing.");
    public static readonly TextKey Title = new("title", "Title for reports.") { IsRequired = true };
    public static readonly TextKey Question = new("question", "The question, in plain words.");
    public static readonly TextKey Scenario = new("scenario", "The scenario file, seen from the study file.") { IsRequired = true };
    public static readonly IntegerKey Seed = new("seed", 0, long.MaxValue, "Seed of everything random in the study.") { DefaultText = "1" };
    public static readonly SectionListKey Factors = new("factors", Factor, "What the study changes.");
    public static readonly SectionListKey Alternatives = new("alternatives", Alternative, "What the study compares.");
    public static readonly ChoiceKey<StudyDesign> Design = new(
        "design",
        [
            ("factorial", StudyDesign.Factorial), ("latin-hypercube", StudyDesign.LatinHypercube), ("sobol", StudyDesign.Sobol),
            ("one-at-a-time", StudyDesign.OneAtATime), ("morris", StudyDesign.Morris), ("sobol-indices", StudyDesign.SobolIndices),
        ],
        "How settings are chosen.")
    { DefaultText = "factorial" };

    public static readonly IntegerKey Points = new("points", 1, 1_000_000, "Points of latin-hypercube and sobol, trajectories of morris, rows of sobol-indices.") { DefaultText = "64" };
    public static readonly ChoiceKey<UncertaintyMode> Uncertainty = new(
        "uncertainty",
        [("typical", UncertaintyMode.Typical), ("sample", UncertaintyMode.Sample), ("corners", UncertaintyMode.Corners)],
        "What is done with the spread of the catalogue's figures that the scenario uses.")
    { DefaultText = "typical" };

    public static readonly TextListKey Figures = new("figures", "Which figures are uncertain, by the beginning of ENTRY/FIGURE; all with a spread when missing.");
    public static readonly IntegerKey Samples = new("samples", 2, 10_000, "Samples of the uncertain figures at every point of a factorial or one-at-a-time design.") { DefaultText = "32" };
    public static readonly IntegerKey Replications = new("replications", 1, 10_000_000, "Runs of every setting, each with luck of its own; the least number when there is a rule to stop.") { DefaultText = "100" };
    public static readonly SectionKey Stop = new("stop", StopKeys, "A rule by which replications end.");
    public static readonly ChoiceKey<bool> Pairing = new("pairing", [("yes", true), ("no", false)], "Whether all settings meet the same luck, so that differences are sharper.") { DefaultText = "yes" };
    public static readonly QuantityKey Level = new("level", Dimension.None, "0.5", "0.9999", "Confidence level of every interval.") { DefaultText = "0.95" };
    public static readonly TextListKey Measures = new("measures", "What is taken of every run, the main one first.") { IsRequired = true };
    public static readonly FreeMappingKey Define = new("define", "Measures of the study's own: a name and an expression over other measures and recorded events.");
    public static readonly SectionKey Erlang = new("erlang-loss", ErlangKeys, "Draws Erlang's loss system beside the answer.");

    public static readonly KeySet Keys = new(
        "study",
        "Many runs of one scenario: what is changed, how often it is run, and what is measured.",
        [Format, Id, Title, Question, Scenario, Seed, Factors, Alternatives, Design, Points, Uncertainty, Figures, Samples, Replications, Stop, Pairing, Level, Measures, Define, Erlang]);

    /// <summary>Keys that change no result, only how many there are and how they are told.</summary>
    public static readonly string[] Undecisive = ["bulwark", "id", "title", "question", "scenario", "replications", "stop", "level", "erlang-loss"];
}
