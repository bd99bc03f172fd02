using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Tracking.Prediction;

/// <summary>What a prediction over one interval needs of the models, one model to a lane.</summary>
internal struct ModeTransition
{
    public double Seconds;
    public Rows From;
    public Vector512<double> Sine;
    public Vector512<double> Cosine;
    public Vector512<double> SineOverRate;
    public Vector512<double> VersineOverRate;
    public Vector512<double> HorizontalPsd;
    public Vector512<double> VerticalLessHorizontalPsd;

    /// <summary>For each model left, the probabilities of the models entered.</summary>
    [InlineArray(ModeState.Lanes)]
    public struct Rows
    {
        private Vector512<double> _element0;
    }
}
