using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Control;

namespace SfMarketo.MarketoSim;

/// <content>What the control API needs: answers of faults.</content>
public sealed partial class MarketoInstance
{
    public override IReadOnlyList<string> FaultCodes => FaultAnswers.Codes;

    protected override void AnswerWithCode(SimCall call, string code)
    {
        lock (Gate)
        {
            FaultAnswers.Write(this, call, code);
        }
    }
}
