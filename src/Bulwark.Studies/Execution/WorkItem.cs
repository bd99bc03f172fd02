using Bulwark.Studies.Plans;

namespace Bulwark.Studies.Execution;

/// <summary>One run to be done.</summary>
/// <param name="Cell">The setting.</param>
/// <param name="Replication">The replication, from 0.</param>
/// <param name="Group">The group it belongs to.</param>
internal readonly record struct WorkItem(StudyCell Cell, int Replication, GroupWork Group);
