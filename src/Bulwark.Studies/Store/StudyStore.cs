using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Store;

/// <summary>
/// The results of a study in one SQLite file with a write-ahead log: readable by anybody while it is written, and whole after the
/// process is killed at any time. A result is named by (study hash, cell, replication); storing it again changes nothing. Not
/// thread-safe.
/// </summary>
public sealed class StudyStore : IDisposable
{
    private const int HashBytes = 16;

    private readonly SqliteConnection _database;
    private readonly FileStream? _lock;
    private readonly int _measures;
    private readonly Lock _gate = new();

    private StudyStore(string file, SqliteConnection database, FileStream? gate, int measures)
    {
        File = file;
        _database = database;
        _lock = gate;
        _measures = measures;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Opens the results file of a study for writing, and makes it when it is not there.</summary>
    /// <param name="file">The file; its folder is made when it is not there.</param>
    /// <param name="plan">The study.</param>
    /// <exception cref="ResultsException">The file belongs to another study or another process, or cannot be written.</exception>
    public static StudyStore Open(string file, StudyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return StudyProblem.Guard(file, () =>
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
            var gate = Lock(file);
            SqliteConnection? database = null;
            var opened = false;
            try
            {
                database = Connect(file, SqliteOpenMode.ReadWriteCreate);
                StudySchema.Execute(database, "PRAGMA journal_mode = WAL");
                StudySchema.Execute(database, "PRAGMA synchronous = NORMAL");
                if (!HasTables(database))
                {
                    using var transaction = database.BeginTransaction();
                    StudySchema.Create(database, plan);
                    transaction.Commit();
                }

                var hash = Meta(database, "study_hash");
                if (hash != plan.Hash)
                    throw new ResultsException($"'{file}' holds the results of another study, or of this one before it, its scenario or the catalogue was changed ({hash}, not {plan.Hash}). Name another file with --out, or move it away.");
                opened = true;
                return new StudyStore(file, database, gate, plan.Study.Measures.All.Count);
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
    }

    /// <summary>Opens a results file for reading; a study that is running may go on.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ResultsException">It is no results file of a study.</exception>
    public static StudyStore OpenForReading(string file) => StudyProblem.Guard(file, () =>
    {
        if (!System.IO.File.Exists(file)) throw new ResultsException($"There is no results file '{file}'. 'study run' makes one.");
        var database = ConnectForReading(file);
        if (HasTables(database)) return new StudyStore(file, database, null, (int)Scalar(database, "SELECT count(*) FROM measure"));
        database.Dispose();
        throw new ResultsException($"'{file}' is no results file of a study.");
    });

    /// <summary>What the file says about the study, by its key.</summary>
    /// <param name="key">One of format, version, study, title, question, scenario, study_hash, study_text, seed, proof.</param>
    public string Meta(string key) => StudyProblem.Guard(File, () => Meta(_database, key));

    /// <summary>Notes the fingerprint of the study's first run by this program.</summary>
    /// <param name="hash">The fingerprint.</param>
    /// <returns>Null when it is the one of whoever began the file, else theirs.</returns>
    internal string? Prove(string hash) => StudyProblem.Guard(File, () =>
    {
        StudySchema.Execute(_database, "INSERT OR IGNORE INTO meta VALUES ($0, $1)", StudySchema.Proof, hash);
        var first = Meta(_database, StudySchema.Proof);
        return first == hash ? null : first;
    });

    /// <summary>Number of results.</summary>
    public long Count => StudyProblem.Guard(File, () => Scalar(_database, "SELECT count(*) FROM result"));

    /// <summary>Stores results; those that are there already stay as they are.</summary>
    /// <param name="results">The results; they are stored together or not at all.</param>
    /// <exception cref="ResultsException">The disk is full or the file cannot be written; what was stored before is kept.</exception>
    public void Add(IReadOnlyList<StudyResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Count == 0) return;
        lock (_gate) StudyProblem.Guard(File, () =>
        {
            using var transaction = _database.BeginTransaction();
            using var insert = StudySchema.Prepare(_database, $"INSERT OR IGNORE INTO result VALUES ({StudySchema.Places(3 + _measures)})", 3 + _measures);
            insert.Transaction = transaction;
            foreach (var result in results)
            {
                insert.Parameters[0].Value = result.Cell;
                insert.Parameters[1].Value = result.Replication;
                insert.Parameters[2].Value = result.Hash;
                for (var index = 0; index < _measures; index++) insert.Parameters[3 + index].Value = double.IsNaN(result.Measures[index]) ? DBNull.Value : result.Measures[index];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return true;
        });
    }

    /// <summary>The results of a cell, or of all, in the order of cell and replication. Read one by one, so any number takes no memory.</summary>
    /// <param name="cell">The cell, or null for all.</param>
    public IEnumerable<StudyResult> Results(int? cell = null)
    {
        using var command = _database.CreateCommand();
        command.CommandText = $"SELECT * FROM result {(cell is null ? "" : "WHERE cell = $0")} ORDER BY cell, replication";
        if (cell is { } wanted) command.Parameters.AddWithValue("$0", wanted);
        using var reader = StudyProblem.Guard(File, command.ExecuteReader);
        while (StudyProblem.Guard(File, reader.Read))
        {
            var values = new double[_measures];
            for (var index = 0; index < values.Length; index++) values[index] = reader.IsDBNull(3 + index) ? double.NaN : reader.GetDouble(3 + index);
            yield return new StudyResult(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), values);
        }
    }

    /// <summary>The results of a cell, safe from any thread while another adds.</summary>
    internal List<StudyResult> Load(int cell)
    {
        lock (_gate) return [.. Results(cell)];
    }

    /// <summary>
    /// Fingerprint of the study and all its results: SHA-256 over the study hash and, in the order of cell and replication, the numbers
    /// of both, the run's fingerprint and every measure's bits; its first 128 bits. The same however the results came together.
    /// </summary>
    public string ContentHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(Meta("study_hash")));
        var word = new byte[8];
        foreach (var result in Results())
        {
            Append(result.Cell);
            Append(result.Replication);
            sha.AppendData(Encoding.UTF8.GetBytes(result.Hash));
            foreach (var value in result.Measures) Append(double.IsNaN(value) ? long.MinValue : BitConverter.DoubleToInt64Bits(value));
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, HashBytes));

