namespace Bulwark.Formats.Asterix.Containers;

/// <summary>One or more data blocks as a container delivered them. Valid until the container is read again. Immutable.</summary>
/// <param name="Octets">The blocks.</param>
/// <param name="OffsetBytes">Where they start in the recording.</param>
/// <param name="ReceiveTimeS">Receive time as seconds of the day, when the container states it.</param>
/// <param name="MayBeForeign">Whether the octets may belong to another protocol (packet captures).</param>
internal readonly record struct Datagram(ReadOnlyMemory<byte> Octets, long OffsetBytes, double? ReceiveTimeS, bool MayBeForeign);
