using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>A server of tiles on the loopback that can misbehave: cut connections, refuse ranges, answer with errors.</summary>
internal sealed class TileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> _files;
    private readonly Lock _lock = new();
    private readonly List<string> _requests = [];

    public TileServer(Dictionary<string, byte[]> files)
    {
        _files = files;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>Bytes after which the next answers are cut, one each.</summary>
    public Queue<int> Cuts { get; } = new();

    /// <summary>Codes that the next answers carry instead of a tile.</summary>
    public Queue<int> Failures { get; } = new();

    /// <summary>The tag of the present version.</summary>
    public string Tag { get; set; } = "\"one\"";

    /// <summary>The requests so far: path and range.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
        var (range, condition) = ("", "");
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Range:", StringComparison.OrdinalIgnoreCase)) range = header[6..].Trim();
            if (header.StartsWith("If-Range:", StringComparison.OrdinalIgnoreCase)) condition = header[9..].Trim();
        }

        lock (_lock) _requests.Add(range.Length == 0 ? path : path + " " + range);
        if (Failures.TryDequeue(out var code) || !_files.TryGetValue(path, out var content))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(code == 0 ? 404 : code)} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")));
            return;
        }

        var from = range.Length > 0 && condition == Tag ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : 0;
        var status = from > 0 ? $"206 Partial Content\r\nContent-Range: bytes {from}-{content.Length - 1}/{content.Length}" : "200 OK";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nETag: {Tag}\r\nContent-Length: {content.Length - from}\r\nConnection: close\r\n\r\n")));
        var until = Cuts.TryDequeue(out var cut) ? Math.Min(content.Length, from + cut) : content.Length;
        await stream.WriteAsync(content.AsMemory(from, until - from));
        await stream.FlushAsync();
    }
}
