namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>A small file system in memory, which may be made read-only; root writes everywhere else, so permissions alone would test nothing.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _work;

    /// <summary>Mounts it, or skips the test where that cannot be done.</summary>
    public SmallDisk(string folder, string size)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Skip("needs a small file system, which only root can mount on Linux");
        (_work, Path) = (folder, System.IO.Path.Combine(folder, "small disk"));
        Directory.CreateDirectory(Path);
        var (mounted, why) = Child.Run("mount", folder, "-t", "tmpfs", "-o", "size=" + size, "tmpfs", Path);
        if (mounted != 0) Assert.Skip("cannot mount a small file system here: " + why.Trim());
    }

    public string Path { get; }

    public void MakeReadOnly() => Assert.Equal((0, ""), Child.Run("mount", _work, "-o", "remount,ro", Path));

    public void Dispose() => Child.Run("umount", _work, Path);
}
