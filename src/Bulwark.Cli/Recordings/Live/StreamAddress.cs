using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>Where a live stream is listened for. Immutable.</summary>
/// <param name="Address">The address to bind to, or the multicast group to join.</param>
/// <param name="Port">UDP port.</param>
/// <param name="Interface">Address of the interface on which the group is joined; null leaves it to the system.</param>
internal sealed record StreamAddress(IPAddress Address, int Port, IPAddress? Interface)
{
    private const string Scheme = "udp://";

    /// <summary>Whether the address is a multicast group (IPv4 224.0.0.0/4, RFC 5771; IPv6 ff00::/8, RFC 4291).</summary>
    public bool IsGroup => Address.AddressFamily == AddressFamily.InterNetwork ? Address.GetAddressBytes()[0] is >= 224 and < 240 : Address.IsIPv6Multicast;

    /// <summary>A name for files about it.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"udp-{Address.ToString().Replace(':', '.')}-{Port}");

    /// <summary>Whether an argument names a stream rather than a file.</summary>
    public static bool Names(string argument) => argument.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>udp://ADDRESS:PORT</c>, with <c>@INTERFACE</c> after it for a group.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static StreamAddress Parse(string argument)
    {
        var text = argument[Scheme.Length..];
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (place, join) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
        IPAddress? member = null;
        if (IPEndPoint.TryParse(place, out var end) && end.Port > 0 && place.EndsWith(string.Create(CultureInfo.InvariantCulture, $":{end.Port}"), StringComparison.Ordinal)
            && (join is null || IPAddress.TryParse(join, out member)))
        {
            var stream = new StreamAddress(end.Address, end.Port, member);
            if (member is null || (stream.IsGroup && member.AddressFamily == end.AddressFamily)) return stream;
            throw new UsageException($"{argument}: an interface goes with a multicast group of the same family; expected for example udp://239.1.2.3:8600@192.168.1.5, or udp://192.168.1.5:8600 without one");
        }

        throw new UsageException($"{argument}: not a stream; expected udp://ADDRESS:PORT with an address of this machine to bind to, such as udp://127.0.0.1:8600, or a multicast group, such as udp://239.1.2.3:8600@192.168.1.5");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Scheme}{new IPEndPoint(Address, Port)}{(Interface is null ? string.Empty : $"@{Interface}")}";
}
