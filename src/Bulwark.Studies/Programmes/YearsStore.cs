using System.IO.Compression;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// The finished blocks of years in one SQLite file with a write-ahead log, whole after the process is killed at any time. A block is named
/// by (fingerprint of the programme and its cases, first replication, number of replications); storing it again changes nothing. Safe
/// from any thread.
/// </summary>
public sealed class YearsStore : IDisposable
{
    private const string Format = "bulwark-years/1";

    private readonly string _file;
    private readonly SqliteConnection _database;
    private readonly FileStream _lock;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private YearsStore(string file, SqliteConnection database, FileStream gate) => (_file, _database, _lock) = (file, database, gate);

    /// <summary>Replications that were found stored since the store was opened.</summary>
    public long FoundCount { get; private set; }

    /// <summary>Replications stored since the store was opened.</summary>
    public long AddedCount { get; private set; }

    /// <summary>Opens the file, and makes it when it is not there.</summary>
    /// <param name="file">The file; its folder is made when it is not there.</param>
    /// <exception cref="ResultsException">It is something else, another process writes it, or it cannot be written.</exception>
    public static YearsStore Open(string file) => StudyProblem.Guard(file, () =>
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        var gate = StudyStore.Lock(file);
        SqliteConnection? database = null;
        var opened = false;
        try
        {
            database = StudyStore.Connect(file, SqliteOpenMode.ReadWriteCreate);
            StudySchema.Execute(database, "PRAGMA journal_mode = WAL");
            StudySchema.Execute(database, "PRAGMA synchronous = NORMAL");
            StudySchema.Execute(database, "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
            StudySchema.Execute(database, "CREATE TABLE IF NOT EXISTS block (years TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (years, first, count))");
            StudySchema.Execute(database, "INSERT OR IGNORE INTO meta VALUES ('format', $0)", Format);
            if (StudyStore.Meta(database, "format") != Format) throw new ResultsException($"'{file}' is no file of the years of a programme. Name another folder with --out, or move it away.");
            opened = true;
            return new YearsStore(file, database, gate);
        }
        finally
        {
            if (!opened)
            {
                database?.Dispose();
                gate.Dispose();
            }
        }
    });

    /// <summary>Whether a file is one of ours.</summary>
    /// <param name="file">The file.</param>
    public static bool IsOne(string file)
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var database = StudyStore.Connect(file, SqliteOpenMode.ReadOnly);
            return StudyStore.Meta(database, "format") == Format;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Forgets the blocks of everything that was not asked for since the store was opened: what they were for is done or was changed.</summary>
    public void ForgetOthers()
    {
        lock (_gate) StudyProblem.Guard(_file, () =>
        {
            var used = string.Join(", ", _used.Order(StringComparer.Ordinal).Select((_, index) => $"${index}"));
            StudySchema.Execute(_database, $"DELETE FROM block WHERE years NOT IN ({used})", [.. _used.Order(StringComparer.Ordinal)]);
            return true;
        });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _database.Dispose();
        _lock.Dispose();
    }

    /// <summary>A stored block, one part for each case; null when it is not there.</summary>
    internal CaseBlock[]? Find(ProgrammePlan plan, string years, int cases, int first, int count)
    {
        byte[]? data;
        lock (_gate)
        {
            _used.Add(years);
            data = StudyProblem.Guard(_file, () =>
            {
                using var command = StudySchema.Prepare(_database, "SELECT data FROM block WHERE years = $0 AND first = $1 AND count = $2", 3);
                (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (years, first, count);
                return command.ExecuteScalar() as byte[];
            });
        }

        if (data is null) return null;
        try
        {
            using var reader = new BinaryReader(new ZLibStream(new MemoryStream(data), CompressionMode.Decompress));
            var blocks = new CaseBlock[cases];
            for (var way = 0; way < cases; way++) blocks[way] = CaseBlock.Read(plan, reader);
            lock (_gate) FoundCount += count;
            return blocks;
        }
        catch (Exception problem) when (problem is EndOfStreamException or InvalidDataException)
        {
            throw new ResultsException($"The file '{_file}' was damaged from outside. Move it away; the years are run again.", problem);
        }
    }

    /// <summary>Stores a block.</summary>
    internal void Add(string years, int first, CaseBlock[] blocks)
    {
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)))
        {
            foreach (var block in blocks) block.Write(writer);
        }

        lock (_gate) StudyProblem.Guard(_file, () =>
        {
            StudySchema.Execute(_database, "INSERT OR IGNORE INTO block VALUES ($0, $1, $2, $3)", years, first, blocks[0].Count, packed.ToArray());
            AddedCount += blocks[0].Count;
            return true;
        });
    }
}
