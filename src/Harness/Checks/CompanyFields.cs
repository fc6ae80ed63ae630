using System.Globalization;

namespace SfMarketo.Harness.Checks;

/// <summary>The five facts about an account that its company shows.</summary>
internal static class CompanyFields
{
    public static IReadOnlyList<(string Salesforce, string Marketo)> All { get; } =
    [
        ("Name", "company"),
        ("Industry", "industry"),
        ("AnnualRevenue", "annualRevenue"),
        ("NumberOfEmployees", "numberOfEmployees"),
        ("BillingCity", "billingCity"),
    ];

    public static bool IsSalesforce(string field) => All.Any(pair => pair.Salesforce == field);

    public static bool IsMarketo(string field) => All.Any(pair => pair.Marketo == field);

    /// <summary>Numbers by value to the cent, nothing being no number; texts without outer blanks.</summary>
    public static bool Same(object? salesforce, object? marketo) => Canonical(salesforce) == Canonical(marketo);

    private static string Canonical(object? value) => value is int or long or double or decimal
        ? Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 2).ToString("0.##", CultureInfo.InvariantCulture)
        : RecordWords.Text(value).Trim();
}
