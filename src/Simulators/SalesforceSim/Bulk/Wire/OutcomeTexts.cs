using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Overrides;
using SfMarketo.SalesforceSim.Bulk.Ingest;

namespace SfMarketo.SalesforceSim.Bulk.Wire;

/// <summary>Errors of rows as they are told: by <c>answer.override</c> another code or text than the org's own.</summary>
internal static class OutcomeTexts
{
    /// <summary>The outcome that the call answers with; its code is noted.</summary>
    public static RowOutcome Told(this RowOutcome outcome, SimCall call)
    {
        if (outcome.Error is not { } error)
        {
            return outcome;
        }

        if (((SalesforceOrg)call.Simulator).Switches.AnswerOverride.Find(call.Http, error.Code) is { Level: OverrideLevel.Record } other)
        {
            error = error with { Code = other.Code, Message = other.Text.Length > 0 ? other.Text : error.Message };
        }

        call.AddCode(error.Code);
        return outcome with { Error = error };
    }
}
