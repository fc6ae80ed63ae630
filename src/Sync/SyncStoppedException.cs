namespace SfMarketo.Sync;

/// <summary>The engine cannot go on: credentials or set-up are refused, which no retry mends.</summary>
public sealed class SyncStoppedException(CallFailure failure) : Exception($"{failure.Api} refused: {failure.Code} {failure.Message}")
{
    public CallFailure Failure { get; } = failure;
}
