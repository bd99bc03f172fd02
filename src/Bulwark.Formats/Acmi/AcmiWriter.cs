using System.Text;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Formats.Acmi;

/// <summary>
/// Writes a flight recording for Tacview: universal ACMI 2.2 as plain text ("Technical Reference: ACMI Flight Recordings 2.2",
/// Raia Software). Heights are given as metres above mean sea level there and are written as they come. Mutable; does not own the
/// writer beneath.
/// </summary>
public sealed class AcmiWriter
{
    private readonly TextWriter _writer;
    private readonly HashSet<ulong> _present = [];
    private SimTime? _frame;

    /// <summary>Writes the head of the recording.</summary>
    /// <param name="writer">Where the text goes; a file must be UTF-8 with a byte order mark, as <see cref="WriteFile"/> makes it.</param>
    /// <param name="referenceTime">The date and time (UTC) shown for <see cref="SimTime.Start"/>.</param>
    /// <param name="title">Title of the recording.</param>
    /// <param name="source">Program and scenario that made it.</param>
    public AcmiWriter(TextWriter writer, DateTimeOffset referenceTime, string title, string source)
    {
        _writer = writer;
        Line("FileType=text/acmi/tacview");
        Line("FileVersion=2.2");
        Line($"0,ReferenceTime={referenceTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        Line($"0,Title={Escape(title)}");
        Line($"0,DataSource={Escape(source)}");
    }

    /// <summary>Writes a whole recording as a file that appears only when it is complete.</summary>
    /// <param name="path">The file, normally <c>.acmi</c>.</param>
    /// <param name="referenceTime">The date and time (UTC) shown for <see cref="SimTime.Start"/>.</param>
    /// <param name="title">Title of the recording.</param>
    /// <param name="source">Program and scenario that made it.</param>
    /// <param name="updates">What happens, in order of time.</param>
    /// <exception cref="ArgumentException">The updates are out of order or contradict each other; see <see cref="Write"/>.</exception>
    public static void WriteFile(string path, DateTimeOffset referenceTime, string title, string source, IEnumerable<AcmiUpdate> updates) =>
        AtomicFile.Write(path, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
            var acmi = new AcmiWriter(text, referenceTime, title, source);
            foreach (var update in updates) acmi.Write(update);
        });

    /// <summary>Writes one change.</summary>
    /// <param name="update">The change; not earlier than the one before.</param>
    /// <exception cref="ArgumentException">
    /// The change is earlier than the one before, its object is 0, it first appears without properties, or it leaves without having
    /// appeared.
    /// </exception>
    public void Write(in AcmiUpdate update)
    {
        if (_frame is { } last && update.Time < last) throw new ArgumentException($"The update at {update.Time} follows one at {last}.", nameof(update));
        if (update.Id == 0) throw new ArgumentException("Object 0 is the scene.", nameof(update));
        var known = _present.Contains(update.Id);
        if (!known && (update.Kind != AcmiUpdateKind.Position || update.Properties is null))
        {
            throw new ArgumentException($"Object {update.Id:x} is not in the scene and does not appear with its properties.", nameof(update));
        }

        Frame(update.Time);
        if (update.Kind == AcmiUpdateKind.Position)
        {
            _present.Add(update.Id);
            Line($"{update.Id:x},T={Coordinates(update)}{(update.Properties is { } properties ? Declared(properties) : "")}");
            return;
        }

        // The event comes while the object still exists, so that the viewer can show where.
        if (update.Kind == AcmiUpdateKind.Destruction) Line($"0,Event=Destroyed|{update.Id:x}");
        Line($"-{update.Id:x}");
        _present.Remove(update.Id);
    }

    private static string Coordinates(in AcmiUpdate update)
    {
        GeodeticPoint position = update.Position;
        var place = $"{position.LongitudeDeg:0.#######}|{position.LatitudeDeg:0.#######}|{position.HeightM:0.##}";
        return update.HeadingRad is { } headingRad
            ? $"{place}|0|{double.RadiansToDegrees(update.PitchRad):0.#}|{double.RadiansToDegrees(headingRad):0.#}"
            : place;
    }

    private static string Declared(AcmiObject properties)
    {
        var text = new StringBuilder();
        text.Append($",Name={Escape(properties.Name)},Type={properties.Type},Color={properties.Color},Coalition={Escape(properties.Coalition)}");
        if (properties.CallSign is { } callSign) text.Append($",CallSign={Escape(callSign)}");
        if (properties.Parent is { } parent) text.Append($",Parent={parent:x}");
        return text.ToString();
    }

    /// <summary>
    /// Commas and line ends of a text are escaped by a backslash, as the specification asks; it provides no escape for the backslash
    /// itself, so that becomes a slash.
    /// </summary>
    private static string Escape(string text) => text
        .Replace('\\', '/')
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\\n", StringComparison.Ordinal);

    private void Frame(SimTime time)
    {
        if (_frame == time) return;
        _frame = time;
        Line($"#{time.TotalS:0.######}");
    }

    private void Line(string text)
    {
        _writer.Write(text);
        _writer.Write('\n');
    }
}
