using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>The tool that writes the page of fidelity. It runs only when asked for, by <see cref="Command"/>.</summary>
public sealed class WritePages
{
    public const string Command = "dotnet run --project tests/Contract -- -explicit only -class SfMarketo.Tests.Contract.Fidelity.WritePages";

    [Fact(Explicit = true)]
    public void Write()
    {
        foreach (var (path, text) in Accounts.Files())
        {
            File.WriteAllText(Path.Combine(RepositoryRoot.Path, path), text);
            TestContext.Current.SendDiagnosticMessage("{0} written", path);
        }
    }
}
