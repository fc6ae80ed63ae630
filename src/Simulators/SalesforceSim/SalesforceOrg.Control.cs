using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Control;

namespace SfMarketo.SalesforceSim;

/// <content>What the control API needs: answers of faults.</content>
public sealed partial class SalesforceOrg
{
    public override IReadOnlyList<string> FaultCodes => FaultAnswers.Codes;

    protected override void AnswerWithCode(SimCall call, string code)
    {
        lock (Gate)
        {
            FaultAnswers.Write(call, code);
        }
    }
}
