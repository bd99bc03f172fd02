using System.Net;
using System.Net.Sockets;
using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>Receives the datagrams of one stream on a thread of its own until it is disposed of.</summary>
internal sealed class UdpListener : IDisposable
{
    private const int LongestDatagram = 65_535;
    private const int KernelBufferBytes = 4 << 20;
    private const int StopCheckMs = 200;

    private readonly Socket _socket;
    private readonly DatagramQueue _queue;
    private readonly Func<double> _clockS;
    private readonly Thread _thread;
    private volatile bool _stops;

    /// <summary>Begins to listen.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="queue">Receives the datagrams.</param>
    /// <param name="clockS">Tells the time, seconds of the day.</param>
    /// <exception cref="UsageException">The address cannot be bound to, or the group not be joined.</exception>
    public UdpListener(StreamAddress stream, DatagramQueue queue, Func<double> clockS)
    {
        (_queue, _clockS) = (queue, clockS);
        _socket = new Socket(stream.Address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = KernelBufferBytes, ReceiveTimeout = StopCheckMs };
        try
        {
            Bind(stream);
        }
        catch (SocketException refusal)
        {
            _socket.Dispose();
            throw new UsageException($"{stream}: cannot be listened to: {refusal.Message}; expected an address of this machine, or a multicast group, and a port that nothing else uses");
        }

        _thread = new Thread(Listen) { IsBackground = true, Name = stream.ToString() };
        _thread.Start();
    }

    /// <summary>Times the system reported an error while receiving, for example that a datagram was refused on its way.</summary>
    public long Errors { get; private set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _stops = true;
        _thread.Join();
        _socket.Dispose();
    }

    private void Bind(StreamAddress stream)
    {
        if (!stream.IsGroup)
        {
            _socket.ExclusiveAddressUse = true;
            _socket.Bind(new IPEndPoint(stream.Address, stream.Port));
            return;
        }

        // Several programs may listen to one group. Bound to the group itself, the socket hears nothing else on that port; Windows does not
        // allow that.
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        var isV4 = stream.Address.AddressFamily == AddressFamily.InterNetwork;
        var any = isV4 ? IPAddress.Any : IPAddress.IPv6Any;
        _socket.Bind(new IPEndPoint(OperatingSystem.IsWindows() ? any : stream.Address, stream.Port));
        if (isV4) _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, stream.Interface is { } member ? new MulticastOption(stream.Address, member) : new MulticastOption(stream.Address));
        else _socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(stream.Address, stream.Interface?.ScopeId ?? 0));
    }

    private void Listen()
    {
        var octets = new byte[LongestDatagram];
        while (!_stops)
        {
            try
            {
                var length = _socket.Receive(octets);
                _queue.Put(octets.AsSpan(0, length), _clockS());
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock or SocketError.Interrupted)
            {
                // Nothing came for a while: a moment to see whether to stop.
            }
            catch (SocketException)
            {
                Errors++;
                Thread.Sleep(StopCheckMs);
            }
        }
    }
}
