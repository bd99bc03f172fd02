using System.Security.Cryptography;
using System.Text;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Files;
using Bulwark.Studies.Results;
using Bulwark.Studies.Sampling;

namespace Bulwark.Studies.Plans;

/// <summary>Turns a study into its settings.</summary>
public static class StudyPlanner
{
    private const int HashBytes = 16;
    private const string LuckPart = "luck";

    /// <summary>An odd multiplier spreads luck numbers over all seeds; luck 0 is the study's own seed.</summary>
    private const ulong Spread64 = 0x9E3779B97F4A7C15UL;

    /// <summary>Luck numbers from here on belong to cells without pairing.</summary>
    private const ulong Unpaired = 1UL << 32;

    /// <summary>Plans a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="catalogue">The systems it uses.</param>
    /// <returns>The plan; the same on every machine.</returns>
    /// <exception cref="DocumentException">The scenario cannot be read.</exception>
    public static StudyPlan Plan(Study study, CatalogueStore catalogue)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(catalogue);
        var problems = new ProblemList();
        var reading = CellScenario.Read(study, catalogue, [], problems);
        foreach (var problem in reading?.Problems ?? []) problems.Add(problem);
        problems.ThrowIfErrors();
        var uncertain = study.Uncertainty == UncertaintyMode.Typical ? [] : UncertainFigures.Factors(study, catalogue);
        StudyFactor[] factors = [.. study.Factors, .. uncertain];
        var cells = study.Design switch
        {
            StudyDesign.SobolIndices => Mixed(study, factors),
            StudyDesign.Morris => Trajectories(study, factors),
            StudyDesign.LatinHypercube => Spread(study, factors, LatinHypercube.Points(study.Points, factors.Length, study.Seed)),
            StudyDesign.Sobol => Spread(study, factors, new SobolSequence(factors.Length).Scrambled(study.Points, study.Seed)),
            _ => Levels(study, uncertain),
        };
        return new StudyPlan(study, catalogue, factors, cells, reading!.Scenario!.Sources, Hash(study, catalogue));
    }

    /// <summary>A plan that runs every setting of another once for each of several parts, in which the scenario is changed.</summary>
    /// <param name="plan">The other plan.</param>
    /// <param name="parts">The parts, in order; a cell's part says which is its.</param>
    /// <param name="hash">Fingerprint of everything that decides the results.</param>
    /// <param name="change">Makes the scenario of a part.</param>
    internal static StudyPlan Repeat(StudyPlan plan, IReadOnlyList<string> parts, string hash, Func<Scenario, string, Scenario> change)
    {
        var cells = new List<StudyCell>();
        foreach (var part in parts)
        {
            foreach (var cell in plan.Cells)
            {
                var index = cells.Count;
                cells.Add(cell with { Index = index, Part = part, Group = index, Seed = plan.Study.Paired ? cell.Seed : plan.Study.Seed + (Spread64 * (Unpaired + (ulong)index)) });
            }
        }

        return new StudyPlan(plan.Study, plan.Catalogue, plan.Factors, cells, plan.Sources, hash) { Change = change };
    }

    // Points by levels, each with every sample of the uncertain figures and every alternative. Points and alternatives share their
    // luck; samples have luck of their own, so that their means are independent.
    private static List<StudyCell> Levels(Study study, IReadOnlyList<StudyFactor> uncertain)
    {
        IEnumerable<string[]> points = study.Design == StudyDesign.OneAtATime ? OneAtATime(study.Factors) : Combinations(study.Factors);
        var samples = Samples(study, uncertain);
        return Number(study, points.SelectMany((values, point) => samples.SelectMany((figures, sample) => Alternatives(study).Select(alternative => new Draft([.. values, .. figures], point, alternative, sample, "", (uint)sample)))));
    }

    private static List<StudyCell> Spread(Study study, StudyFactor[] factors, double[][] points) =>
        Number(study, points.SelectMany((shares, point) => Alternatives(study).Select(alternative => new Draft(Values(factors, shares), point, alternative, point, "", (uint)point))));

    // A and its mixtures share their luck row by row; B has its own, and one mixture takes its luck from B, so that luck is a factor too.
    private static List<StudyCell> Mixed(Study study, StudyFactor[] factors)
    {
        var rows = new SobolSequence(2 * factors.Length).Scrambled(study.Points, study.Seed);
        return Number(study, Rows());

        IEnumerable<Draft> Rows()
        {
            for (var row = 0; row < rows.Length; row++)
            {
                var (a, b) = (rows[row][..factors.Length], rows[row][factors.Length..]);
                var (own, other) = ((uint)row, (uint)(rows.Length + row));
                yield return new Draft(Values(factors, a), row, -1, row, "a", own);
                yield return new Draft(Values(factors, b), row, -1, row, "b", other);
                for (var factor = 0; factor < factors.Length; factor++)
                {
                    double[] mixed = [.. a];
                    mixed[factor] = b[factor];
                    yield return new Draft(Values(factors, mixed), row, -1, row, factors[factor].Name, own);
                }

                yield return new Draft(Values(factors, a), row, -1, row, LuckPart, other);
            }
        }
    }

    private static List<StudyCell> Trajectories(Study study, StudyFactor[] factors) =>
        Number(study, MorrisDesign.Trajectories(study.Points, factors.Length, 4, study.Seed).SelectMany((trajectory, number) =>
            trajectory.Points.Select((shares, move) => new Draft(Values(factors, shares), number, -1, number, move == 0 ? "start" : factors[trajectory.Moved[move - 1]].Name, (uint)number))));

    private static string[] Values(StudyFactor[] factors, double[] shares) => [.. factors.Select((factor, index) => factor.ValueAt(shares[index]))];

    private static IEnumerable<int> Alternatives(Study study) => study.Alternatives.Count == 0 ? [-1] : Enumerable.Range(0, study.Alternatives.Count);

    private static IEnumerable<string[]> Combinations(IReadOnlyList<StudyFactor> factors)
    {
        IEnumerable<string[]> points = [[]];
        foreach (var factor in factors) points = points.SelectMany(point => factor.Levels.Select(level => (string[])[.. point, level]));
        return points;
    }

    private static IEnumerable<string[]> OneAtATime(IReadOnlyList<StudyFactor> factors)
    {
        string[] first = [.. factors.Select(static factor => factor.Levels[0])];
        yield return first;
        for (var factor = 0; factor < factors.Count; factor++)
        {
            foreach (var level in factors[factor].Levels.Skip(1))
            {
                string[] moved = [.. first];
                moved[factor] = level;
                yield return moved;
            }
        }
    }

    private static IReadOnlyList<string[]> Samples(Study study, IReadOnlyList<StudyFactor> uncertain)
    {
        if (uncertain.Count == 0) return [[]];
        if (study.Uncertainty == UncertaintyMode.Sample)
            return [.. LatinHypercube.Points(study.Samples, uncertain.Count, study.Seed).Select(shares => Values([.. uncertain], shares))];
        string[] typical = [.. uncertain.Select(static factor => factor.Write(factor.TypicalSi))];
        return [typical, .. TwoLevelDesign.Corners(uncertain.Count).Select(corner => uncertain.Select((factor, index) => factor.Write(corner[index] ? factor.HighSi : factor.LowSi)).ToArray())];
    }

    private static List<StudyCell> Number(Study study, IEnumerable<Draft> drafts)
    {
        var together = study.Replications.UntilDecided ? study.Alternatives.Count : 1;
        var cells = new List<StudyCell>();
        foreach (var draft in drafts)
        {
            cells.Add(new StudyCell
            {
                Index = cells.Count,
                Values = draft.Values,
                Point = draft.Point,
                Alternative = draft.Alternative,
                Sample = draft.Sample,
                Part = draft.Part,
                Seed = study.Seed + (Spread64 * (study.Paired ? draft.Luck : Unpaired + (ulong)cells.Count)),
                Group = cells.Count / together,
            });
        }

        return cells;
    }

    private static string Hash(Study study, CatalogueStore catalogue)
    {
        var text = new StringBuilder("bulwark-study/1\n").Append(ProductVersion.Text).Append('\n').Append(study.DecisiveText).Append('\n').Append(DocumentText.Of(study.Scenario)).Append('\n');
        foreach (var entry in UncertainFigures.Used(study.Scenario, catalogue))
        {
            text.Append(entry.Id).Append('\n');
            foreach (var figure in entry.Figures.All) text.Append($"{figure.Name} {figure.LowSi:R} {figure.TypicalSi:R} {figure.HighSi:R} {figure.Word}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, HashBytes));
    }

    private readonly record struct Draft(string[] Values, int Point, int Alternative, int Sample, string Part, uint Luck);
}
