using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.Firmographics;

/// <summary>How accounts become Marketo's companies. Only accounts with a linked Contact are sent.</summary>
public sealed record FirmographicSettings
{
    /// <summary>What is sent of an account. Default: name, industry, annual revenue, employees and city.</summary>
    public IReadOnlyList<CompanyField> Fields { get; init; } =
    [
        new("company", "Name", FieldType.Text),
        new("industry", "Industry", FieldType.Text),
        new("annualRevenue", "AnnualRevenue", FieldType.Number),
        new("numberOfEmployees", "NumberOfEmployees", FieldType.Number),
        new("billingCity", "BillingCity", FieldType.Text),
    ];

    /// <summary>How often accounts are asked for. Default 2 min: 720 calls a day.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Select list for Account.</summary>
    internal string AccountFields => "Id,SystemModstamp,IsDeleted," + string.Join(',', Fields.Select(static row => row.Account));
}

/// <summary>One fact of an account that its company holds.</summary>
/// <param name="Marketo">REST name of the company field.</param>
/// <param name="Account">API name on Account.</param>
/// <param name="Type">How values are compared.</param>
public sealed record CompanyField(string Marketo, string Account, FieldType Type);
