using System.Diagnostics;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>Slurm with one node on this machine, reachable on loopback only; ended and forgotten afterwards.</summary>
internal sealed class LocalSlurm : IDisposable
{
    private readonly List<Process> _daemons = [];
    private readonly string _folder;
    private readonly string? _configurationBefore;

    private LocalSlurm(string folder)
    {
        _folder = folder;
        _configurationBefore = Environment.GetEnvironmentVariable("SLURM_CONF");
    }

    /// <summary>Starts it; skips the test where it cannot be started.</summary>
    public static LocalSlurm Start(string folder, ITestOutputHelper output)
    {
        foreach (var program in (string[])["slurmctld", "slurmd", "sbatch", "squeue", "munged"])
        {
            if (!Child.Has(program)) Assert.Skip($"needs {program} (Debian packages slurm-wlm and munge)");
        }

        if (Environment.UserName != "root") Assert.Skip("needs root, to start Slurm's daemons");
        Directory.CreateDirectory(folder);
        var slurm = new LocalSlurm(folder);
        try
        {
            slurm.Begin(output);
            return slurm;
        }
        catch
        {
            slurm.Dispose();
            throw;
        }
    }

    /// <summary>Kills the process of a running task, the way a node kills: without a word. False when none runs.</summary>
    public bool KillOneTask()
    {
        foreach (var line in Ask("pgrep", "-f", "study shard").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(line.Trim(), out var id)) continue;
            try
            {
                if (!File.ReadAllText($"/proc/{id}/cmdline").Contains(Path.GetDirectoryName(_folder)!, StringComparison.Ordinal)) continue;
                using var task = Process.GetProcessById(id);
                task.Kill();
                return true;
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
            {
                // It ended by itself meanwhile.
            }
        }

        return false;
    }

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("SLURM_CONF") is { } mine && mine != _configurationBefore) Ask("scancel", "--user=root");
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited) daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }

        Environment.SetEnvironmentVariable("SLURM_CONF", _configurationBefore);
    }

    private void Begin(ITestOutputHelper output)
    {
        // A key and a socket of its own: munge as user munge, as it insists.
        var munge = Path.Combine(_folder, "munge");
        Directory.CreateDirectory(munge);
        File.WriteAllBytes(Path.Combine(munge, "key"), [.. Enumerable.Range(0, 1024).Select(static index => (byte)(index * 37))]);
        Ask("chmod", "0755", _folder, Path.GetDirectoryName(_folder)!);
        Ask("chmod", "0400", Path.Combine(munge, "key"));
        Ask("chmod", "0755", munge);
        Ask("chown", "-R", "munge:munge", munge);
        var socket = Path.Combine(munge, "socket");
        Daemon("runuser", "-u", "munge", "--", "/usr/sbin/munged", "--foreground", "--force", $"--key-file={munge}/key", $"--socket={socket}", $"--pid-file={munge}/pid", $"--log-file={munge}/log", $"--seed-file={munge}/seed");
        Wait("munged", () => File.Exists(socket), output);

        var configuration = Path.Combine(_folder, "slurm.conf");
        var host = Environment.MachineName.Split('.')[0];
        File.WriteAllText(configuration, $"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort=26817
            SlurmdPort=26818
            AuthType=auth/munge
            AuthInfo=socket={socket}
            CredType=cred/munge
            CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SchedulerParameters=sched_interval=1,batch_sched_delay=0
            SlurmUser=root
            SlurmdUser=root
            ReturnToService=2
            MpiDefault=none
            JobAcctGatherType=jobacct_gather/none
            StateSaveLocation={_folder}/state
            SlurmdSpoolDir={_folder}/spool
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmdPidFile={_folder}/slurmd.pid
            SlurmctldLogFile={_folder}/slurmctld.log
            SlurmdLogFile={_folder}/slurmd.log
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
            PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP

            """);
        Directory.CreateDirectory(Path.Combine(_folder, "state"));
        Directory.CreateDirectory(Path.Combine(_folder, "spool"));
        Environment.SetEnvironmentVariable("SLURM_CONF", configuration);
        Daemon("/usr/sbin/slurmctld", "-D", "-i", "-f", configuration);
        Daemon("/usr/sbin/slurmd", "-D", "-N", host, "-f", configuration);
        Wait("slurm", () => Ask("sinfo", "--noheader", "--format=%T").Contains("idle", StringComparison.Ordinal), output);
    }

    private static string Ask(string program, params string[] arguments) => Child.Run(program, Path.GetTempPath(), arguments).Text;

    private void Daemon(string program, params string[] arguments)
    {
        var daemon = Child.Start(program, _folder, arguments);
        _ = daemon.StandardOutput.ReadToEndAsync();
        _ = daemon.StandardError.ReadToEndAsync();
        _daemons.Add(daemon);
    }

    private void Wait(string what, Func<bool> ready, ITestOutputHelper output)
    {
        for (var attempt = 0; attempt < 120; attempt++)
        {
            if (ready()) return;
            Thread.Sleep(250);
        }

        foreach (var log in (string[])["slurmctld.log", "slurmd.log", "munge/log"])
        {
            var path = Path.Combine(_folder, log);
            if (File.Exists(path)) output.WriteLine(File.ReadAllText(path));
        }

        Assert.Skip($"{what} does not start on this machine; see the log above");
    }
}
