using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>Turns the children that live on into the accounts of a track that the next look finds.</summary>
internal sealed class AccountGrowth
{
    private readonly TrackKeeper _keeper;
    private readonly MergedPlots _merged;
    private readonly AccountPruning _pruning;

    public AccountGrowth(TrackKeeper keeper, MergedPlots merged, AccountPruning pruning) => (_keeper, _merged, _pruning) = (keeper, merged, pruning);

    /// <summary>Makes the children of a tree that live on into rows, and the likeliest into what is shown.</summary>
    public void Grow(ref readonly AccountTree tree, int chosen, ReadOnlySpan<AccountLeaf> leaves, ReadOnlySpan<AccountChild> children, Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var table = _keeper.Table;
        var (shown, isShownEmpty) = (-1, false);
        for (var k = tree.FirstLeaf; k < tree.EndLeaf; k++)
        {
            // Copies first: the leaf's own row becomes its last child.
            var (row, last) = (leaves[k].Row, -1);
            for (var child = tree.FirstChild; child < tree.EndChild; child++)
            {
                if (!_pruning.IsKept(child) || children[child].Row != row) continue;
                if (last >= 0)
                {
                    var copy = Copy(row, tree.Id);
                    if (last == chosen) shown = copy;
                    Turn(copy, in children[last], gater, batch, tree.IsTouched);
                }

                last = child;
            }

            if (last >= 0)
            {
                if (last == chosen) shown = row;
                Turn(row, in children[last], gater, batch, tree.IsTouched);
            }
            else if (row == tree.Row)
            {
                isShownEmpty = true;
            }
            else
            {
                table.Empty(row);
            }
        }

        if (shown != tree.Row)
        {
            table.Swap(tree.Row, shown);
            if (isShownEmpty) table.Empty(shown);
        }

        if (children[chosen].Serial == RecentDecisions.None || !tree.IsTouched) return;
        var place = _keeper.PlaceOf(children[chosen].Serial);
        batch.Used[place] = true;
        _keeper.Counters.ConfirmedUpdates++;
        _keeper.Settle(tree.Row, in batch.Selected[place], changes);
    }

    private int Copy(int row, int family)
    {
        var copy = _keeper.Table.AddCopy(row);
        ref var track = ref _keeper.Table.Rows[copy];
        (track.Status, track.Family) = (TrackStatus.Alternative, family);
        _keeper.Counters.Branched++;
        return copy;
    }

    private void Turn(int row, ref readonly AccountChild child, Gater gater, PlotBatch batch, bool isTouched)
    {
        ref var track = ref _keeper.Table.Rows[row];
        track.Score = child.Score;
        if (!isTouched) return;
        track.Decisions.Push(child.Serial);
        if (child.Merge >= 0)
        {
            ref readonly var merge = ref _merged[child.Merge];
            var isOne = merge.One == child.Row;
            track.LastBlank = TrackTable.LongAgo;
            _keeper.Counters.MergedPlots += isOne ? 1 : 0;
            var (shared, logRatio) = (track.SharedLogRatio, isOne ? merge.LogRatioOfOne : merge.LogRatioOfOther);
            if (isOne) _keeper.Try(row, in batch.Selected[merge.Plot], merge.Plot, in merge.OutcomeOfOne, logRatio);
            else _keeper.Try(row, in batch.Selected[merge.Plot], merge.Plot, in merge.OutcomeOfOther, logRatio);
            _keeper.Share(row, shared, logRatio);
        }
        else if (child.Pair >= 0)
        {
            ref readonly var pair = ref gater.Hypotheses[child.Pair];
            track.LastBlank = TrackTable.LongAgo;
            _keeper.Try(row, in batch.Selected[pair.Plot], pair.Plot, in gater.OutcomeOf(in pair), pair.LogRatio);
        }
        else if (child.IsBlank)
        {
            (track.LastBlank, track.BlankSensor) = (batch.Selected[0].Plot.Time, batch.Selected[0].Plot.Sensor);
        }
    }
}
