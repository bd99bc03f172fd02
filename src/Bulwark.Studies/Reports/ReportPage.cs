namespace Bulwark.Studies.Reports;

/// <summary>The frame of every report: what stands before and after its content.</summary>
internal static class ReportPage
{
    /// <summary>Begins a page with its title and question.</summary>
    public static HtmlPage Begin(string title, string question)
    {
        var page = new HtmlPage();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");

        // The page may not load anything, whatever names and texts a file carries.
        page.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Element("title", title).Markup("<style>\n").Markup(RunReport.EmbeddedText("report.css")).Markup("</style>\n</head>\n<body>\n");
        page.Element("h1", title);
        if (question.Length > 0) page.Element("p", question.Trim(), "question");
        return page;
    }

    /// <summary>Ends a page.</summary>
    public static string End(HtmlPage page) => page.Markup("</body>\n</html>\n").ToString();
}
