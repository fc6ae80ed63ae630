namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Refuses a whole SOAP call.</summary>
/// <param name="code">The vendor's code.</param>
/// <param name="message">The vendor's text, without the code.</param>
internal sealed class SoapFaultException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
