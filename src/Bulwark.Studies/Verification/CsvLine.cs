using System.Text;

namespace Bulwark.Studies.Verification;

/// <summary>Takes a comma-separated line apart (RFC 4180, one record a line).</summary>
internal static class CsvLine
{
    /// <summary>The fields of a line, or null when a quote stays open.</summary>
    public static List<CsvField>? Split(string line)
    {
        var fields = new List<CsvField>();
        var field = new StringBuilder();
        var quoted = false;
        var start = 1;
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
                else quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(new CsvField(field.ToString(), start));
                field.Clear();
                start = i + 2;
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(new CsvField(field.ToString(), start));
        return quoted ? null : fields;
    }
}
