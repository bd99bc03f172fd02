using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Tracking.Prediction;

/// <summary>What a prediction over one interval needs of the models, one model to a lane.</summary>
internal struct ModeTransition
{
    public double Seconds;
    public Half Lower;
    public Half Upper;

    /// <summary>The part of four models.</summary>
    public struct Half
    {
        /// <summary>For each model left, the probabilities of these models entered.</summary>
        public Rows From;
        public Vector256<double> Sine;
        public Vector256<double> Cosine;
        public Vector256<double> SineOverRate;
        public Vector256<double> VersineOverRate;
        public Vector256<double> HorizontalPsd;
        public Vector256<double> VerticalLessHorizontalPsd;
    }

    /// <summary>One vector for each model.</summary>
    [InlineArray(ModeState.Lanes)]
    public struct Rows
    {
        private Vector256<double> _element0;
    }
}
