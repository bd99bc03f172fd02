using System.Text;
using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Reports;

/// <summary>Builds a page: markup is written as it is, everything else is escaped.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup of our own.</summary>
    public HtmlPage Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Adds text from anywhere.</summary>
    public HtmlPage Text(string text)
    {
        _text.Append(XmlText.Escape(text));
        return this;
    }

    /// <summary>Adds an element that holds text.</summary>
    public HtmlPage Element(string tag, string text, string? cssClass = null)
    {
        _text.Append('<').Append(tag);
        if (cssClass is not null) _text.Append(" class=\"").Append(XmlText.Escape(cssClass)).Append('"');
        _text.Append('>').Append(XmlText.Escape(text)).Append("</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>Adds a table row of cells; cells of the columns named numeric are set to the right.</summary>
    public HtmlPage Row(string cell, ReadOnlySpan<string> texts, int firstNumeric = int.MaxValue)
    {
        _text.Append("<tr>");
        for (var column = 0; column < texts.Length; column++)
        {
            _text.Append('<').Append(cell).Append(column >= firstNumeric ? " class=\"number\">" : ">").Append(XmlText.Escape(texts[column])).Append("</").Append(cell).Append('>');
        }

        _text.Append("</tr>\n");
        return this;
    }

    public override string ToString() => _text.ToString();
}
