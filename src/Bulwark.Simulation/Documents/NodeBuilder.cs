using Bulwark.Core.Units;
using YamlDotNet.Core.Events;

namespace Bulwark.Simulation.Documents;

/// <summary>Assembles nodes from parser events with an explicit stack.</summary>
internal sealed class NodeBuilder(string name, ProblemList problems, DocumentLimits limits)
{
    private readonly Stack<Frame> _open = new();
    private int _nodes;
    private int _documents;

    /// <summary>The top node once it began.</summary>
    public DocumentNode? Root { get; private set; }

    /// <summary>Takes one event.</summary>
    /// <returns>False when reading has to stop; the reason was reported.</returns>
    public bool Take(ParsingEvent next)
    {
        var place = DocumentLoader.Place(name, next.Start);
        switch (next)
        {
            case DocumentStart when ++_documents > 1:
                return Stop(place, "a second document begins in the file", "one document", "remove the line '---'");
            case AnchorAlias alias:
                return Stop(place, $"the alias {QuotedText.Of("*" + alias.Value)} is not accepted", "the value itself", "write it out, or put it in the catalogue");
            case NodeEvent { Anchor.IsEmpty: false } node:
                return Stop(place, $"the anchor {QuotedText.Of("&" + node.Anchor)} is not accepted", "the value itself", "quote a value that begins with '&'");
            case NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } node:
                return Stop(place, $"the tag {QuotedText.Of(node.Tag.ToString())} is not accepted", "the value itself", "quote a value that begins with '!'");
            case NodeEvent when ++_nodes > limits.MaximumNodes:
                return Stop(place, "the file has too many values", $"at most {limits.MaximumNodes}");
            case Scalar scalar:
                if (scalar.Value.Length > limits.MaximumValueLength)
                    return Stop(place, $"a value of {scalar.Value.Length} characters", $"at most {limits.MaximumValueLength} characters");
                Attach(new ScalarNode(place, scalar.Value, scalar.Style == YamlDotNet.Core.ScalarStyle.Plain));
                return true;
            case SequenceStart:
                return Open(new SequenceNode(place));
            case MappingStart:
                return Open(new MappingNode(place));
            case SequenceEnd or MappingEnd:
                _open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool Open(DocumentNode node)
    {
        if (_open.Count >= limits.MaximumDepth) return Stop(node.Place, "lists and mappings are nested too deeply", $"at most {limits.MaximumDepth} levels");
        Attach(node);
        _open.Push(new Frame(node));
        return true;
    }

    private void Attach(DocumentNode node)
    {
        if (_open.Count == 0)
        {
            Root = node;
            return;
        }

        var frame = _open.Peek();
        switch (frame.Node)
        {
            case SequenceNode sequence:
                sequence.Add(node);
                break;
            case MappingNode mapping when frame.HasKey:
                frame.HasKey = false;
                if (frame.Key is not { } key) break;
                if (mapping.Find(key.Text) is { } first)
                    problems.Error(key.Place, $"the key {QuotedText.Of(key.Text)} stands twice", "", $"the first is on line {first.Key.Place.Line}");
                else mapping.TryAdd(new MappingEntry(key, node));
                break;
            default:
                frame.HasKey = true;
                frame.Key = node as ScalarNode;
                if (frame.Key is null) problems.Error(node.Place, $"{node.Kind} stands where a key belongs", "a word and a colon");
                break;
        }
    }

    private bool Stop(DocumentPlace place, string message, string expected, string hint = "")
    {
        problems.Error(place, message, expected, hint);
        return false;
    }

    private sealed class Frame(DocumentNode node)
    {
        public DocumentNode Node { get; } = node;

        public bool HasKey { get; set; }

        public ScalarNode? Key { get; set; }
    }
}
