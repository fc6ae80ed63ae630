using System.Diagnostics.CodeAnalysis;

namespace SfMarketo.Sync;

/// <summary>The answer to one call: a value, or why there is none. Cancellation by the caller is an exception.</summary>
public readonly struct CallResult<T>
{
    private readonly T? _value;
    private readonly CallFailure _failure;

    private CallResult(bool isSuccess, T? value, CallFailure failure)
    {
        IsSuccess = isSuccess;
        _value = value;
        _failure = failure;
    }

    public bool IsSuccess { get; }

    /// <exception cref="InvalidOperationException">The call failed.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"The call failed: {_failure}.");

    /// <exception cref="InvalidOperationException">The call succeeded.</exception>
    public CallFailure Failure => IsSuccess ? throw new InvalidOperationException("The call succeeded.") : _failure;

    public static implicit operator CallResult<T>(T value) => new(true, value, default);

    public static implicit operator CallResult<T>(CallFailure failure) => new(false, default, failure);

    public bool TryGetValue([MaybeNullWhen(false)] out T value, out CallFailure failure)
    {
        value = _value;
        failure = _failure;
        return IsSuccess;
    }
}
