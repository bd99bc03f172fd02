namespace Bulwark.Cli.Recordings.Live;

/// <summary>
/// Datagrams between the listeners, each of which has its thread, and the one that decodes them. What does not fit is dropped and counted, so
/// that a flood costs neither memory nor time. Mutable; safe for use by several threads at once.
/// </summary>
/// <param name="mostBytes">Most bytes that wait.</param>
internal sealed class DatagramQueue(int mostBytes)
{
    private readonly object _gate = new();
    private readonly Queue<(byte[] Octets, int Length, double ReceivedS)> _waiting = new();
    private readonly Stack<byte[]> _spare = new();
    private int _waitingBytes;

    /// <summary>Datagrams received, dropped ones included.</summary>
    public long Received { get; private set; }

    /// <summary>Datagrams dropped because too many waited.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes in a datagram.</summary>
    /// <param name="octets">Its octets; copied.</param>
    /// <param name="receivedS">When it was received, seconds of the day.</param>
    public void Put(ReadOnlySpan<byte> octets, double receivedS)
    {
        lock (_gate)
        {
            Received++;
            if (_waitingBytes + SizeOf(octets.Length) > mostBytes)
            {
                Dropped++;
                return;
            }

            var copy = _spare.Count > 0 && _spare.Peek().Length >= octets.Length ? _spare.Pop() : new byte[Math.Max(2048, octets.Length)];
            octets.CopyTo(copy);
            _waiting.Enqueue((copy, octets.Length, receivedS));
            _waitingBytes += SizeOf(octets.Length);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes out the oldest datagram, waiting a little for one.</summary>
    /// <param name="waitMs">Longest wait, milliseconds.</param>
    /// <param name="datagram">Receives it; to be given back with <see cref="Return"/>.</param>
    /// <param name="receivedS">Receives when it was received.</param>
    /// <returns>False when none came.</returns>
    public bool TryTake(int waitMs, out ArraySegment<byte> datagram, out double receivedS)
    {
        (datagram, receivedS) = (default, 0);
        lock (_gate)
        {
            if (_waiting.Count == 0 && waitMs > 0) Monitor.Wait(_gate, waitMs);
            if (!_waiting.TryDequeue(out var next)) return false;
            _waitingBytes -= SizeOf(next.Length);
            (datagram, receivedS) = (new ArraySegment<byte>(next.Octets, 0, next.Length), next.ReceivedS);
            return true;
        }
    }

    /// <summary>Gives the memory of a datagram back.</summary>
    public void Return(ArraySegment<byte> datagram)
    {
        lock (_gate)
        {
            if (_spare.Count < 256 && datagram.Array is { Length: <= 4096 } octets) _spare.Push(octets);
        }
    }

    // An empty datagram takes memory too.
    private static int SizeOf(int length) => Math.Max(64, length);
}
