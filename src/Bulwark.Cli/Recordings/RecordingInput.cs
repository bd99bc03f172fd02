using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>An open recording that knows how far it has been read. Mutable; owns its file.</summary>
internal sealed class RecordingInput : IDisposable
{
    private readonly FileStream _file;
    private readonly AsterixReader _reader;

    /// <summary>Opens a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    public RecordingInput(string path, AsterixReaderOptions options)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        LengthBytes = _file.Length;
        _reader = AsterixReader.Open(_file, path, options);
        Plots = new PlotSource(_reader);
    }

    /// <summary>Length of the file, bytes.</summary>
    public long LengthBytes { get; }

    /// <summary>Bytes of the file read so far.</summary>
    public long ReadBytes => _file.Position;

    /// <summary>Its plots and north marks.</summary>
    public PlotSource Plots { get; }

    /// <summary>The record the last plot or north mark came from.</summary>
    public AsterixRecord Record => _reader.Current;

    /// <summary>What was read so far.</summary>
    public AsterixStatistics Statistics => _reader.Statistics;

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();
}
