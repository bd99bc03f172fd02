using System.Net;
using System.Net.Sockets;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Sends datagrams of a made-up radar 20/130 over the loopback interface.</summary>
internal sealed class LiveSender : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly IPEndPoint _to;

    public LiveSender(IPAddress address, int port)
    {
        _to = new IPEndPoint(address, port);
        _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes());
    }

    /// <summary>A UDP port that nothing listened to a moment ago.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public void Send(params byte[] octets) => _socket.SendTo(octets, _to);

    /// <summary>Seconds of the day.</summary>
    public static double NowS() => DateTime.UtcNow.TimeOfDay.TotalSeconds;

    /// <summary>A north mark and a plot of one aircraft every 0.4 s, until told to stop.</summary>
    public void Fly(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(400))
        {
            Send(AsterixBlocks.NorthMark(NowS()));
            Send(AsterixBlocks.Plot(NowS()));
        }
    }

    public void Dispose() => _socket.Dispose();
}
