using System.Text;
using System.Text.Json;

namespace Bulwark.Simulation.Documents;

/// <summary>What a document says, without its comments, layout and quotes: equal for files that mean the same. For fingerprints.</summary>
public static class DocumentText
{
    /// <summary>The document on one line, as JSON of texts; keys stay in the order of the file.</summary>
    /// <param name="node">The document.</param>
    public static string Of(DocumentNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    // Nesting is bounded by the loader.
    private static void Write(DocumentNode node, StringBuilder text)
    {
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(JsonSerializer.Serialize(scalar.Text));
                break;
            case SequenceNode sequence:
                text.Append('[');
                for (var index = 0; index < sequence.Items.Count; index++)
                {
                    if (index > 0) text.Append(',');
                    Write(sequence.Items[index], text);
                }

                text.Append(']');
                break;
            case MappingNode mapping:
                text.Append('{');
                for (var index = 0; index < mapping.Entries.Count; index++)
                {
                    if (index > 0) text.Append(',');
                    text.Append(JsonSerializer.Serialize(mapping.Entries[index].Key.Text)).Append(':');
                    Write(mapping.Entries[index].Value, text);
                }

                text.Append('}');
                break;
        }
    }
}
