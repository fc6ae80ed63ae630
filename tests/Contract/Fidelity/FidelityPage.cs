using System.Globalization;
using System.Text;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>The text of docs/fidelity.md.</summary>
internal static class FidelityPage
{
    public const string Path = "docs/fidelity.md";

    public static string Text(IReadOnlyList<Account> accounts)
    {
        var page = new StringBuilder(Part("head").TrimEnd()).Append("\n\n");
        foreach (var account in accounts)
        {
            Scores(page, account);
        }

        foreach (var account in accounts)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {Name(account)}: served, approximated, absent\n\n{Body(Part(account.Ledger.Api))}\n\n## {Name(account)}: switches\n\n");
            Switches(page, account.Ledger);
            page.Append(CultureInfo.InvariantCulture, $"## {Name(account)}: the ledger\n\n");
            foreach (var area in account.Ledger.Items.Select(item => item.Area).Distinct())
            {
                Area(page, account, area);
            }
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void Scores(StringBuilder page, Account account)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {Name(account)} | items | proven | unverified | missing | score |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var area in account.Ledger.Items.Select(item => item.Area).Distinct())
        {
            Score(page, area, [.. account.Standings(area)]);
        }

        Score(page, "**all**", [.. account.Ledger.Items.Select(item => item.Area).Distinct().SelectMany(account.Standings)]);
        page.Append(CultureInfo.InvariantCulture, $"\n{account.Tests.Count} tests, {Percent(account.VendorShare)} of them speak only the vendor's API and so can run against the vendor.\n\n");
    }

    private static void Score(StringBuilder page, string area, Standing[] standings)
    {
        var proven = standings.Count(standing => standing is Standing.Documented or Standing.Client);
        var unverified = standings.Count(standing => standing is Standing.Unverified);
        page.Append(CultureInfo.InvariantCulture, $"| {area} | {standings.Length} | {proven} | {unverified} | {standings.Length - proven - unverified} | {Percent(proven / (double)standings.Length)} |\n");
    }

    private static void Switches(StringBuilder page, Ledger ledger)
    {
        page.Append("| switch | default | other settings | about |\n| --- | --- | --- | --- |\n");
        foreach (var (name, setting, about, settings) in ledger.Switches)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {Escaped(setting)} | {Escaped(string.Join(", ", settings.Where(other => other != setting)))} | {Escaped(about)} |\n");
        }

        page.Append('\n');
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Area(StringBuilder page, Account account, string area)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {Name(account)}: {area}\n\n| endpoint or code | behaviour | standing | test |\n| --- | --- | --- | --- |\n");
        foreach (var item in account.Ledger.Items.Where(item => item.Area == area))
        {
            foreach (var proof in account.Of(item))
            {
                var test = proof.Test;
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(item, proof.Parameters)} | {test.Sentence} | {Word(test)} | [{test.Class.Split('.')[^1]}](../{test.File}) |\n");
            }

            string[] missing = [.. item.Parameters.Where(parameter => !account.Of(item, parameter).Any())];
            if (missing.Length > 0 || !account.Of(item).Any())
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(item, missing)} | | missing | |\n");
            }
        }

        page.Append('\n');
    }

    private static string Cell(LedgerItem item, IEnumerable<string> parameters)
    {
        var text = $"`{item.Name}`" + (item.Text.Length > 0 ? " " + item.Text : "");
        return parameters.Any() ? $"{text}: {string.Join(", ", parameters)}" : text;
    }

    private static string Word(MarkedTest test) => test.Standing switch
    {
        Standing.Unverified when test.Switch is { } name => $"unverified (`{name}`)",
        Standing.Unverified => "unverified",
        Standing.Client => $"from a client ({test.Source!.Page[SourceAttribute.ClientMark.Length..].Trim()})",
        _ => "documented",
    };

    private static string Name(Account account) => account.Ledger.Api == "marketo" ? "Marketo" : "Salesforce";

    private static string Percent(double share) => Math.Floor(share * 100).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>The parts are a folder deeper than the page: their links lead from there.</summary>
    private static string Part(string name) => File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "docs", "fidelity", name + ".md")).ReplaceLineEndings("\n").Replace("](../", "](", StringComparison.Ordinal);

    /// <summary>A part without its title and the line that says where it goes.</summary>
    private static string Body(string part) => part.Split("\n\n", 3)[2].Trim();
}
