namespace Bulwark.Formats.Asterix.Containers;

/// <summary>How a recording wraps its data blocks.</summary>
public enum ContainerKind
{
    /// <summary>Data blocks one after another, nothing between them, no receive times.</summary>
    Raw = 0,

    /// <summary>A 2200-octet header, then data blocks each followed by a 10-octet trailer with the receive time.</summary>
    Gps = 1,

    /// <summary>A classic packet capture; the blocks are the payloads of UDP datagrams.</summary>
    Pcap = 2,
}
