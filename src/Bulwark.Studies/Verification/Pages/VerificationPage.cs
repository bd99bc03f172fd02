using System.Text;
using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Verification.Pages;

/// <summary>The outcome of a verification as a page in Markdown.</summary>
internal static class VerificationPage
{
    /// <summary>First line of every page, by which a later one knows that it may replace it.</summary>
    public const string Mark = "<!-- Written by `bulwark verify --report`; changes here are lost. -->";

    /// <summary>The page.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="pictures">The pictures that stand beside it, by area; the picture of probabilities under "Detection" as well.</param>
    /// <param name="folder">Folder of the pictures as the page sees it.</param>
    public static string Write(VerificationResult result, ILookup<string, Picture> pictures, string folder)
    {
        var page = new StringBuilder();
        page.Append(Mark).Append("\n# Verification\n\n")
            .Append("Every model against values that nobody in this project wrote, simulations against theory, and models against each other. `bulwark verify` repeats it;\n")
            .Append("`bulwark verify --reference FOLDER` compares with other tables of the same names and columns ([command line](command-line.md)).\n\n")
            .Append("Tolerances are those of the tables, row by row. Where a table prints fewer digits than its tolerance asks for, half its last digit is allowed. A tolerance\n")
            .Append("that is not literally the table's is given with its reason under the model. *Share* is the worst error over what is allowed for its case.\n\n");
        Summary(page, result);
        foreach (var area in result.Entries.GroupBy(static entry => entry.Area))
        {
            page.Append("\n## ").Append(area.Key).Append('\n');
            foreach (var picture in pictures[area.Key]) page.Append("\n![").Append(picture.Title).Append("](").Append(folder).Append('/').Append(picture.FileName).Append(")\n\n").Append(picture.Caption).Append('\n');
            foreach (var entry in area) Entry(page, entry);
        }

        if (result.MissingTables.Count > 0) page.Append("\n## Not there\n\n").AppendJoin("\n", result.MissingTables.Select(static name => $"- {name}")).Append('\n');
        return page.ToString();
    }

    private static void Summary(StringBuilder page, VerificationResult result)
    {
        page.Append("| area | models and experiments | values | worst share of a tolerance | verdict |\n| --- | ---: | ---: | ---: | --- |\n");
        foreach (var area in result.Entries.GroupBy(static entry => entry.Area))
        {
            var lines = area.SelectMany(static entry => entry.Lines).ToList();
            page.Append("| ").Append(area.Key).Append(" | ").Append(area.Count()).Append(" | ").Append(lines.Sum(static line => line.Cases)).Append(" | ")
                .Append(lines.Count == 0 ? "" : Share(lines.Max(static line => line.WorstErrorRatio))).Append(" | ").Append(Verdict(area.All(static entry => entry.IsInOrder))).Append(" |\n");
        }

        page.Append("| **all** | ").Append(result.Entries.Count).Append(" | ").Append(result.Values).Append(" | | ").Append(Verdict(result.IsInOrder)).Append(" |\n");
    }

    private static void Entry(StringBuilder page, VerificationEntry entry)
    {
        page.Append("\n### ").Append(char.ToUpperInvariant(entry.Model[0])).Append(entry.Model.AsSpan(1)).Append("\n\n");
        page.Append('`').Append(entry.Name).Append("`: ").Append(entry.Source).Append(". ").Append(entry.Rule).Append('\n');
        if (entry.Lines.Count > 0)
        {
            page.Append("\n| quantity | cases | worst error | tolerance | share | worst case | |\n| --- | ---: | ---: | ---: | ---: | --- | --- |\n");
            foreach (var line in entry.Lines)
            {
                page.Append("| ").Append(line.Quantity).Append(" | ").Append(line.Cases).Append(" | ").Append(line.WorstError).Append(" | ").Append(line.Tolerance).Append(" | ")
                    .Append(Share(line.WorstErrorRatio)).Append(" | ").Append(line.WorstErrorRatio == 0 ? "" : line.WorstCase).Append(" | ").Append(Verdict(line.IsWithin)).Append(" |\n");
            }
        }

        foreach (var group in entry.LeftOut.GroupBy(static left => left.Reason)) page.Append("\nLeft out: ").AppendJoin(", ", group.Select(static left => left.Case)).Append(": ").Append(group.Key).Append(".\n");
        foreach (var problem in entry.Problems) page.Append("\nNot usable: ").Append(problem).Append('\n');
    }

    private static string Share(double ratio) => double.IsNaN(ratio) ? "no value" : Tolerance.Text(ratio);

    private static string Verdict(bool isInOrder) => isInOrder ? "within" : "**outside**";
}
