namespace SfMarketo.SalesforceSim;

/// <summary>The org refused what a person wanted to do.</summary>
public sealed class SalesforceRowException(string code, string message) : InvalidOperationException($"{code}: {message}")
{
    /// <summary>The vendor's code.</summary>
    public string Code { get; } = code;
}
