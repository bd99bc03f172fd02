using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>What readiness is worth, date by date.</summary>
internal static class EffectTable
{
    public static void Write(HtmlPage page, ProgrammeStudyResult study, EffectResult effect)
    {
        page.Element("h2", "What readiness is worth").Element("p", $"{effect.Title}: chance that the raid is stopped ({effect.Stopped}), with the half-width of its 95 per cent interval. With everything ready it is {effect.FullProbability:0 %}, with nothing ready {effect.NothingProbability:0 %}.").Markup("<table>\n");
        page.Row("th", ["Date", .. study.Cases.Select(static outcome => outcome.Title)], firstNumeric: 1);
        for (var at = 0; at < effect.Cases[0].Count; at++)
        {
            var date = study.Plan.Programme.DateOf(ProgrammePlan.MonthStart(effect.Cases[0][at].Month)).AddDays(3);
            page.Row("td", [$"{date:MMMM yyyy}", .. effect.Cases.Select(points => $"{100 * points[at].StoppedProbability:0} % ± {100 * 1.96 * points[at].ErrorProbability:0}")], firstNumeric: 1);
        }

        page.Markup("</table>\n");
    }
}