        void Append(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(word, value);
            sha.AppendData(word);
        }
    }

    /// <summary>From now on this reader sees the file as it is now, whatever is stored meanwhile.</summary>
    public void HoldStill() => StudyProblem.Guard(File, () =>
    {
        StudySchema.Execute(_database, "BEGIN");
        return Scalar(_database, "SELECT count(*) FROM meta");
    });

    /// <summary>Answers a question in SQL. The file cannot be changed by it.</summary>
    /// <param name="sql">One SELECT.</param>
    /// <param name="cancellation">Stops a question that takes too long.</param>
    /// <exception cref="ResultsException">The question is wrong, or asks to write.</exception>
    public StudyTable Query(string sql, CancellationToken cancellation = default) => StudyTable.Of(_database, sql, cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        _database.Dispose();
        _lock?.Dispose();
    }

    internal static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 60 };
        var database = new SqliteConnection(settings.ConnectionString);
        database.Open();
        return database;
    }

    // A write-ahead log needs a file beside it even to be read, which a read-only folder does not take. Where no log is left, the
    // results file by itself is everything, and SQLite may take it as one that does not change.
    private static SqliteConnection ConnectForReading(string file)
    {
        var database = Connect(file, SqliteOpenMode.ReadOnly);
        try
        {
            HasTables(database);
            return database;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == StudyProblem.CannotOpen && !HasLog(file))
        {
            database.Dispose();
            return Connect(new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException)
        {
            database.Dispose();
            throw;
        }
    }

    private static bool HasLog(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };

    internal static string Meta(SqliteConnection database, string key)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key = $0";
        command.Parameters.AddWithValue("$0", key);
        return command.ExecuteScalar() as string ?? "";
    }

    internal static bool HasTables(SqliteConnection database) => Scalar(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'cell', 'result')") == 3;

    private static long Scalar(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    // The system lets go of the lock when the process ends, however it ends.
    internal static FileStream Lock(string file)
    {
        var path = file + ".lock";
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (System.IO.File.Exists(path))
        {
            throw new ResultsException($"'{file}' is being written by another process. Wait for it, or name another file with --out.", problem);
        }
    }
}
