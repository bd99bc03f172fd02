using System.Runtime.CompilerServices;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// The beliefs of up to eight motion models about one target, one model to a lane, in two halves of four lanes: what a register of 256 bits holds, so that
/// the arithmetic is the same instructions, and gives the same bits, on every machine. Lanes without a model have probability zero.
/// </summary>
internal struct ModeState
{
    /// <summary>Models that fit.</summary>
    public const int Lanes = 2 * ModeHalf.Lanes;

    /// <summary>The first four models.</summary>
    public ModeHalf Lower;

    /// <summary>The others.</summary>
    public ModeHalf Upper;

    /// <summary>One element of one model, in the order of <see cref="ModeHalf"/>.</summary>
    /// <param name="element">The element, less than <see cref="ModeHalf.Length"/>.</param>
    /// <param name="lane">The model, less than <see cref="Lanes"/>.</param>
    public double this[int element, int lane]
    {
        readonly get => Unsafe.Add(ref Unsafe.As<ModeState, double>(ref Unsafe.AsRef(in this)), Place(element, lane));
        set => Unsafe.Add(ref Unsafe.As<ModeState, double>(ref this), Place(element, lane)) = value;
    }

    private static int Place(int element, int lane)
    {
        if ((uint)element >= ModeHalf.Length || (uint)lane >= Lanes) throw new ArgumentOutOfRangeException(nameof(element), (element, lane), "No such element or lane.");
        return (((lane / ModeHalf.Lanes * ModeHalf.Length) + element) * ModeHalf.Lanes) + (lane % ModeHalf.Lanes);
    }
}
