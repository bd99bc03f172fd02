using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.World;

/// <summary>The number that a message carries: what kind of message it is, and the row of the table in which stands what it says.</summary>
internal readonly record struct MessageContent(MessageKind Kind, int Row)
{
    private const int KindShift = 32;

    public long Number => ((long)Kind << KindShift) | (uint)Row;

    public static MessageContent Of(long number) => new((MessageKind)(number >> KindShift), (int)(uint)number);
}
