using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Formats;

/// <summary>
/// A recording cannot be read: it is cut, damaged or of another format. The message names the file, the byte, what was expected and
/// what to do. Bad input, never a fault of the program.
/// </summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "Without its place the error would help nobody.")]
public sealed class RecordingException : Exception
{
    /// <summary>Describes a defect of a recording.</summary>
    /// <param name="recording">Name of the file or stream.</param>
    /// <param name="offsetBytes">Where the defect starts, counted from 0 in the (decompressed) data.</param>
    /// <param name="problem">What was found, as a clause without a final stop.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="advice">What the user can do.</param>
    /// <param name="inner">Cause, when another exception revealed the defect.</param>
    public RecordingException(string recording, long offsetBytes, string problem, string expected, string advice, Exception? inner = null)
        : base($"{recording}: byte {offsetBytes}: {problem}. Expected: {expected}. {advice}", inner)
    {
        Recording = recording;
        OffsetBytes = offsetBytes;
        Expected = expected;
        Advice = advice;
    }

    /// <summary>Name of the file or stream.</summary>
    public string Recording { get; }

    /// <summary>Where the defect starts, counted from 0 in the (decompressed) data.</summary>
    public long OffsetBytes { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>What the user can do.</summary>
    public string Advice { get; }
}
